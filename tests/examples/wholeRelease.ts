import { versionIds } from '../../src/release/asked.ts';
import { catalogueChecksum } from '../../src/release/catalogueChecksum.ts';
import { definitions } from '../../src/release/definitions.ts';
import { keptName } from '../../src/release/counts.ts';
import { printedDoor } from '../../src/release/door.ts';
import { candidate } from '../../src/release/disclosure/candidate.ts';
import { CHANNEL, FATE, RULE } from '../../src/release/disclosure/partition.ts';
import type { ShownCell, ShownGroup, ShownTable } from '../../src/release/disclosure/shown.ts';
import type { Release } from '../../src/release/release.ts';
import type { SeriesDefinition } from '../../src/release/series.ts';
import {
  ANSWERED,
  chainName,
  channelTableName,
  tables,
  type TableDefinition,
} from '../../src/release/tables.ts';
import { channels } from '../../src/survey/channel.ts';
import type { SideId } from '../../src/survey/question.ts';
import { keptWithFlagSql } from '../../src/survey/database/leftOutSql.ts';
import { qualityRules } from '../../src/survey/quality.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';

/** A number from `from` to `to`, derived from a name: deterministic. */
function numberOf(name: string, from: number, to: number): number {
  const sum = Buffer.from(name).reduce((hash, byte) => (hash * 31 + byte) % 1_000_003, 7);
  return from + (sum % (to - from + 1));
}

/** `n` people spread over these codes, by weights derived from the names. */
function spread(codes: readonly string[], n: number, name: string): Record<string, number> {
  const weights = codes.map((code) => numberOf(`${name} ${code}`, 1, 9));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = weights.map((weight) => Math.floor((n * weight) / all));
  const left = n - counts.reduce((sum, count) => sum + count, 0);
  return Object.fromEntries(
    codes.map((code, index) => [code, (counts[index] ?? 0) + (index === 0 ? left : 0)]),
  );
}

const asked = ({ base }: SeriesDefinition): number => numberOf(base.id, 90, 900);

const asidesOf = ({ id, asides }: SeriesDefinition): Record<string, number> =>
  Object.fromEntries(asides.map(({ code }) => [code, numberOf(`${id} ${code}`, 0, 6)]));

const answered = (series: SeriesDefinition): number =>
  asked(series) - Object.values(asidesOf(series)).reduce((sum, count) => sum + count, 0);

/** Three tables that are not like the others: too small, withheld, and as they were before. */
const small = 'E7 job_seeker_about_them';
const withheld = 'E9 job_seeker_none';
const carried = ['E2 job_seeker_45_days', 'E2 job_seeker_45_days region3', 'E13 e_barriers_legal'];

function overallTable({ name, series }: TableDefinition): Pick<ShownTable, 'groups' | 'rest'> {
  if (name === small) return { groups: { [ANSWERED]: { status: 'small_base' } }, rest: null };
  if (name === withheld) return { groups: { [ANSWERED]: { status: 'withheld' } }, rest: null };
  const n = answered(series);
  const codes = series.cells.map(({ code }) => code);
  const unsaid = asidesOf(series);
  const { groups, rest } = candidate(
    {
      table: name,
      side: series.side,
      segment: null,
      population: name,
      indicators: codes,
      headlines: Object.fromEntries(series.indicators.map(({ id, cells }) => [id, cells])),
      categories: { [ANSWERED]: { n, x: spread(codes, n, name), added: {} } },
      rest: { n: asked(series) - n, x: unsaid, added: {} },
    },
    'any',
  ).table;
  return { groups, rest };
}

/** Who answered: every kind of people but the last, which is too small and counted with those who did not say. */
function compositionTable({ name, series }: TableDefinition): Pick<ShownTable, 'groups' | 'rest'> {
  const counts = spread(
    series.cells.map(({ code }) => code),
    asked(series),
    name,
  );
  const last = series.cells.at(-1)?.code ?? '';
  const groups = Object.entries(counts).map(([code, n]): readonly [string, ShownGroup] => [
    code,
    code === last ? { status: 'small_base' } : { status: 'published', n, cells: {} },
  ]);
  return { groups: Object.fromEntries(groups), rest: { status: 'published', n: counts[last] ?? 0 } };
}

/** Headlines from coarse to fine, with one count too small to print and one too near to the one around it. */
function headlines(series: SeriesDefinition, n: number, index: number): Record<string, ShownCell> {
  const cells = series.indicators.map(({ id }, depth): readonly [string, ShownCell] => {
    if (index === 1) return [id, { status: 'small_cell', bound: depth === 0 ? 'high' : 'low' }];
    if (index === 2 && depth === 1) return [id, { status: 'withheld' }];
    return [id, { status: 'published', x: Math.round(n * (0.6 - 0.3 * depth)) }];
  });
  return Object.fromEntries(cells);
}

function cutTable({ name, series, segment }: TableDefinition): Pick<ShownTable, 'groups' | 'rest'> {
  const codes = segment?.categories.map(({ code }) => code) ?? [];
  const total = answered(series);
  const people = spread(codes, Math.max(0, total - 20), name);
  const groups = codes.map((code, index): readonly [string, ShownGroup] => {
    const n = people[code] ?? 0;
    if (n < 30) return [code, { status: 'small_base' }];
    if (index === 3) return [code, { status: 'withheld' }];
    return [code, { status: 'published', n, cells: headlines(series, n, index) }];
  });
  return { groups: Object.fromEntries(groups), rest: null };
}

const people = (n: number): ShownGroup => ({ status: 'published', n, cells: {} });

/** What became of a side’s responses, and what each rule left out, one of them too few to tell. */
const chain = (side: SideId): readonly Pick<ShownTable, 'table' | 'segment' | 'groups'>[] => [
  {
    table: chainName(side),
    segment: FATE,
    groups: {
      included: people(numberOf(side, 1000, 2000)),
      left_out: people(41),
      screened_out: side === 'employer' ? { status: 'withheld' } : people(120),
    },
  },
  ...qualityRules.map(({ flag }, index) => ({
    table: `${chainName(side)} ${flag}`,
    segment: RULE,
    groups: { left_out: index === 1 ? ({ status: 'small_base' } as const) : people(10 + index) },
  })),
  ...keptWithFlagSql.map(([flag], index) => ({
    table: `${chainName(side)} ${keptName(flag)}`,
    segment: RULE,
    groups: { kept: people(12 + index) },
  })),
  {
    table: channelTableName(side),
    segment: CHANNEL,
    groups: Object.fromEntries(
      channels.map((channel, index) => [
        channel,
        index % 3 === 2 ? ({ status: 'small_base' } as const) : people(20 + index),
      ]),
    ),
  },
];

/** A release with every table of the catalogue, its numbers derived from names: deterministic. */
export function wholeRelease(head: Partial<Release> = {}): Release {
  const id = head.id ?? '2026-12';
  const earlier = '2026-11';
  const made = tables.map((definition): ShownTable => {
    const { name, segment, series } = definition;
    const parted = series.partedBy;
    const isCarried = carried.includes(name);
    return {
      table: name,
      segment: parted ?? segment?.id ?? null,
      vintage: isCarried ? earlier : id,
      carried: isCarried,
      ...(parted !== undefined
        ? compositionTable(definition)
        : segment === null
          ? overallTable(definition)
          : cutTable(definition)),
    };
  });
  return {
    id,
    published: '2026-12-01',
    made_up: false,
    instrument: questionnaire.version,
    commit: '0123456789abcdef0123456789abcdef01234567',
    versions: [...versionIds],
    catalogue: catalogueChecksum(),
    definitions: definitions(),
    door: printedDoor({ door: { D1: 41, D2: 9, D4: 120, harder: 1234 } }),
    tables: [
      ...[...chain('job_seeker'), ...chain('employer')].map((table): ShownTable => ({
        ...table,
        vintage: id,
        carried: false,
        rest: null,
      })),
      ...made,
    ],
    ...head,
  };
}

/** The same of made-up respondents. */
export const wholeSample = (): Release =>
  wholeRelease({ id: 'sample', published: '2026-11-24', made_up: true, commit: null });
