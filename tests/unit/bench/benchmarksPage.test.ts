import { expect, test } from 'vitest';
import { pageWith, sectionText, tableText } from '../../../bench/page/benchmarksPage.ts';
import type { Found } from '../../../bench/page/section.ts';

const survey = { title: 'The survey page', about: 'What stands beside what.' };
const load = { title: 'Many at once', about: 'Callers.' };
const sections = { survey, load };

const found: Found = {
  rounds: 'medians of 5 rounds, taken in turn',
  tables: [
    [
      ['Page', 'kB'],
      ['ours', '12.0'],
    ],
  ],
  targets: [
    { promise: 'light', found: '12.0', holds: true },
    { promise: 'fast', found: '1.3', holds: false },
    { promise: 'grows', found: '', holds: null },
  ],
};
const run = { command: 'npm run bench -- survey', quick: false, day: '1 December 2026', machine: '2 cores' };
const text = sectionText(survey, found, run);

test('a section says when, how and on what it was measured, and which targets were missed', () => {
  expect(text).toContain(
    '1 December 2026, `npm run bench -- survey`: medians of 5 rounds, taken in turn. 2 cores.',
  );
  expect(text.match(/^\| (light|fast|grows).*$/gm)).toEqual([
    '| light  |  12.0 |        met |',
    '| fast   |   1.3 | **missed** |',
    '| grows  |       | not judged |',
  ]);
});

test('a trial says that it is one, and judges nothing', () => {
  const trial = sectionText(survey, found, { ...run, quick: true });
  expect(trial).toContain('not to be quoted');
  expect(trial).not.toMatch(/met|missed/);
});

test('a page has every section in its order; those that were never measured say how', () => {
  const page = pageWith('', sections, text);
  expect(page.match(/^## .*/gm)).toEqual(['## The survey page', '## Many at once']);
  expect(page).toContain('Not measured yet: `npm run bench -- load`.');
});

test('a section is written anew, and the others stay as they were', () => {
  const first = pageWith('', sections, sectionText(load, found, { ...run, day: '2 December 2026' }));
  const both = pageWith(first, sections, text);
  const again = pageWith(both, sections, sectionText(survey, found, { ...run, day: '3 December 2026' }));
  expect(again).toContain('2 December 2026');
  expect(again).toContain('3 December 2026');
  expect(again).not.toContain('1 December 2026');
  expect(pageWith(both, sections, text)).toBe(both);
});

test('a section that is no more goes', () => {
  const page = pageWith(pageWith('', sections, text), { load }, sectionText(load, found, run));
  expect(page.match(/^## .*/gm)).toEqual(['## Many at once']);
});

test('a table is aligned, numbers to the right', () => {
  expect(
    tableText([
      ['Page', 'milliseconds'],
      ['ours', '7'],
    ]),
  ).toBe('| Page | milliseconds |\n| ---- | -----------: |\n| ours |            7 |');
});
