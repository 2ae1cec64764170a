import { describe, expect, test } from 'vitest';
import { csv } from '../../../../src/words/csv.ts';
import { describe as inWords } from '../../../../src/words/describe.ts';
import { isWithheld } from '../../../../src/figures/parts.ts';
import { cuts } from '../../../../src/release/comparisons/cuts.ts';
import { figureOf } from '../../../../src/figures/estimates/figureOf.ts';
import type { Source } from '../../../../src/figures/estimates/source.ts';
import { renderSvg } from '../../../../src/charts/render.ts';
import type { ShownGroup, ShownTable } from '../../../../src/release/disclosure/shown.ts';
import { everySegment } from '../../../../src/release/segments.ts';
import { tables } from '../../../../src/release/tables.ts';
import { described } from '../../../examples/figureParts.ts';
import { sampleSource } from '../../../examples/sampleSource.ts';

/** A group of which `x` of `n` are counted by every indicator of its table. */
const group = (x: number, n: number, ...indicators: string[]): ShownGroup => ({
  status: 'published',
  n,
  cells: Object.fromEntries(indicators.map((id) => [id, { status: 'published', x }])),
});

/** The sample with one table changed. */
const changed = (name: string, change: (table: ShownTable) => Partial<ShownTable>): Source => ({
  ...sampleSource,
  release: {
    ...sampleSource.release,
    tables: sampleSource.release.tables.map((table) =>
      table.table === name ? { ...table, ...change(table) } : table,
    ),
  },
});

function barsOf(id: string, source: Source) {
  const figure = figureOf(id, source);
  if (figure.form !== 'bars') throw new Error(`${id} is not drawn as bars.`);
  return figure;
}
const rowsOf = (id: string, source: Source) => barsOf(id, source).groups.flatMap(({ rows }) => rows);

test('every table that is cut has a page, both sides of an estimate on one', () => {
  const drawn = cuts.flatMap(({ measures }) => measures.flat().map(({ table }) => table));
  expect(drawn.toSorted()).toEqual(
    tables.flatMap(({ name, segment }) => (segment === null ? [] : [name])).toSorted(),
  );
  expect(new Set(cuts.map(({ id }) => id)).size).toBe(cuts.length);
});

test('the cuts of a chart stand in the order of the segments, the same for every chart', () => {
  for (const own of Map.groupBy(cuts, ({ estimate }) => estimate.slug).values()) {
    const places = own.map(({ segment }) => everySegment.indexOf(segment.id));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  }
});

test('no two parts of a cut have one name', () => {
  for (const { id } of cuts) {
    const names = barsOf(id, sampleSource).groups.map((group) => group.id);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('how it ended is not cut: its silences are of unlike ages', () => {
  expect(cuts.filter(({ estimate }) => estimate.slug === 'outcome')).toEqual([]);
});

test('a page shows the coarsest headline that both sides have, the same in every cut of a chart', () => {
  const shown = cuts.map(({ estimate, segment, measures }) => [
    estimate.slug === 'asking' ? `asking by ${segment.id}` : estimate.slug,
    measures
      .map((measure) => [...new Set(measure.map(({ indicator }) => indicator.id))].join())
      .join(' and '),
  ]);
  expect(Object.fromEntries(shown)).toEqual({
    'told-by-day': 'within_45',
    'explanation-ladder': 'specific',
    promise: 'promised',
    // Those who asked are few: what came of it is cut by what a difference between the sides has to hold in, and no more.
    'asking by field4': 'asked',
    'asking by size3': 'useful and asked',
    'asking by level3': 'asked',
    'asking by region3': 'asked',
    'asking by rounds3': 'useful and asked',
    'most-useful': 'learn',
    waiting: 'within_14',
    'how-told': 'personal',
    'known-not-said': 'told and reason',
  });
  expect(new Set(shown.map((pair) => pair.join(' '))).size).toBe(12);
});

test('two things counted of one side stand under each other, each with its own name and base', () => {
  const { groups } = barsOf('known-not-said/by/size3', sampleSource);
  expect(groups.map(({ label }) => label)).toEqual([
    'Passed it on, of those who had a reason',
    'Had a reason about the person',
  ]);
  expect(groups.map(({ rows }) => rows.length)).toEqual([3, 3]);
  const reason = changed('E18 employer_told size3', ({ groups: of }) => ({
    groups: Object.fromEntries(Object.keys(of).map((code) => [code, group(20, 50, 'told')])),
  }));
  const { rows } = inWords(figureOf('known-not-said/by/size3', reason)).table;
  expect(rows[1]?.cells).toEqual(['40% (20)', '28–54%', '50']);
});

test.each(cuts.map((cut) => [cut.id, cut] as const))(
  '%s: the groups stand in their own order, so that charts can be read beside each other',
  (id, { segment, measures }) => {
    const own = segment.categories.map(({ code }) => code);
    for (const { rows } of barsOf(id, sampleSource).groups) expect(rows.map((row) => row.id)).toEqual(own);
    const sides = new Set(measures.flat().map(({ series }) => series.side));
    const { notes } = inWords(figureOf(id, sampleSource));
    const caption = notes.filter((note) => note.includes('the two sides did not describe the same ones'));
    expect(caption).toHaveLength(sides.size > 1 && !id.startsWith('most-useful') ? 1 : 0);
  },
);

describe('What is not shown', () => {
  const id = 'asking/by/field4';
  const source = changed('E6 job_seeker_asked field4', () => ({
    vintage: '2026-10',
    carried: true,
    groups: {
      knowledge: {
        status: 'published',
        n: 64,
        cells: { asked: { status: 'small_cell', bound: 'low' } },
      },
      care: { status: 'published', n: 1035, cells: { asked: { status: 'small_cell', bound: 'high' } } },
      making: { status: 'small_base' },
      serving: group(20, 90, 'asked'),
    },
  }));

  test('says why in words, and of which release it is', () => {
    const said = rowsOf(id, source).map(({ bars: [bar] }) =>
      bar === undefined || !isWithheld(bar.value) ? '' : bar.value.because,
    );
    expect(said).toEqual([
      'Fewer than 5 of 64',
      'More than 1,030 of 1,035',
      'Too few answers yet: under 30',
      '',
    ]);
    expect(inWords(figureOf(id, source)).alt).toContain('fewer than 5 of 64');
    const { rows } = inWords(figureOf(id, source)).table;
    expect([rows[1]?.cells[0], rows[1]?.cells.at(2)]).toEqual(['Fewer than 5 of 64', '64, as of 2026-10']);
    expect(rows.at(-1)?.cells.slice(0, 3)).toEqual(['22% (20)', '15–32%', '90, as of 2026-10']);
  });

  test('is held back where another count would tell it, the group or its count alone', () => {
    const held = changed('E6 job_seeker_asked level3', () => ({
      groups: {
        entry: { status: 'published', n: 90, cells: { asked: { status: 'withheld' } } },
        experienced: { status: 'withheld' },
        leading: group(20, 90, 'asked'),
      },
    }));
    const values = rowsOf('asking/by/level3', held).map(({ bars: [bar] }) => bar?.value);
    const because = 'Held back, as it would give away a small group';
    expect(values.slice(0, 2)).toEqual([
      expect.objectContaining({ because, n: 90 }),
      expect.objectContaining({ because }),
    ]);
    expect(values[1]).not.toHaveProperty('n');
    const [, first = ''] = csv(figureOf('asking/by/level3', held)).split('\n');
    expect(first).toMatch(/90,,,,,,,,withheld,$/);
  });

  test('is in the picture with its reason, and never as a bar', () => {
    const svg = renderSvg(described(figureOf(id, source)), 'wide');
    const labels = [...svg.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, words = '']) =>
      words.replace(/<[^>]+>/g, ''),
    );
    expect(labels).toContain('Fewer than 5 of 64');
    expect(labels).toContain('Job seekers n = 90, as of 2026-10');
    expect(labels.filter((label) => /\d%/.test(label) && /n = (64|1,035)\b/.test(label))).toEqual([]);
    const bars = [...svg.matchAll(/<(path|rect) [^>]*fill="var\(--seeker\)"/g)];
    expect(bars).toHaveLength(1);
  });

  test('carries no count in the file, and says on which side it lies', () => {
    const lines = csv(figureOf(id, source))
      .split('\n')
      .filter((line) => line.includes(',job_seeker,'));
    expect(lines.map((line) => line.split(',').slice(8).join())).toEqual([
      expect.stringMatching(/64,,,,,,,,small_cell,low$/),
      expect.stringMatching(/1035,,,,,,,,small_cell,high$/),
      expect.stringMatching(/,,,,,,,,,small_base,$/),
      expect.stringMatching(/90,20,.*wilson,published,$/),
    ]);
  });
});
