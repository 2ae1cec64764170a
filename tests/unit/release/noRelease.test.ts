import { expect, test } from 'vitest';
import { currentRelease, maySample } from '../../../src/release/currentRelease.ts';
import { isReleased } from '../../../src/release/isReleased.ts';
import { noRelease } from '../../../src/release/noRelease.ts';
import { tables } from '../../../src/release/tables.ts';
import { pictureIds, figureOf } from '../../../src/figures/estimates/figureOf.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { csv } from '../../../src/words/csv.ts';
import { describe as inWords } from '../../../src/words/describe.ts';

test('before the first release every table of the catalogue is there, and holds no number', () => {
  const none = currentRelease([]);
  expect(none).toBe(noRelease());
  expect(isReleased(none)).toBe(false);
  expect(none.tables.map(({ table }) => table)).toEqual(
    expect.arrayContaining(tables.map(({ name }) => name)),
  );
  for (const { groups, rest, vintage } of none.tables) {
    expect(vintage).toBeNull();
    expect(rest).toBeNull();
    for (const group of Object.values(groups)) expect(group).toEqual({ status: 'withheld' });
  }
});

test.each(pictureIds)(
  'before the first release %s has words and a table without a number of people',
  (id) => {
    const figure = figureOf(id, { release: noRelease(), questionnaire, host: 'nobutwhy.example' });
    const { title, alt, table, differences } = inWords(figure);
    expect(figure.provenance).toMatchObject({ release: null, madeUp: false });
    expect(differences).toEqual([]);
    for (const text of [title, alt, ...table.rows.flatMap(({ cells }) => cells)])
      expect(text).not.toMatch(/\d%|\d of \d|sample/i);
    expect(csv(figure)).not.toMatch(/wilson|sample/);
  },
);

test('made-up numbers stay on this machine, unless a public build is told to show them', () => {
  expect(maySample({})).toBe(true);
  expect(maySample({ PUBLIC_SUPABASE_URL: 'http://127.0.0.1:54321' })).toBe(true);
  expect(maySample({ PUBLIC_SUPABASE_URL: 'https://a.supabase.co' })).toBe(false);
  expect(maySample({ PUBLIC_SUPABASE_URL: 'https://a.supabase.co', SAMPLE: '1' })).toBe(true);
  expect(maySample({ SITE_URL: 'https://nobutwhy.example' })).toBe(false);
  expect(maySample({ SITE_URL: 'https://nobutwhy.example', SAMPLE: '1' })).toBe(true);
  expect(maySample({ SITE_URL: 'https://nobutwhy.example', SAMPLE: '0' })).toBe(false);
});
