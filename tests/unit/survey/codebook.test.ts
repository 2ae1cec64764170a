import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { feedsOf } from '../../../src/release/estimatesOf.ts';
import { codebookRows, conditionWords } from '../../../src/survey/codebook.ts';
import { codebookMarkdown } from '../../../src/survey/codebookMarkdown.ts';
import { responseTable } from '../../../src/survey/database/responseTable.ts';
import { missingCodes } from '../../../src/survey/missingCodes.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { variablesOf } from '../../../src/survey/variables.ts';
import { changesIn } from '../../../src/survey/versions/changes.ts';
import { versions } from '../../../src/survey/versions/versions.ts';
import { secondVersion } from '../../examples/secondVersion.ts';
import { versionOne } from '../../examples/versionWorlds.ts';

const rows = codebookRows(versions);

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
  expect(codebookMarkdown(versions, feedsOf)).toContain(
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

test('the protocol names the same kinds of missing answers', async () => {
  const protocol = await readFile('docs/protocol.md', 'utf8');
  const [, list = ''] = /^missing +([a-z |]+?) {2,}/m.exec(protocol) ?? [];
  expect(list.split(' | ')).toEqual(missingCodes);
  const [, sentence = ''] = /\*\*Missing is six things, stored apart\*\*: ([^.]+)\./.exec(protocol) ?? [];
  expect([...sentence.matchAll(/`(\w+)`/g)].map(([, code]) => code)).toEqual(missingCodes);
});

test.each(['job_seeker', 'employer'] as const)('every column of the %s table is in it', (side) => {
  const [, table = ''] =
    /^create table private\.\w+ \(\n(.*?)\n\);/s.exec(responseTable(versions.slice(0, 1), side)) ?? [];
  const columns = [...table.matchAll(/^ {2}(?!constraint )(\w+) /gm)].map(([, name]) => name ?? '');
  expect(columns).toContain('kept_until');
  const text = codebookMarkdown(versions, feedsOf);
  for (const column of columns) expect(text).toContain(`| \`${column}\` |`);
});

test('the committed codebook is what the questionnaire says; run "npm run instrument"', async () => {
  const committed = await readFile(new URL('../../../docs/codebook.md', import.meta.url), 'utf8');
  expect(committed).toBe(codebookMarkdown(versions, feedsOf));
});

describe('the codebook of two versions', () => {
  const both = [versionOne, secondVersion(versionOne)];
  const two = codebookRows(both);
  const row = (variable: string, code: string) =>
    two.find((one) => one.variable === variable && one.code === code);

  test('holds everything of the first, and says of each answer since and until which version it could be given', () => {
    const key = ({ side, variable, code, label }: (typeof rows)[number]) =>
      [side, variable, code, label].join();
    const now = new Set(two.map(key));
    expect(codebookRows([versionOne]).filter((one) => !now.has(key(one)))).toEqual([]);
    expect(row('s_hours', '0–500')).toMatchObject({ since: '1', until: '1', missing: false });
    expect(row('s_channel', 'call')).toMatchObject({ since: '1', until: null });
    expect(row('s_channel', 'chat')).toMatchObject({ since: '2', until: null });
    expect(row('s_again', 'p1')).toMatchObject({ since: '1', until: '1' });
    expect(row('s_fair', 'not')).toMatchObject({ since: '2', until: null });
    expect(row('e_barriers_budget', 'yes')).toMatchObject({ since: '2', question: 'e_barriers' });
  });

  test('has a code for those whom their version did not ask, and for nobody else', () => {
    expect(row('s_fair', 'unasked')).toMatchObject({ missing: true, since: '1', until: '1' });
    expect(row('s_again', 'unasked')).toMatchObject({ since: '2', until: null });
    expect(row('s_channel', 'unasked')).toBeUndefined();
    expect(rows.filter(({ code }) => code === 'unasked')).toEqual([]);
  });

  test('tells what changed, and of each question when it was asked', () => {
    const [{ version, sentences } = { version: '', sentences: [] }, ...more] = changesIn(both);
    expect([version, more]).toEqual(['2', []]);
    expect(sentences).toEqual([
      'New for job seekers: “How fair was it?” (s_fair).',
      'New for job seekers: “How many days did it take?” (s_days).',
      'New for job seekers: “How clear was what they said?” (s_clear_2).',
      'No longer asked of job seekers: “How clear is it to you why you have not been offered this job?” (s_clear).',
      'No longer asked of job seekers: “If a suitable job came up, how likely would you be to apply to this employer again?” (s_again).',
      '“About how many hours did it take you in all?” (s_hours) is asked of others than before, or has other limits.',
      '“How were you told?” (s_channel) has an answer more: “A chat” (chat).',
      '“About how many jobs did you apply for in the last three months?” (s_sent) is asked of others than before, or has other limits.',
      'No longer asked of employers: “Where you hire, do you know of a complaint or legal claim about feedback given to a candidate, in the last 3 years?” (e_claim).',
      'A new row: “No money for it” (e_barriers_budget) in “Do any of these keep you from giving candidates more feedback?” (e_barriers).',
    ]);
    const text = codebookMarkdown(both, () => []);
    for (const part of [
      '## What changed\n\n### Version 2\n- New for job seekers',
      '## Job seekers’ survey: no longer asked\n\n### 10. How clear',
      'Asked until version 1.',
      'Asked since version 2.',
      '| `chat` | A chat | answer; since version 2 |',
      'Feeds no estimate.',
    ])
      expect(text).toContain(part);
    expect(codebookMarkdown([versionOne], () => [])).not.toMatch(
      /What changed|since version|Asked (since|until)/,
    );
  });
});
