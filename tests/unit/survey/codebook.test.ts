import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { feedsOf } from '../../../src/release/estimatesOf.ts';
import { codebookMarkdown, codebookRows, conditionWords } from '../../../src/survey/codebook.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { variablesOf } from '../../../src/survey/variables.ts';

const rows = codebookRows(questionnaire);

describe.each(['job_seeker', 'employer'] as const)('the codebook of the %s side', (side) => {
  test.each(variablesOf(questionnaire, side).map((variable) => [variable.id, variable] as const))(
    '%s: every code',
    (id, variable) => {
      const ours = rows.filter((row) => row.side === side && row.variable === id);
      const offered = variable.options.map(({ code }) => code);
      const number = questionnaire.sides[side].questions.indexOf(variable.question) + 1;
      const isMissing = (code: string) => ['dk', 'pnts', 'unseen'].includes(code);
      const { shownIf } = variable;
      // A number has its range in place of codes; blank is what can be skipped, na what can be left out by routing.
      expect(ours.filter(({ missing }) => !missing).map(({ code }) => code)).toEqual(
        id === 's_hours' ? ['0–500'] : offered.filter((code) => !isMissing(code)),
      );
      expect(ours.filter(({ missing }) => missing).map(({ code }) => code)).toEqual([
        ...offered.filter(isMissing),
        ...(variable.required ? [] : ['blank']),
        ...(shownIf === undefined ? [] : ['na']),
      ]);
      for (const row of ours) {
        expect(row).toMatchObject({ number, required: variable.required });
        expect(row.label).not.toBe('');
        expect(row.wording).not.toMatch(/[*{}]/);
        expect(row.routing === 'everyone').toBe(shownIf === undefined);
      }
    },
  );
});

test('why a number is missing stands in a column of its own', () => {
  const hours = rows.filter(({ variable }) => variable === 's_hours');
  expect(hours.filter(({ missing }) => !missing).map(({ column }) => column)).toEqual(['s_hours']);
  expect([...new Set(hours.filter(({ missing }) => missing).map(({ column }) => column))]).toEqual([
    's_hours_missing',
  ]);
});

test('somebody else’s knowledge is missing too, in the words of its question', () => {
  const unseen = rows.filter(({ code }) => code === 'unseen');
  expect(unseen.map(({ variable, label, missing }) => [variable, label, missing])).toEqual([
    ['e_known', 'I did not learn why', true],
    ['e_time', 'I do not know whether anyone told them', true],
    ['e_explanation', 'I do not know: someone else told them', true],
    ['e_asked', 'Yes, someone else dealt with it', true],
  ]);
});

test('an answer is given with its example, and a question with the line above it', () => {
  const told = rows.find(({ variable, code }) => variable === 's_explanation' && code === 'specific');
  expect(told?.label).toBe('A reason about me or my application (For example “you have not led a team”)');
  expect(codebookMarkdown(questionnaire, feedsOf)).toContain(
    'Above it: “About that job” or “About the job you hire for most often”.',
  );
});

test('an answer that ends the survey is in the codebook and is never stored', () => {
  const never = rows.filter(({ stored }) => !stored);
  expect(never.map(({ variable, code }) => `${variable} ${code}`)).toEqual([
    's_stage none_fit',
    's_elapsed lt45',
    's_elapsed gt2y',
    'e_role none',
  ]);
});

test('a condition reads as words', () => {
  expect(
    conditionWords({
      all: [
        { variable: 'a', in: ['x', 'y'] },
        { variable: 'b', notIn: ['z'] },
      ],
    }),
  ).toBe('a is x or y and b is not z');
  expect(
    conditionWords({
      any: [
        { variable: 'a', in: ['x'] },
        { variable: 'b', in: ['z'] },
      ],
    }),
  ).toBe('a is x or b is z');
});

test('the committed codebook is what the questionnaire says; run "npm run instrument"', async () => {
  const committed = await readFile(new URL('../../../docs/codebook.md', import.meta.url), 'utf8');
  expect(committed).toBe(codebookMarkdown(questionnaire, feedsOf));
});
