import { expect, test } from 'vitest';
import { chartIds, figureOf, pictureIds } from '../../../src/figures/estimates/figureOf.ts';
import type { Finding } from '../../../src/figures/finding.ts';
import type { Source } from '../../../src/figures/estimates/source.ts';
import { tables } from '../../../src/release/tables.ts';
import { sayFinding } from '../../../src/words/sayFinding.ts';
import { titleOf } from '../../../src/words/titleOf.ts';
import { share } from '../../examples/figureParts.ts';
import { series, withholding, withTables } from '../../examples/release.ts';
import { sampleSource } from '../../examples/sampleSource.ts';
import { faultsIn } from './faultsIn.ts';

const titles = pictureIds.map((id) => [id, titleOf(figureOf(id, sampleSource))] as const);
const beforeBracket = (title: string): string => title.split(' (')[0] ?? '';

// TITLES=1 npx vitest run --project unit tests/unit/words/titles.test.ts: every title of the sample with its length before the bracket.
if (process.env.TITLES !== undefined)
  for (const [id, title] of titles)
    console.log(`${id.padEnd(32)} ${String(beforeBracket(title).length).padStart(3)}  ${title}`);

/** Every series with so many people in all answers but the first, which 300 give: whatever is counted, it is that many or all but that many. */
const resting = (few: number): Source => {
  const changed = tables.flatMap(({ name, segment, series: { cells } }) => {
    if (segment !== null || name.startsWith('E16')) return [];
    const counts = cells.map(({ code }, i): [string, number] => [code, i === 0 ? 300 : i === 1 ? few : 0]);
    return [series(name, Object.fromEntries(counts))];
  });
  return { ...sampleSource, release: withTables(sampleSource.release, changed) };
};

/** A finding as it would be, could it be said: with counts whose words are the longest, either side higher. */
function atLongest(finding: Finding): readonly Finding[] {
  const counts = share('a', 'A', 'A', 300, 400);
  const fewer = share('b', 'B', 'B', 100, 400);
  switch (finding.kind) {
    case 'share':
      return [{ ...finding, share: counts }];
    case 'difference': {
      const [{ lead }, { lead: other }] = finding.groups;
      return [
        {
          ...finding,
          groups: [
            { ...counts, lead },
            { ...fewer, lead: other },
          ],
          declared: true,
        },
      ];
    }
    case 'parts': {
      const [one, other] = finding.parts;
      return [
        {
          ...finding,
          parts: [
            { ...one, share: counts },
            { ...other, share: fewer },
          ],
        },
      ];
    }
    case 'range':
      return [{ ...finding, groups: [counts, fewer], differs: false }];
    case 'median':
    case 'fact':
      return [{ ...finding, n: 400 }];
  }
}

test.each(pictureIds)('%s: no words of its findings are too long for a title', (id) => {
  for (const finding of figureOf(id, sampleSource).findings.flatMap(atLongest))
    expect(sayFinding(finding), JSON.stringify(finding)).toBeDefined();
});

/** Rests on a middle answer, and on who answered: on no share. */
const noShare = ['hours', 'who-answered'];

test.each(chartIds.filter((id) => !noShare.includes(id)))(
  '%s: a title that would rest on nine people is the plain name and the base instead',
  (id) => {
    const { name, ...figure } = figureOf(id, resting(9));
    expect(titleOf({ name, ...figure })).toMatch(new RegExp(`^${name}: [\\d,]+ people so far$`));
  },
);

test('on ten people it says what was found', () => {
  const said = chartIds
    .map((id) => titleOf(figureOf(id, resting(10))))
    .filter((title) => title.includes('%'));
  expect(said.length).toBeGreaterThan(5);
});

test('every title of the sample is in good English and says what its counts say', () => {
  for (const [id, title] of titles) expect(faultsIn(title), `${id}: ${title}`).toEqual([]);
});

test('a release without answers has the plain names alone', () => {
  const release = withholding(sampleSource.release, ...tables.map(({ name }) => name));
  for (const id of chartIds.filter((one) => one !== 'who-answered'))
    expect(titleOf(figureOf(id, { ...sampleSource, release }))).toMatch(/: too few answers yet$/);
});

test('every title of the sample can be read at the size of a thumbnail', () => {
  for (const [id, title] of titles)
    expect(beforeBracket(title).length, `${id}: ${title}`).toBeLessThanOrEqual(90);
});
