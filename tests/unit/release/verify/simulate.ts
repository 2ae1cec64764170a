import { candidate } from '../../../../src/release/disclosure/candidate.ts';
import { changeSince } from '../../../../src/release/disclosure/changeSince.ts';
import { sideIsDue } from '../../../../src/release/disclosure/calendarRule.ts';
import type { EarlierRelease } from '../../../../src/release/disclosure/checkLedger.ts';
import { openLedger, type LedgerRow } from '../../../../src/release/disclosure/ledger.ts';
import { everybodyOf, type Group, type Partition } from '../../../../src/release/disclosure/partition.ts';
import { protect } from '../../../../src/release/disclosure/protect.ts';
import { rowsOf } from '../../../../src/release/disclosure/rowsOf.ts';
import { fields, stages, type Person } from './population.ts';

export const idOf = (release: number): string => `r${String(release).padStart(4, '0')}`;

/** Every release made, and every row of the ledger. */
export interface Run {
  readonly earlier: readonly EarlierRelease[];
  readonly rows: readonly LedgerRow[];
}

/** Which people are in each group of each table. */
export const tables = [
  {
    table: 'E1 job_seeker',
    segment: null,
    population: 'asked',
    categories: { answered: ({ answered }: Person) => answered },
    rest: ({ answered }: Person) => !answered,
    populations: { answered: 'answered' } as Readonly<Record<string, string>>,
  },
  {
    table: 'E1 job_seeker field4',
    segment: 'field4',
    population: 'answered',
    categories: Object.fromEntries(
      fields.map((code) => [code, ({ answered, field }: Person) => answered && field === code]),
    ),
    rest: ({ answered, field }: Person) => answered && field === null,
    populations: {} as Readonly<Record<string, string>>,
  },
  {
    table: 'E1 job_seeker stage3',
    segment: 'stage3',
    population: 'answered',
    categories: Object.fromEntries(
      stages.map((code) => [code, ({ answered, stage }: Person) => answered && stage === code]),
    ),
    rest: ({ answered, stage }: Person) => answered && stage === null,
    populations: { interviewed: 'interviewed' } as Readonly<Record<string, string>>,
  },
  {
    table: 'E3 job_seeker',
    segment: null,
    population: 'interviewed',
    categories: { answered: ({ answered, stage }: Person) => answered && stage === 'interviewed' },
    rest: () => false,
    populations: {} as Readonly<Record<string, string>>,
  },
] as const;

/** Counts of the people present, and how many are new since each given release. */
function count(people: readonly Person[], since: readonly number[], population?: string): Group {
  const byEntry: number[] = [];
  let told = 0;
  let reason = 0;
  for (const person of people) {
    byEntry[person.enter] = (byEntry[person.enter] ?? 0) + 1;
    if (person.told) told += 1;
    if (person.reason) reason += 1;
  }
  const added: Record<string, number> = {};
  let later = 0;
  let at = byEntry.length;
  for (const release of since.toReversed()) {
    while (at > release + 1) later += byEntry[--at] ?? 0;
    added[idOf(release)] = later;
  }
  const group = { n: people.length, x: { told, reason }, added };
  return population === undefined ? group : { ...group, population };
}

/** An overall table has answers, which add up; and the counting job knows why people are outside its base, here for one reason. */
const answersOf = ({ n, x, ...group }: Group): Group => ({
  ...group,
  n,
  x: { told: x.told ?? 0, not_told: n - (x.told ?? 0) },
});
const same = (group: Group): Group => group;
const byReason = (rest: Group): Group => ({ ...rest, x: { dk: rest.n } });

function partitionsAt(people: readonly Person[], now: number, since: readonly number[]): Partition[] {
  const present = people.filter(({ enter, exit }) => enter <= now && exit > now);
  return tables.map(({ table, segment, population, categories, rest, populations }) => ({
    table,
    side: 'job_seeker' as const,
    segment,
    population,
    indicators: segment === null ? ['told', 'not_told'] : ['told', 'reason'],
    ...(segment === null && { headlines: { told: ['told'] } }),
    categories: Object.fromEntries(
      Object.entries<(person: Person) => boolean>(categories).map(([code, holds]) => [
        code,
        (segment === null ? answersOf : same)(count(present.filter(holds), since, populations[code])),
      ]),
    ),
    rest: (segment === null ? byReason : same)(count(present.filter(rest), since)),
  }));
}

/** Releases by the rules, one after another. */
export function publish(people: readonly Person[], releases: number): Run {
  const earlier: EarlierRelease[] = [];
  const rows: LedgerRow[] = [];
  const kept = new Set<number>();
  let lastDue: { readonly id: string; readonly n: number } | null = null;
  for (let now = 0; now < releases; now += 1) {
    const partitions = partitionsAt(people, now, [...kept]);
    const [everybody] = partitions;
    if (everybody === undefined) throw new Error('expected a table');
    const groups = everybodyOf(everybody);
    const included = groups.reduce((sum, { n }) => sum + n, 0);
    const changed: number | null = lastDue && changeSince(groups, lastDue.id, lastDue.n, 'everybody');
    if (!sideIsDue({ included, changed })) continue;
    const release = idOf(now);
    lastDue = { id: release, n: included };
    const made = protect({
      release,
      partitions,
      earlier,
      ledger: openLedger(rows),
      due: new Set(['job_seeker'] as const),
    });
    earlier.push({ id: release, tables: made.tables });
    rows.push(...made.ledger);
    kept.add(now);
  }
  return { earlier, rows };
}

/** The negative control: base, residual and cell rule in every release, and a new release whenever the site is built. */
export function publishNaively(people: readonly Person[], releases: number): Run {
  const earlier: EarlierRelease[] = [];
  const rows: LedgerRow[] = [];
  const since: number[] = [];
  for (let now = 0; now < releases; now += 1) {
    const release = idOf(now);
    const made = partitionsAt(people, now, since).map((partition) => ({
      partition,
      ...candidate(partition, release),
    }));
    earlier.push({ id: release, tables: made.map(({ table }) => table) });
    rows.push(...made.flatMap(({ partition, shown }) => rowsOf(partition, shown, release)));
    since.push(now);
  }
  return { earlier, rows };
}
