import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { instrumentSql } from '../../../src/survey/database/instrumentSql.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { variablesOf } from '../../../src/survey/variables.ts';

const migration = (name: string): Promise<string> =>
  readFile(new URL(`../../../supabase/migrations/${name}`, import.meta.url), 'utf8');

test('no two types or tables of the database share a name, because a table is a type too', async () => {
  const folder = new URL('../../../supabase/migrations/', import.meta.url);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql'));
  const texts = await Promise.all(files.map((file) => migration(file)));
  const names = texts.flatMap((text) =>
    [...text.matchAll(/^create (?:type|(?:unlogged )?table) (private\.\w+)/gm)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('a changed label reaches the SQL', () => {
  const [first, ...others] = questionnaire.sides.employer.questions;
  if (first === undefined) throw new Error('The employers’ side asks nothing.');
  const employer = {
    ...questionnaire.sides.employer,
    questions: [{ ...first, wording: 'Is it you?' }, ...others],
  };
  const changed = { ...questionnaire, sides: { ...questionnaire.sides, employer } };
  expect(instrumentSql([changed], ['1'])).not.toBe(instrumentSql([questionnaire], ['1']));
  expect(instrumentSql([changed], ['1'])).toContain(
    "comment on column private.employer.e_role is 'Is it you?'",
  );
});

test('an apostrophe in a wording cannot end a text of SQL', () => {
  const missing = { ...questionnaire.missing };
  const [first, ...others] = questionnaire.sides.employer.questions;
  if (first === undefined) throw new Error('The employers’ side asks nothing.');
  const employer = {
    ...questionnaire.sides.employer,
    questions: [{ ...first, wording: "It's '; drop" }, ...others],
  };
  const sql = instrumentSql(
    [{ ...questionnaire, missing, sides: { ...questionnaire.sides, employer } }],
    ['1'],
  );
  expect(sql).toContain("It''s ''; drop");
  expect(sql).not.toContain("It's '; drop");
});

test.each(['job_seeker', 'employer'] as const)(
  'the table of %s has a column and a routing constraint a variable',
  (side) => {
    const sql = instrumentSql([questionnaire], ['1']);
    const table = sql.slice(sql.indexOf(`create table private.${side} (`)).split('\n);')[0] ?? '';
    for (const { id } of variablesOf(questionnaire, side)) {
      expect(table).toMatch(new RegExp(`^ {2}${id} (private\\.|integer)`, 'm'));
      expect(table).toContain(`constraint v${questionnaire.version}_${id}_routing check`);
    }
    // A date and never a time (protocol 3.3, P10), and no column nobody asked for.
    const columns = table
      .split('\n')
      .slice(1)
      .filter((line) => !line.startsWith('  constraint'));
    expect(columns.filter((line) => /timestamp|time with/.test(line))).toEqual([]);
    const known = variablesOf(questionnaire, side).map(({ id }) => id);
    const more = columns
      .map((line) => line.trim().split(' ')[0])
      .filter((name) => name !== undefined && !known.includes(name));
    expect(more).toEqual([
      'id',
      'receipt',
      'instrument',
      'submitted_on',
      'consent',
      'kept_until',
      'duration',
      'channel',
      'revision',
      'rules',
      'f_speed',
      'f_dup',
      'f_logic',
      'f_empty',
      'f_burst',
      'f_trap',
      'standing',
      'since',
      'made_up',
      'answers_hash',
      ...(side === 'job_seeker' ? ['s_hours_missing'] : []),
    ]);
  },
);
