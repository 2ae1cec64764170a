import { expect, test } from 'vitest';
import { catalogue, seriesIn } from '../../../src/release/catalogue.ts';

/** Shown beside each other without a listed comparison. */
const more = [
  'E3 employer_interviewed_at_no job_seeker_interviewed_at_no',
  'E6 employer_asked job_seeker_asked',
];

/** Every two series that put one side beside the other, with the codes that are published of them. */
const besideEachOther = catalogue.flatMap((estimate) => {
  const compared = estimate.comparisons.map(({ a, b }) => `${estimate.id} ${a.series} ${b.series}`);
  const names = new Set([...compared, ...more.filter((name) => name.startsWith(`${estimate.id} `))]);
  return [...names].flatMap((name) => {
    const [a, b] = name
      .split(' ')
      .slice(1)
      .map((series) => seriesIn(estimate, series));
    if (a === undefined || b === undefined || a.side === b.side) return [];
    return [[name, a.cells.map(({ code }) => code), b.cells.map(({ code }) => code)] as const];
  });
});

/** A published code of one side alone, and why. */
const oneSided: Readonly<Record<string, { readonly code: string; readonly because: string }>> = {
  'E6 employer_asked job_seeker_asked': {
    code: 'no_contact',
    because: 'an employer cannot know that there was nobody to ask',
  },
};

test('one side is set beside the other in these estimates', () => {
  const estimates = new Set(besideEachOther.map(([name]) => name.split(' ')[0]));
  expect([...estimates]).toEqual(['E3', 'E5', 'E6', 'E10', 'E12', 'E17']);
  expect(besideEachOther.map(([name]) => name)).toEqual(expect.arrayContaining(more));
});

test.each(besideEachOther)('%s: the same codes in the same order', (name, a, b) => {
  const alone = oneSided[name]?.code;
  expect(b.includes(alone ?? '')).toBe(alone !== undefined);
  expect(a).toEqual(b.filter((code) => code !== alone));
});
