import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { statementsOf } from '../../../../src/survey/database/statements.ts';

test('a semicolon ends a statement only outside texts, names, bodies and comments', () => {
  const sql = `-- One; and
/* two; */ select 'a;''b', e'c\\';d', "e;f";

create function private.f(a text) returns text
language sql as $body$ select $$ x; 'y $$; -- z;
$body$;
update t set a = $1;`;
  expect(statementsOf(sql)).toEqual([
    {
      text: `select 'a;''b', e'c\\';d', "e;f";`,
      comment: '-- One; and\n/* two; */\n',
      object: `select 'a;''b', e'c\\';d', "e;f";`,
    },
    {
      text: `create function private.f(a text) returns text
language sql as $body$ select $$ x; 'y $$; -- z;
$body$;`,
      comment: '',
      object: 'function private.f',
    },
    { text: 'update t set a = $1;', comment: '', object: 'update t set a = $1;' },
  ]);
});

test.each([
  [
    'create or replace function public.tally(a date) returns jsonb language sql as $$ $$;',
    'function public.tally',
  ],
  ["create type private.a as enum ('b');", 'type private.a'],
  ['create unlogged table private.a ();', 'table private.a'],
  ['create table if not exists private.a ();', 'table private.a'],
  ['create unique index a on b (c);', 'index a'],
  [
    'create trigger a before insert on private.b for each row execute function c();',
    'trigger a on private.b',
  ],
  ['create domain public."*/*" as bytea;', 'domain public."*/*"'],
  ["comment on column private.a.b is 'c';", 'comment on column private.a.b'],
  ["comment on function public.a(jsonb) is 'b';", 'comment on function public.a(jsonb)'],
])('%s is about the %s', (sql, object) => {
  expect(statementsOf(sql).map((one) => one.object)).toEqual([object]);
});

test('a statement without an end is a mistake and no statement', () => {
  expect(() => statementsOf('select 1; select 2')).toThrow('This statement has no end: select 2');
});

test('the migrations of this project are read whole, comments apart', () => {
  const folder = 'supabase/migrations/';
  for (const name of readdirSync(folder)) {
    const sql = readFileSync(`${folder}${name}`, 'utf8');
    const squeeze = (text: string) => text.replaceAll(/\s/g, '');
    const statements = statementsOf(sql);
    expect(squeeze(statements.map(({ comment, text }) => comment + text).join(''))).toBe(squeeze(sql));
    expect(
      statements.filter(({ text }) => !/^(create|alter|comment|grant|revoke|insert|do)\b/.test(text)),
    ).toEqual([]);
  }
});
