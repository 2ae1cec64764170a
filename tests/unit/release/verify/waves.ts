import type { LedgerRow } from '../../../../src/release/disclosure/ledger.ts';
import type { MadeRelease } from '../../../../src/release/makeRelease.ts';
import type { Release } from '../../../../src/release/release.ts';
import { randomShare } from '../../../../src/sample/seededRandom.ts';
import type { Answers } from '../../../../src/survey/answers.ts';
import { holds } from '../../../../src/survey/condition.ts';
import type { Questionnaire, SideId } from '../../../../src/survey/question.ts';
import { answersOf } from '../../../examples/answersOf.ts';
import { versionOne, versionTwo, worldOf } from '../../../examples/versionWorlds.ts';

/** Releases month after month, while the questionnaire changes once. */

/** A response as it stands for a while: a correction ends one stay and begins another. */
export interface Stay {
  readonly key: string;
  readonly side: SideId;
  readonly version: Questionnaire;
  readonly answers: Answers;
  /** The first month in which it is counted, and the first in which it is not any more. */
  readonly from: number;
  readonly until: number;
}

export interface Plan {
  readonly seed: string;
  readonly months: number;
  /** The first month in which the second version is asked. */
  readonly change: number;
  /** Answers a side and month. */
  readonly arrivals: number;
  /** Of the first version, a side and month, after the change: sent late, withdrawn and corrected. */
  readonly late: (month: number) => number;
}

const FOREVER = Infinity;

/** Everybody who ever comes. */
function staysOf({ seed, months, change, arrivals, late }: Plan): readonly Stay[] {
  const stays: Stay[] = [];
  for (const side of ['job_seeker', 'employer'] as const)
    for (let month = 0; month < months; month += 1) {
      const isNew = month >= change;
      const come = (version: Questionnaire, n: number, kind: string) => {
        for (let i = 0; i < n; i += 1) {
          const key = `${seed} ${side} ${month} ${kind} ${i}`;
          const leaves = randomShare([key, 'leaves']) < 0.04;
          const until = leaves ? month + 1 + Math.floor(randomShare([key, 'when']) * months) : FOREVER;
          stays.push({ key, side, version, answers: answersOf(version, side, key), from: month, until });
          const corrects = until === FOREVER && randomShare([key, 'corrects']) < 0.02;
          const at = month + 1 + Math.floor(randomShare([key, 'day']) * months);
          if (!corrects || at >= months) continue;
          stays.pop();
          stays.push({ key, side, version, answers: answersOf(version, side, key), from: month, until: at });
          stays.push({
            key: `${key} corrected`,
            side,
            version,
            answers: answersOf(version, side, `${key} corrected`),
            from: at,
            until: FOREVER,
          });
        }
      };
      come(isNew ? versionTwo : versionOne, arrivals, 'on time');
      if (isNew) come(versionOne, late(month - change), 'late');
    }
  return stays;
}

const load = async () => {
  const [made, ledger, recounted, stored, names, tables, partitions] = await Promise.all([
    import('../../../../src/release/makeRelease.ts'),
    import('../../../../src/release/disclosure/ledger.ts'),
    import('../../../examples/recount.ts'),
    import('../../../../src/release/basesInside.ts'),
    import('../../../../src/release/disclosure/people.ts'),
    import('../../../../src/release/tables.ts'),
    import('../../../../src/release/partitions/partitionsOf.ts'),
  ]);
  return { ...made, ...ledger, ...recounted, ...stored, ...names, ...tables, ...partitions };
};

export type World = Awaited<ReturnType<typeof load>>;

/** One release, what it told, and who was there. */
export interface Wave {
  readonly made: MadeRelease;
  readonly world: World;
  /** Everybody counted, by the name that they had then. */
  readonly people: ReadonlyMap<string, ReadonlySet<string>>;
  /** The names whose number it tells anew. */
  readonly told: ReadonlySet<string>;
}

const idOf = (month: number): string =>
  `${2027 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** Who is counted under each name that a table of a catalogue gives people. */
function peopleIn({ tables, storedOf }: World, present: readonly Stay[]) {
  const rows = present.map((stay) => ({
    stay,
    row: storedOf(stay.side, stay.answers, stay.version.version),
  }));
  const found = new Map<string, ReadonlySet<string>>();
  const put = (name: string, side: SideId, isIn: (row: (typeof rows)[number]['row']) => boolean) => {
    if (!found.has(name))
      found.set(
        name,
        new Set(rows.flatMap(({ stay, row }) => (stay.side === side && isIn(row) ? [stay.key] : []))),
      );
  };
  for (const { series, counted } of tables) {
    const { base, cells, side } = series;
    put(base.id, side, (row) => holds(base.where, row));
    if (series.partedBy === undefined)
      put(
        `${counted} answered`,
        side,
        (row) => holds(base.where, row) && cells.some(({ where }) => holds(where, row)),
      );
  }
  return found;
}

/** The names whose number a release tells anew, as a reader finds them in its tables. */
function toldIn({ tables }: World, { id, tables: shown }: Release): ReadonlySet<string> {
  return new Set(
    tables.flatMap(({ name, counted, series, segment }) => {
      const found = shown.find(({ table }) => table === name);
      const isTold = Object.values(found?.groups ?? {}).some(
        ({ status }) => status === 'published' || status === 'few_answers',
      );
      if (found?.vintage !== id || !isTold) return [];
      const answered = series.partedBy === undefined ? [`${counted} answered`] : [];
      return segment === null ? [series.base.id, ...answered] : answered;
    }),
  );
}

/** The releases of a plan, by the code of each time. */
export async function publishWaves(plan: Plan): Promise<readonly Wave[]> {
  const stays = staysOf(plan);
  const before = await worldOf([versionOne], load);
  const after = await worldOf([versionOne, versionTwo], load);
  const waves: Wave[] = [];
  let rows: readonly LedgerRow[] = [];
  const epochs: number[] = [];
  for (let month = 0; month < plan.months; month += 1) {
    const world = month < plan.change ? before : after;
    const present = stays.filter(({ from, until }) => from <= month && until > month);
    const tally = world.recount(
      present.map(({ side, answers, version }) => ({
        side,
        answers,
        instrument: version.version,
        seconds: 600,
      })),
      present.map(({ from }) => ({ counted: true, epoch: epochs.filter((made) => from > made).length })),
    );
    const id = idOf(month);
    const earlier = waves.map(({ made: { release } }) => release);
    const made = world.makeRelease({
      tally,
      head: { id, published: `${id}-01`, made_up: false, instrument: '1', commit: 'c0ffee'.padEnd(40, '0') },
      earlier,
      ledger: world.openLedger(rows, earlier),
    });
    if (made.sides.every(({ isDue }) => !isDue)) continue;
    rows = [...rows, ...made.ledger];
    epochs.push(month);
    waves.push({
      made,
      world,
      people: peopleIn(world, present),
      told: toldIn(world, made.release),
    });
  }
  return waves;
}

/** Whose number everybody would be told if nothing waited. */
export const everybodyTold = (waves: readonly Wave[]): readonly Wave[] =>
  waves.map((wave) => ({ ...wave, told: new Set(wave.people.keys()) }));
