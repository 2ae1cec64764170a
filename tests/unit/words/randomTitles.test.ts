import { expect, test } from 'vitest';
import { figureOf, pictureIds } from '../../../src/figures/estimates/figureOf.ts';
import type { Source } from '../../../src/figures/estimates/source.ts';
import type { ShownGroup, ShownTable } from '../../../src/release/disclosure/shown.ts';
import { MINIMUM_BASE, MINIMUM_CELL } from '../../../src/release/disclosure/thresholds.ts';
import { tables, type TableDefinition } from '../../../src/release/tables.ts';
import { titleOf } from '../../../src/words/titleOf.ts';
import { random } from '../../examples/frameSimulation.ts';
import { series, withTables } from '../../examples/release.ts';
import { sampleSource } from '../../examples/sampleSource.ts';
import { faultsIn } from './faultsIn.ts';

const RELEASES = 12;

/** Between 12 and some 3,000 people, as many small groups as large ones. */
const size = (draw: () => number): number => Math.round(12 * 250 ** draw());

/** So many people over some answers, a few of which nobody gives. */
function spread(n: number, codes: readonly string[], draw: () => number): Readonly<Record<string, number>> {
  const weights = codes.map(() => (draw() < 0.15 ? 0 : draw() ** 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const counts = weights.map((weight) => Math.floor((n * weight) / total));
  const left = n - counts.reduce((sum, x) => sum + x, 0);
  return Object.fromEntries(codes.map((code, i) => [code, (counts[i] ?? 0) + (i === 0 ? left : 0)]));
}

/** A group of a cut: its headlines inside each other, one of five groups too small. */
function groupOf({ series: { indicators } }: TableDefinition, share: number, draw: () => number): ShownGroup {
  const n = size(draw);
  if (n < MINIMUM_BASE || draw() < 0.1) return { status: 'small_base' };
  let x = Math.round(n * Math.min(1, Math.max(0, share + (draw() - 0.5) / 4)));
  const cells = indicators.map(
    ({ id }): [string, Extract<ShownGroup, { cells: unknown }>['cells'][string]] => {
      const count = x;
      x = Math.floor(x * draw());
      if (count < MINIMUM_CELL) return [id, { status: 'small_cell', bound: 'low' }];
      if (n - count < MINIMUM_CELL) return [id, { status: 'small_cell', bound: 'high' }];
      return [id, { status: 'published', x: count }];
    },
  );
  return { status: 'published', n, cells: Object.fromEntries(cells) };
}

function tableOf(definition: TableDefinition, draw: () => number): readonly ShownTable[] {
  const { name, segment, series: of } = definition;
  const before = sampleSource.release.tables.find(({ table }) => table === name);
  if (before === undefined || name.startsWith('E16')) return [];
  if (segment === null) {
    const counts = spread(
      size(draw),
      of.cells.map(({ code }) => code),
      draw,
    );
    return [series(name, counts, { blank: Math.floor(draw() * 30) })];
  }
  const share = draw();
  const codes = Object.keys(before.groups);
  return [
    { ...before, groups: Object.fromEntries(codes.map((code) => [code, groupOf(definition, share, draw)])) },
  ];
}

const draw = random(20_261_129);
const sources = Array.from({ length: RELEASES }, (): Source => {
  const changed = tables.flatMap((definition) => tableOf(definition, draw));
  return { ...sampleSource, release: withTables(sampleSource.release, changed) };
});
const titles = sources.flatMap((source) =>
  pictureIds.map((id) => [id, titleOf(figureOf(id, source))] as const),
);
const isPlain = (title: string): boolean => /: ([\d,]+ people so far|too few answers yet)$/.test(title);

test('more than 200 random figures have titles in good English, and no statement is off by more than 2 points', () => {
  const said = titles.filter(([, title]) => !isPlain(title));
  expect(said.length).toBeGreaterThan(200);
  const faulty = titles.flatMap(([id, title]) => {
    const faults = faultsIn(title);
    return faults.length === 0 ? [] : [`${id}: “${title}”: ${faults.join(', ')}`];
  });
  expect(faulty).toEqual([]);
  if (process.env.TITLES !== undefined) {
    console.log(
      `${titles.length} random figures: ${said.length} findings, ${titles.length - said.length} plain names.`,
    );
    for (const [id, title] of titles) console.log(`${id.padEnd(32)} ${title}`);
  }
});

test('every shape of a title is among them', () => {
  const all = titles.map(([, title]) => title).join('\n');
  for (const shape of [
    /^After .*\); (after|with no interview|otherwise)/m,
    /^According to .*\); according to /m,
    /^(In|At|For|Outside) .*\); (elsewhere|inside|for others), /m,
    /\); shown by /m,
    / in ten /,
    /rejections (after an interview )?had a specific reason, passed on or not/,
    /^Of the applications described here, .* and /m,
    /^(By [a-z ]+, )/m,
    /people so far$/m,
  ])
    expect(all).toMatch(shape);
});
