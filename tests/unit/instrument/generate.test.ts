import { existsSync, globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frozenPath } from '../../../scripts/instrument/frozen.ts';
import { generate } from '../../../scripts/instrument/generate.ts';
import { source } from '../../../scripts/instrument/ours.ts';
import type { Files } from '../../../scripts/instrument/source.ts';
import { enumsAfter } from '../../../src/survey/database/enumValues.ts';
import { statementsOf } from '../../../src/survey/database/statements.ts';
import { anyEdits, nextVersion } from '../../examples/anyNextVersion.ts';
import {
  changedTo,
  committed,
  edited,
  firstFrozen,
  frozen,
  instrumented,
  present,
  type Project,
} from '../../examples/frozenProject.ts';
import { firstVersion as questionnaire } from '../../examples/firstVersion.ts';
import { secondVersion } from '../../examples/secondVersion.ts';

const second = secondVersion(questionnaire);
const names = (files: Files): string[] =>
  [...files.keys()].map((path) => path.replace('supabase/migrations/', ''));
const pathOf = (name: string): string => `supabase/migrations/${name}`;
const withFiles = (project: Project, changes: Readonly<Record<string, string | undefined>>): Project => {
  const files = new Map(project.files);
  for (const [path, text] of Object.entries(changes))
    if (text === undefined) files.delete(path);
    else files.set(path, text);
  return { ...project, files };
};
const textOf = ({ files }: Project, path: string): string => {
  const text = files.get(path);
  if (text === undefined) throw new Error(`There is no ${path}.`);
  return text;
};

test('the migrations of this project are what its code says; run "npm run instrument"', () => {
  const folder = new Map(present);
  const frozenFile = 'supabase/frozen.json';
  if (existsSync(frozenFile)) folder.set(frozenFile, readFileSync(frozenFile, 'utf8'));
  for (const path of globSync('src/survey/versions/*.ts')) folder.set(path, readFileSync(path, 'utf8'));
  const { migrations, obsolete, refused } = generate(source, folder, new Date());
  expect({ refused, obsolete }).toEqual({ refused: [], obsolete: [] });
  for (const [path, sql] of migrations) expect(folder.get(path)).toBe(sql);
});

test('until something is frozen, the migrations are written in place', () => {
  const { said } = instrumented({ source: { ...source, questionnaire: second }, files: committed });
  expect(said.refused).toEqual([]);
  expect(names(said.migrations)).toEqual(Object.keys(source.migrations([questionnaire], ['1'])));
});

test('a frozen project says nothing until the code changes, and freezing it again changes nothing', () => {
  const { said } = instrumented(firstFrozen);
  expect([...said.migrations, ...said.obsolete, ...said.refused]).toEqual([]);
  expect(frozen(firstFrozen).files).toEqual(firstFrozen.files);
});

test('a second version is two migrations after every other, values first; until it is frozen it is written in place', () => {
  const now = new Date('2027-03-01T09:00:00Z');
  const project = instrumented(edited(firstFrozen, { questionnaire: second }), now);
  expect(names(project.said.migrations)).toEqual([
    '20270301090000_version_2_values.sql',
    '20270301090001_version_2.sql',
  ]);
  const again = instrumented(project, new Date('2027-04-01T09:00:00Z'));
  expect(again.said.migrations).toEqual(project.said.migrations);
  // Nothing is to be added to an enum any more, so the pair becomes one.
  const third = { ...second, lists: { ...second.lists, ...questionnaire.lists } };
  const less = instrumented(edited(project, { questionnaire: third }), new Date('2027-05-01T09:00:00Z'));
  expect(names(less.said.migrations)).toEqual(['20270501090000_version_2.sql']);
  expect(less.said.obsolete).toEqual([...project.said.migrations.keys()]);
  // Back to the version that was frozen: nothing is left.
  const back = instrumented(edited(less, { questionnaire }));
  expect(back.files).toEqual(firstFrozen.files);
});

test('a clock that is behind does not put a migration before the others', () => {
  const { said } = instrumented(
    edited(firstFrozen, { questionnaire: second }),
    new Date('2020-01-01T00:00:00Z'),
  );
  const stamps = (files: Files) => names(files).map((name) => Number(name.split('_')[0]));
  const last = Math.max(...stamps(committed));
  expect(stamps(said.migrations)).toEqual([last + 1, last + 2]);
});

test('a function whose text changed is put in the place of the former, with no other', () => {
  const project = edited(firstFrozen, {
    migrations: (...of) =>
      Object.fromEntries(
        Object.entries(source.migrations(...of)).map(([name, sql]) => [
          name,
          sql.replace('f_empty := answered <', 'f_empty := 1 + answered <'),
        ]),
      ),
  });
  const [[path, sql] = ['', '']] = [...instrumented(project).said.migrations];
  expect(path).toMatch(/_functions\.sql$/);
  expect(statementsOf(sql).map(({ text }) => text.split('(')[0])).toEqual([
    'create or replace function private.judge_job_seeker',
    expect.stringMatching(/^revoke execute on all functions in schema private/),
  ]);
  const later = instrumented(frozen(instrumented(project)));
  expect(later.said).toMatchObject({ migrations: new Map(), refused: [] });
});

test('a function with another signature is dropped first and gets its rights again; one that is gone is dropped', () => {
  const project = edited(firstFrozen, {
    migrations: (...of) =>
      Object.fromEntries(
        Object.entries(source.migrations(...of)).map(([name, sql]) => [
          name,
          sql
            .replaceAll(
              'public.tally(only_made_up boolean, since date[], before date)',
              'public.tally(since date[])',
            )
            .replaceAll('public.tally(boolean, date[], date)', 'public.tally(date[])')
            .replace(/create function private\.too_large[\s\S]*?\$\$;/, ''),
        ]),
      ),
  });
  const [[, sql] = ['', '']] = [...instrumented(project).said.migrations];
  expect(statementsOf(sql).map(({ text }) => text.split('\n')[0])).toEqual([
    'drop function public.tally;',
    'create function public.tally(since date[]) returns jsonb',
    'comment on function public.tally(date[]) is',
    'revoke execute on function public.tally(date[]) from public, anon, authenticated, service_role;',
    'grant execute on function public.tally(date[]) to service_role;',
    'drop function private.too_large;',
    expect.stringMatching(/^revoke execute on all functions in schema private/),
  ]);
});

test('a channel that is new becomes a value of its type', () => {
  const project = edited(firstFrozen, {
    migrations: (...of) =>
      Object.fromEntries(
        Object.entries(source.migrations(...of)).map(([name, sql]) => [
          name,
          sql.replace("private.channel as enum ('direct', ", "private.channel as enum ('direct', 'radio', "),
        ]),
      ),
  });
  const [[path, sql] = ['', '']] = [...instrumented(project).said.migrations];
  expect(path).toMatch(/_functions_values\.sql$/);
  expect(sql).toContain("alter type private.channel add value if not exists 'radio' after 'direct';");
});

test.each([
  [
    'an index that changed',
    [
      'create index employer_answers on private.employer (submitted_on, answers_hash)',
      'create index employer_answers on private.employer (answers_hash)',
    ],
    /^“create index employer_answers .*” is not what the code says any more, and databases have run it: write a migration of its own/,
  ],
  [
    'a trigger that is gone',
    [
      /create trigger standing before insert or update on private\.employer\nfor each row execute function private\.set_standing\(\);/,
      '',
    ],
    /^“create trigger standing .*” is gone from the code, .* write a migration/,
  ],
  [
    'a value that is gone',
    ["'direct', 'linkedin'", "'direct'"],
    /^The type private\.channel has lost 'linkedin', which stored rows may hold: put back/,
  ],
  [
    'a column of every response',
    ['made_up boolean not null,', ''],
    /^“create table private\.\w+ \(” is not what the code says any more/,
  ],
] as const)('%s has no way that a rule knows', (_, [from, to], sentence) => {
  const project = edited(firstFrozen, {
    migrations: (...of) =>
      Object.fromEntries(
        Object.entries(source.migrations(...of)).map(([name, sql]) => [name, sql.replace(from, to)]),
      ),
  });
  const { refused } = generate(project.source, project.files, new Date());
  expect(refused.length).toBeGreaterThan(0);
  for (const one of refused) expect(one).toMatch(sentence);
});

test('… and a migration of its own is what the refusal asks for', () => {
  const index = 'create index employer_answers on private.employer (answers_hash);';
  const project = edited(
    withFiles(firstFrozen, {
      [pathOf('20990101000000_index.sql')]:
        `drop index employer_answers;\n${index}\ndrop trigger standing on private.employer;\n`,
    }),
    {
      migrations: (...of) =>
        Object.fromEntries(
          Object.entries(source.migrations(...of)).map(([name, sql]) => [
            name,
            sql
              .replace(
                'create index employer_answers on private.employer (submitted_on, answers_hash);',
                index,
              )
              .replace(/create trigger standing before insert or update on private\.employer\n.*;/, ''),
          ]),
        ),
    },
  );
  expect(instrumented(project).said).toMatchObject({ migrations: new Map(), refused: [] });
});

const [anyMigration = ''] = names(committed);

test.each([
  [
    'edited',
    withFiles(firstFrozen, { [pathOf(anyMigration)]: 'select 1;' }),
    `${pathOf(anyMigration)} is frozen, because databases have run it or people have answered it, and it has changed: git restore ${pathOf(anyMigration)}, or, where that was committed, git restore --source COMMIT ${pathOf(anyMigration)} with the commit before it`,
  ],
  [
    'removed',
    withFiles(firstFrozen, { [pathOf(anyMigration)]: undefined }),
    `${pathOf(anyMigration)} is frozen, because databases have run it or people have answered it, and it is gone: git restore ${pathOf(anyMigration)}, or, where that was committed, git restore --source COMMIT ${pathOf(anyMigration)} with the commit before it`,
  ],
  [
    'the frozen questionnaire',
    withFiles(firstFrozen, { 'src/survey/versions/version1.ts': '' }),
    'src/survey/versions/version1.ts is frozen, because databases have run it or people have answered it, and it has changed: git restore src/survey/versions/version1.ts, or, where that was committed, git restore --source COMMIT src/survey/versions/version1.ts with the commit before it',
  ],
  [
    'a migration slipped in',
    withFiles(firstFrozen, { [pathOf('20200101000000_early.sql')]: 'select 1;' }),
    `${pathOf('20200101000000_early.sql')} comes before a migration that databases have run, and would never run there: give its name a later time.`,
  ],
  [
    'an order of answers without a version',
    edited(firstFrozen, { questionnaire: { ...second, version: '1' } }),
    "The questionnaire is not the version 1 that people have answered: set version: '2' in src/survey/questionnaire.ts.",
  ],
  [
    'another consent text',
    edited(firstFrozen, { consent: (minutes) => ({ ...source.consent(minutes), box: 'I agree.' }) }),
    'The consent text is not the version 1 that people have agreed to: set the next consentVersion in src/survey/consent.ts.',
  ],
  [
    'a table that counts others',
    edited(firstFrozen, { meanings: { ...source.meanings, 'E1 job_seeker': 'other' } }),
    'E1 job_seeker counts other people or other answers than it was published with: give its series, or the segment that cuts it, a new id (protocol 3.3, P7).',
  ],
])('%s: one sentence that says what to do', (_, { source: changed, files }, sentence) => {
  expect(generate(changed, files, new Date())).toEqual({
    migrations: new Map(),
    obsolete: [],
    refused: [sentence],
  });
});

test('a question that others look at is not retired alone, frozen or not', () => {
  const { job_seeker: side } = questionnaire.sides;
  const questions = side.questions.filter(({ id }) => id !== 's_elapsed');
  const changed = { ...second, sides: { ...second.sides, job_seeker: { ...side, questions } } };
  for (const project of [firstFrozen, { source, files: committed }]) {
    const { refused } = instrumented(edited(project, { questionnaire: changed })).said;
    expect(refused).toEqual([
      's_time looks at the answer to s_elapsed, which this side is not asked (job_seeker): let it look at another, or retire it too.',
    ]);
  }
});

test('minutes that follow from a longer questionnaire make no other consent text', () => {
  const [first] = questionnaire.sides.employer.questions;
  if (first === undefined) throw new Error('The employers’ side asks nothing.');
  const longer = Array.from({ length: 30 }, (_, n) => ({ ...first, id: `e_more_${n}`, screensOut: [] }));
  const { employer } = questionnaire.sides;
  const { said, files } = changedTo({
    ...questionnaire,
    version: '2',
    sides: {
      ...questionnaire.sides,
      employer: { ...employer, questions: [...employer.questions, ...longer] },
    },
  });
  expect(said.refused).toEqual([]);
  expect(files.has('src/survey/versions/consent1.ts')).toBe(true);
});

test('a new consent text is accepted beside the former, and both are kept', () => {
  const consent: typeof source.consent = (minutes) => ({
    ...source.consent(minutes),
    version: '2',
    box: 'I agree.',
  });
  const project = frozen(instrumented(edited(firstFrozen, { consent })));
  const [sql = ''] = [...project.files]
    .filter(([path]) => path.endsWith('_functions.sql'))
    .map(([, text]) => text);
  expect(sql).toContain(`submission -> 'consent' in ('"1"', '"2"')`);
  expect(textOf(project, 'src/survey/versions/consent2.ts')).toContain('I agree.');
  expect(textOf(project, 'src/survey/versions/consent1.ts')).toBe(
    textOf(firstFrozen, 'src/survey/versions/consent1.ts'),
  );
  expect(textOf(project, 'src/survey/versions/fielded.ts')).toContain('[...consent1, ...consent2]');
  expect(instrumented(project).said).toEqual({ migrations: new Map(), obsolete: [], refused: [] });
});

test('what was frozen once stays frozen as it was', () => {
  const project = frozen(changedTo(second));
  const first = JSON.parse(textOf(firstFrozen, frozenPath)) as { files: Record<string, string> };
  expect(JSON.parse(textOf(project, frozenPath))).toMatchObject({ files: first.files });
  // The name of a series that is gone is never free for another.
  const less = frozen(edited(firstFrozen, { meanings: {} }));
  expect(JSON.parse(textOf(less, frozenPath))).toEqual(first);
  expect(textOf(project, 'src/survey/versions/fielded.ts')).toContain('= [version1, version2]');
});

/** What the committed migrations leave, of what the code wants: functions by their last text, types by their values. */
function left({ files }: Project) {
  const statements = [...files]
    .filter(([path]) => path.endsWith('.sql'))
    .sort()
    .flatMap(([, sql]) => statementsOf(sql));
  return {
    functions: new Map(
      statements
        .filter(({ object }) => object.startsWith('function '))
        .map(({ object, text }) => [object, text.replace('create or replace', 'create')]),
    ),
    enums: enumsAfter(statements.map(({ text }) => text)),
  };
}

test('after any number of versions the migrations leave what one made from nothing would have', () => {
  fc.assert(
    fc.property(fc.array(anyEdits, { minLength: 1, maxLength: 3 }), (drawn) => {
      const later = drawn.reduce<readonly (typeof questionnaire)[]>(
        (list, edits) => [...list, nextVersion(list.at(-1) ?? questionnaire, edits)],
        [],
      );
      let project: Project = firstFrozen;
      for (const one of later) {
        const changed = changedTo(one, project);
        expect(changed.said.refused).toEqual([]);
        project = frozen(changed);
        expect(instrumented(project).said).toEqual({ migrations: new Map(), obsolete: [], refused: [] });
      }
      const consents = ['1'];
      const wanted = left({
        source,
        files: new Map(
          Object.entries(source.migrations([questionnaire, ...later], consents)).map(([name, sql]) => [
            `${name}.sql`,
            sql,
          ]),
        ),
      });
      const made = left(project);
      for (const [name, text] of wanted.functions) expect(made.functions.get(name)).toBe(text);
      for (const [type, values] of wanted.enums) expect(made.enums.get(type)).toEqual(values);
    }),
    { numRuns: 8 },
  );
});
