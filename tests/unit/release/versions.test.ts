import { beforeAll, describe, expect, test } from 'vitest';
import { versionsIn } from '../../../src/release/asked.ts';
import { versionOne, versionTwo, worldOf } from '../../examples/versionWorlds.ts';
import { answersOf } from '../../examples/answersOf.ts';

/** A catalogue before and after the questionnaire has changed. */

const load = async () => {
  const [tables, catalogue, implies, sums, tooFew, definitions, made, shown, recounted, ledger, rows] =
    await Promise.all([
      import('../../../src/release/tables.ts'),
      import('../../../src/release/catalogue.ts'),
      import('../../../src/release/basesInside.ts'),
      import('../../../src/release/sumsOfBases.ts'),
      import('../../../src/release/disclosure/tooFew.ts'),
      import('../../../src/release/definitions.ts'),
      import('../../../src/release/makeRelease.ts'),
      import('../../../src/release/shownNow.ts'),
      import('../../examples/recount.ts'),
      import('../../../src/release/disclosure/ledger.ts'),
      import('../../../src/release/package/estimatesTable.ts'),
    ]);
  return {
    ...tables,
    ...catalogue,
    ...implies,
    ...sums,
    ...tooFew,
    ...definitions,
    ...made,
    ...shown,
    ...recounted,
    ...ledger,
    ...rows,
  };
};
type World = Awaited<ReturnType<typeof load>>;

let before: World;
let after: World;
beforeAll(async () => {
  before = await worldOf([versionOne], load);
  after = await worldOf([versionOne, versionTwo], load);
});

const table = (world: World, name: string) => {
  const found = world.tables.find((one) => one.name === name);
  if (found === undefined) throw new Error(`No table ${name}.`);
  return found;
};

describe('after a change of the questionnaire', () => {
  test('every table of before is there, under its name and with its definition', () => {
    const then = before.definitions();
    const now = after.definitions();
    expect(Object.keys(then).filter((name) => now[name] !== then[name])).toEqual([]);
    expect(Object.keys(now).length).toBeGreaterThan(Object.keys(then).length);
  });

  test('a series whose question gained an answer restarts under a new name, and the old one is closed', () => {
    const old = table(after, 'E17 job_seeker_interviewed');
    const restarted = table(after, 'E17 job_seeker_interviewed_v2');
    expect([old.isClosed, restarted.isClosed]).toEqual([true, false]);
    expect(versionsIn(old.series.base)).toEqual(['1']);
    expect(old.series.run).toEqual({ versions: ['1'], until: '1' });
    expect(restarted.series.run).toEqual({ versions: ['2'], since: '2' });
    const codes = ({ series }: typeof old) => series.cells.map(({ code }) => code);
    expect(codes(restarted).filter((code) => !codes(old).includes(code))).toEqual(['chat']);
    expect(after.tableName('E17', 'job_seeker_interviewed')).toBe('E17 job_seeker_interviewed_v2');
    // Its cuts too.
    expect(table(after, 'E17 job_seeker_interviewed_v2 field4').counted).toBe('E17 job_seeker_interviewed@2');
  });

  test('a retired question keeps its name, and says until when; a new row is a series of its own', () => {
    expect(table(after, 'E9 job_seeker_none')).toMatchObject({
      isClosed: false,
      series: { run: { until: '1' } },
    });
    expect(table(after, `E13 e_barriers_budget_v2`)).toMatchObject({
      series: { run: { since: '2' } },
    });
    expect(table(after, 'E13 e_barriers_time').series).toBe(
      after.seriesIn(after.estimateOf('barriers'), 'e_barriers_time'),
    );
  });

  test('bases of some versions lie inside those of all, and not beside them', () => {
    expect(after.isInside('interviewed_told@2', 'turned_down_or_waiting_interviewed')).toBe(true);
    expect(after.isInside('employers@2', 'employers')).toBe(true);
    expect(after.isInside('employers', 'employers@2')).toBe(false);
    expect(before.bases.filter(({ id }) => id.includes('@'))).toEqual([]);
  });

  test('what a release told before it is read by the kinds of people that there were then', () => {
    const told = ['turned_down_or_waiting_interviewed', 'job_seekers_interviewed@1'];
    const sums = (versions: readonly string[]) =>
      [...after.sumsOf(told, after.kindsAsked(versions)).values()].map(({ parts }) => [...parts]);
    const each = told.toReversed().map((base) => [[base, 1]]);
    expect(sums(['1', '2'])).toEqual([[], ...each]);
    // Whoever waits was interviewed, so that the two give a third while nobody answered another version.
    expect(sums(['1'])).toEqual([
      [],
      ...each,
      [
        ['job_seekers_interviewed@1', 1],
        ['turned_down_or_waiting_interviewed', -1],
      ],
    ]);
  });

  test('and beside it, whoever answers the later version is of another kind', () => {
    const size = (n: number, added: number) => ({ n, added: { r1: added } });
    const now = new Map([
      ['turned_down_or_waiting_interviewed', size(130, 30)],
      ['job_seekers_interviewed@1', size(103, 0)],
    ]);
    const before = new Map([['turned_down_or_waiting_interviewed', [{ release: 'r1', n: 100 }]]]);
    const [, sum] = after.sumsOf(['job_seekers_interviewed@1']).values();
    if (sum === undefined) throw new Error('expected a sum');
    const found = (versions: readonly string[]) =>
      after.tooFewIn({ sizes: now, before, fieldedBy: () => versions })(sum);
    expect(found(['1'])).toEqual({ people: 3, since: 'r1' });
    expect(found(['1', '2'])).toBeNull();
    // And the other way round: those of all versions now, who were of the first one then.
    const [, whole] = after.sumsOf(['turned_down_or_waiting_interviewed']).values();
    if (whole === undefined) throw new Error('expected a sum');
    const sizes = new Map([...now, ['turned_down_or_waiting_interviewed', size(100, 0)]]);
    const told = new Map([['job_seekers_interviewed@1', [{ release: 'r1', n: 103 }]]]);
    const beside = (versions: readonly string[]) =>
      after.tooFewIn({ sizes, before: told, fieldedBy: () => versions })(whole);
    expect(beside(['1'])).toEqual({ people: 3, since: 'r1' });
    expect(beside(['1', '2'])).toBeNull();
  });
});

const people = (n: number, version: typeof versionOne) =>
  (['job_seeker', 'employer'] as const).flatMap((side) =>
    Array.from({ length: n }, (_, i) => ({
      side,
      answers: answersOf(version, side, `${version.version} ${side} ${i}`),
      instrument: version.version,
      seconds: 600,
    })),
  );

/** All of them counted, those of the first version before the first release. */
const tallyOf = (world: World, responses: ReturnType<typeof people>) =>
  world.recount(
    responses,
    responses.map(({ instrument }) => ({ counted: true, epoch: Number(instrument) - 1 })),
  );

const head = (id: string) => ({
  id,
  published: `${id}-01`,
  made_up: false,
  instrument: '1',
  commit: 'c0ffee'.padEnd(40, '0'),
});

describe('a release of the first version', () => {
  const first = () =>
    before.makeRelease({
      tally: tallyOf(before, people(300, versionOne)),
      head: head('2027-01'),
      earlier: [],
      ledger: before.openLedger([]),
    });

  test('is shown after the change: what is alike as it was, what restarted as nothing yet', () => {
    const { release } = first();
    const shown = after.shownNow(release);
    const find = (name: string) => shown.tables.find((one) => one.table === name);
    expect(find('E1 job_seeker')).toEqual(release.tables.find((one) => one.table === 'E1 job_seeker'));
    expect(find('E9 job_seeker_none')?.vintage).toBe('2027-01');
    expect(find('E17 job_seeker_interviewed')?.vintage).toBe('2027-01');
    expect(find('E17 job_seeker_interviewed_v2')).toMatchObject({ vintage: null });
    expect(shown.tables.map((one) => one.table)).toContain(`E13 e_barriers_budget_v2`);
    // Every line of the new catalogue can be read from it.
    expect(after.estimateLines(shown, { data: '', release: shown.id }).length).toBeGreaterThan(
      before.estimateLines(release, { data: '', release: release.id }).length,
    );
  });

  test('stays out where its table counts something else, and is refused as a recoding', () => {
    const { release } = first();
    const recoded = { ...release, definitions: { ...release.definitions, 'E1 job_seeker': 'another' } };
    expect(after.shownNow(recoded).tables.find((one) => one.table === 'E1 job_seeker')?.vintage).toBeNull();
    expect(() => {
      after.refuseRecoded([release]);
    }).not.toThrow();
    expect(() => {
      after.refuseRecoded([recoded]);
    }).toThrow(
      /^E1 job_seeker counts other answers, or other people, than in the release 2027-01: put it back .* \(protocol 3\.3, P7\)\.$/,
    );
  });

  test('is followed by one that counts both, with what was asked alike pooled', () => {
    const { release, ledger } = first();
    const responses = [...people(300, versionOne), ...people(150, versionTwo)];
    const { release: next } = after.makeRelease({
      tally: tallyOf(after, responses),
      head: head('2027-02'),
      earlier: [release],
      ledger: after.openLedger(ledger, [release]),
    });
    expect(next.versions).toEqual(['1', '2']);
    const asked = (name: string) => {
      const found = next.tables.find((one) => one.table === name);
      const group = found?.groups.answered;
      const n = group?.status === 'published' ? group.n : NaN;
      return [found?.vintage, n + (found?.rest?.status === 'published' ? found.rest.n : NaN)];
    };
    expect(asked('E1 job_seeker')).toEqual(['2027-02', 450]);
    // Nobody of version 1 came or left.
    expect(next.tables.find((one) => one.table === 'E9 job_seeker_none')?.vintage).toBe('2027-01');
    const lines = after
      .estimateLines(next, { data: '', release: next.id })
      .map(({ table: { seriesName, series } }) =>
        [seriesName, versionsIn(series.base).join(' ')].join(' of '),
      );
    expect(lines).toContain('job_seeker_interviewed_v2 of 2');
    expect(lines).toContain('job_seeker_none of 1');
  });

  test('must not lose a table that it printed', () => {
    const { release, ledger } = first();
    const gone = ledger.map((row) => ({ ...row, table: row.table.replace('E1 ', 'E99 ') }));
    expect(() =>
      after.makeRelease({
        tally: tallyOf(after, people(300, versionOne)),
        head: head('2027-02'),
        earlier: [release],
        ledger: after.openLedger(gone, [release]),
      }),
    ).toThrow(
      /^The release 2027-01 printed E99 job_seeker, which the catalogue no longer counts, .*put its series back/,
    );
  });
});
