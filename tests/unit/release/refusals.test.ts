import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whyNotDue } from '../../../scripts/release/report.ts';
import { changeSince } from '../../../src/release/disclosure/changeSince.ts';
import { checkLedger, tableAt } from '../../../src/release/disclosure/checkLedger.ts';
import { checkPartition } from '../../../src/release/disclosure/checkPartition.ts';
import { openLedger } from '../../../src/release/disclosure/ledger.ts';
import { checkPopulations, segmentRule } from '../../../src/release/disclosure/protect.ts';
import { FIRST_RELEASE, MINIMUM_GROUP } from '../../../src/release/disclosure/thresholds.ts';
import { byField, group, overall } from './disclosure/groups.ts';
import { history } from './disclosure/history.ts';

const november = { '2026-11': [overall(group(185, 90, 40), { n: 3, x: { dk: 3 }, added: {} })] };
const row = {
  release: '2026-11',
  table: 'E1 job_seeker',
  category: '(total)',
  population: 'x',
  n: 60,
  x: {},
  added: {},
  shown: true,
};
const job = 'tests/database/releaseJob.test.ts';
const local = 'tests/database/localRelease.test.ts';

interface Refusal {
  /** How an owner meets it. */
  readonly when: string;
  /** Words of it as the code has them. */
  readonly words: string;
  /** What raises it, or the test that does and holds these words. */
  readonly by: (() => unknown) | { readonly test: string; readonly words: string };
}

/**
 * Every refusal of the release job and of the rules of disclosure, by the file that makes it. A new one needs a line here,
 * and so a sentence that somebody has seen.
 */
const refusals: Readonly<Record<string, readonly Refusal[]>> = {
  'scripts/release.ts': [
    {
      when: 'two things that are done instead of a release',
      words: 'each does something else instead of a release',
      by: {
        test: job,
        words: 'Either --progress or --recorded: each does something else instead of a release.',
      },
    },
    {
      when: 'a dry run of what was recorded',
      words: 'Either --recorded or --dry-run',
      by: { test: job, words: 'Either --recorded or --dry-run' },
    },
  ],
  'scripts/release/runRelease.ts': [
    {
      when: 'too few answers or changes',
      words: 'Nothing was written. ',
      by: { test: job, words: 'Nothing was written. Job seekers: ' },
    },
    {
      when: 'a lost folder, and other code than made it',
      words: 'was made by the code of another commit',
      by: { test: job, words: 'was made by the code of another commit' },
    },
    {
      when: 'a lost folder, and files that would not be those that were recorded',
      words: 'would not be what was recorded',
      by: { test: job, words: 'would not be what was recorded' },
    },
  ],
  'scripts/release/codeCommit.ts': [
    {
      when: 'SOURCE_COMMIT is a branch',
      words: 'SOURCE_COMMIT must be a whole commit',
      by: () => {
        commitIn('archive', { SOURCE_COMMIT: 'main' });
      },
    },
    {
      when: 'an unpacked archive',
      words: 'this folder is no git repository',
      by: () => {
        commitIn('archive');
      },
    },
    {
      when: 'a file was edited',
      words: 'there are changes that no commit holds',
      by: () => {
        commitIn('clone');
      },
    },
  ],
  'scripts/release/earlierReleases.ts': [
    {
      when: 'a file that is no release',
      words: 'is not a release (',
      by: { test: job, words: 'release.json is not a release (' },
    },
    {
      when: 'a job that was stopped',
      words: 'the job was stopped before its folder was in place',
      by: { test: job, words: 'stopped before anything was recorded: delete it' },
    },
    {
      when: 'a folder was lost',
      words: 'was made from this database and',
      by: { test: job, words: 'was made from this database and' },
    },
    {
      when: 'another database',
      words: 'The database knows nothing of the release',
      by: { test: job, words: 'The database knows nothing of the release' },
    },
  ],
  'scripts/release/publisherFor.ts': [
    { when: 'no address', words: 'SITE_URL is not set', by: { test: job, words: 'SITE_URL is not set' } },
    {
      when: 'no owner, or no day on which the survey opened',
      words: 'a data package keeps what it names for good',
      by: { test: job, words: 'a data package keeps what it names for good' },
    },
  ],
  'scripts/release/source.ts': [
    {
      when: 'another questionnaire',
      words: 'the database is newer than the code',
      by: { test: job, words: 'the database is newer than the code' },
    },
    {
      when: 'a burst',
      words: 'came faster than people do and are held back',
      by: { test: job, words: 'came faster than people do and are held back' },
    },
    {
      when: 'the first day',
      words: 'No answers from before today are in the database',
      by: { test: local, words: 'No answers from before today are in the database' },
    },
    {
      when: 'twice in a month',
      words: 'This month has a release already',
      by: { test: job, words: "expect.stringContaining('--again')" },
    },
    {
      when: 'a sample in a hosted database',
      words: 'holds made-up people, and nothing was released',
      by: { test: job, words: 'holds made-up people, and nothing was released' },
    },
    {
      when: 'the survey tried on a machine with the sample',
      words: 'they are never counted together',
      by: { test: local, words: 'they are never counted together' },
    },
    {
      when: 'two options',
      words: 'Either --real or --sample',
      by: { test: local, words: 'Either --real or --sample' },
    },
    {
      when: 'a sample of nobody',
      words: 'There are no made-up people at',
      by: { test: local, words: 'There are no made-up people at' },
    },
  ],
  'src/release/disclosure/changeSince.ts': [
    {
      when: 'a function of older code',
      words: 'the tally does not say who is new since',
      by: () => changeSince([{ n: 1, added: {} }], '2026-11', 1, 'E1'),
    },
    {
      when: 'a ledger of another survey',
      words: 'people now cannot come from',
      by: () => changeSince([{ n: 90, added: { '2026-11': 3 } }], '2026-11', 60, 'E1'),
    },
  ],
  'src/release/disclosure/checkLedger.ts': [
    {
      when: 'a folder was lost',
      words: 'was last renewed in it: restore its folder',
      by: () => tableAt([], '2026-11', 'E1'),
    },
    {
      when: 'a folder of another time',
      words: 'which the ledger says was renewed in it',
      by: () => tableAt([{ id: '2026-11', tables: [] }], '2026-11', 'E1'),
    },
    {
      when: 'an edited file or ledger',
      words: 'the file and the ledger do not say the same',
      by: { test: job, words: 'the file and the ledger do not say the same' },
    },
    {
      when: 'a carried table was edited',
      words: 'it is not what',
      by: () => {
        const { earlier, ledger } = history(november);
        const tables =
          earlier[0]?.tables.map((table) => ({ ...table, carried: true, segment: 'field4' })) ?? [];
        checkLedger([...earlier, { id: '2026-12', tables }], ledger);
      },
    },
  ],
  'src/release/disclosure/checkPartition.ts': [
    {
      when: 'a fault of the tally',
      words: 'Run the tally again and look at the migration',
      by: () => {
        checkPartition(byField({ care: group(3, 4, 1) }));
      },
    },
  ],
  'src/release/disclosure/ledger.ts': [
    { when: 'a backup restored twice', words: 'twice for', by: () => openLedger([row, row]) },
    {
      when: 'a backup without a row',
      words: 'The ledger has no row for',
      by: { test: job, words: 'restore release_cells from its backup' },
    },
  ],
  'src/release/disclosure/protect.ts': [
    {
      when: 'a fault of the tally',
      words: 'may cut a table',
      by: () => {
        segmentRule([byField({}, group(0), { segment: 's_hours' })]);
      },
    },
    {
      when: 'a fault of the tally',
      words: 'is in the tally twice',
      by: () => {
        segmentRule([byField({}), byField({})]);
      },
    },
    {
      when: 'a tally in two parts',
      words: 'Run the tally again in one transaction',
      by: () => {
        checkPopulations([overall(group(10)), overall(group(11), undefined, { table: 'E2' })]);
      },
    },
    {
      when: 'a clock that was set back',
      words: 'does not come after',
      by: () => history({ ...november, '2026-10': [overall(group(185, 90, 40))] }),
    },
  ],
  'src/release/disclosure/protectTable.ts': [
    {
      when: 'a band with other limits',
      words: 'Categories never change',
      by: () =>
        history({
          ...november,
          '2026-12': [{ ...overall(group(185, 90, 40)), categories: { other: group(9) } }],
        }),
    },
  ],
};

/** Where the commit of the code is looked for: in an unpacked archive, and in a clone with a file that no commit holds. */
const folder = mkdtempSync(join(tmpdir(), 'no-but-why-commit-'));
beforeAll(() => {
  for (const name of ['archive', 'clone'])
    for (const part of [
      'scripts/release/codeCommit.ts',
      'scripts/command/folders.ts',
      'scripts/command/PlainError.ts',
    ]) {
      mkdirSync(dirname(join(folder, name, part)), { recursive: true });
      cpSync(part, join(folder, name, part));
    }
  const clone = join(folder, 'clone');
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: clone });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'All');
  writeFileSync(join(clone, 'scripts/edited.ts'), '');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function commitIn(name: string, environment: Record<string, string> = {}): void {
  const code = `import('./scripts/release/codeCommit.ts').then(({ codeCommit }) => codeCommit()).catch(({ message }) => console.log(message))`;
  const { SOURCE_COMMIT, ...clean } = process.env;
  const { stdout } = spawnSync(process.execPath, ['--eval', code], {
    cwd: join(folder, name),
    // The folder lies in no repository, whatever the temporary folder lies in.
    env: { ...clean, GIT_CEILING_DIRECTORIES: folder, ...environment },
    encoding: 'utf8',
  });
  expect(SOURCE_COMMIT).toBeUndefined();
  throw new Error(stdout.trim());
}

const said = (raise: () => unknown): string => {
  try {
    raise();
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
};

describe.each(Object.entries(refusals))('%s', (file, list) => {
  test.each(list.map((refusal) => [refusal.when, refusal] as const))('%s', (_when, { words, by }) => {
    expect(readFileSync(file, 'utf8')).toContain(words);
    if ('test' in by) {
      expect(readFileSync(by.test, 'utf8')).toContain(by.words);
      return;
    }
    const sentence = said(by);
    expect(sentence).toContain(words);
    // One or two sentences in words, for somebody who has to do something.
    expect(sentence).toMatch(/^\S[^\n]*\.$/);
    expect(sentence).not.toMatch(/undefined|\[object|NaN|Error\b/);
  });

  test('has no refusal besides', () => {
    const thrown = readFileSync(file, 'utf8').match(/new (?:ReleaseError|PlainError|NotDue)\(/g) ?? [];
    expect(thrown).toHaveLength(list.length);
  });
});

test('no other file of the job or of the rules refuses anything', () => {
  const files = [
    'scripts/release.ts',
    ...globSync('scripts/release/*.ts'),
    ...globSync('src/release/disclosure/*.ts'),
  ];
  const refusing = files.filter((file) =>
    /new (?:ReleaseError|PlainError|NotDue)\(/.test(readFileSync(file, 'utf8')),
  );
  expect(refusing.toSorted()).toEqual(Object.keys(refusals).toSorted());
});

test('what is missing to a release is said with the number it takes', () => {
  expect(whyNotDue({ side: 'job_seeker', included: 38, changed: null, isDue: false })).toBe(
    `Job seekers: 38 of the ${FIRST_RELEASE} needed for their first release.`,
  );
  expect(whyNotDue({ side: 'employer', included: 90, changed: 4, isDue: false })).toBe(
    `Employers: 4 of the ${MINIMUM_GROUP} needed that came or left since their last release.`,
  );
});
