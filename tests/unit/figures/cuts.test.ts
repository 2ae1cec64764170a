import { describe, expect, test } from 'vitest';
import { weigh } from '../../../src/figures/claim.ts';
import { csv } from '../../../src/words/csv.ts';
import { describe as inWords } from '../../../src/words/describe.ts';
import { isWithheld } from '../../../src/figures/parts.ts';
import { cuts } from '../../../src/figures/cuts/cuts.ts';
import { figureOf } from '../../../src/figures/estimates/figureOf.ts';
import type { Source } from '../../../src/figures/estimates/source.ts';
import { renderSvg } from '../../../src/charts/render.ts';
import type { ShownGroup, ShownTable } from '../../../src/release/disclosure/shown.ts';
import { tables } from '../../../src/release/tables.ts';
import { compare } from '../../../src/statistics/compare.ts';
import { described } from '../../examples/figureParts.ts';
import { sampleSource } from '../../examples/sampleSource.ts';

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

/** Told within 45 days by the employer’s field, with these counts; whatever is left out has too few answers. */
const told = (counts: Readonly<Record<string, readonly [number, number]>>): Source =>
  changed('E2 job_seeker_45_days field4', ({ groups }) => ({
    groups: Object.fromEntries(
      Object.keys(groups).map((code): [string, ShownGroup] => {
        const [x, n] = counts[code] ?? [];
        if (x === undefined || n === undefined) return [code, { status: 'small_base' }];
        return [code, group(x, n, 'within_45')];
      }),
    ),
  }));

const titleOf = (source: Source, id = 'told-by-day/by/field4') => inWords(figureOf(id, source)).title;

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

test('how it ended is not cut: its silences are of unlike ages', () => {
  expect(cuts.filter(({ estimate }) => estimate.slug === 'outcome')).toEqual([]);
});

test('a page shows the coarsest headline that both sides have, the same in every cut of a chart', () => {
  const shown = cuts.map(({ estimate, measures }) => [
    estimate.slug,
    measures
      .map((measure) => [...new Set(measure.map(({ indicator }) => indicator.id))].join())
      .join(' and '),
  ]);
  expect(Object.fromEntries(shown)).toEqual({
    'told-by-day': 'within_45',
    'explanation-ladder': 'specific',
    promise: 'promised',
    asking: 'asked',
    'most-useful': 'learn',
    waiting: 'within_14',
    'how-told': 'personal',
    'known-not-said': 'told and reason',
  });
  expect(new Set(shown.map((pair) => pair.join(' '))).size).toBe(8);
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
    expect(rows[1]?.cells[0]).toBe('Fewer than 5 of 64, as of 2026-10');
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
    const because = 'Held back, so that nobody can be worked out';
    expect(values.slice(0, 2)).toEqual([
      expect.objectContaining({ because, n: 90 }),
      expect.objectContaining({ because }),
    ]);
    expect(values[1]).not.toHaveProperty('n');
    const [, first = ''] = csv(figureOf('asking/by/level3', held)).split('\n');
    expect(first).toMatch(/90,,,,,,withheld,$/);
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
      expect.stringMatching(/64,,,,,,small_cell,low$/),
      expect.stringMatching(/1035,,,,,,small_cell,high$/),
      expect.stringMatching(/,,,,,,,small_base,$/),
      expect.stringMatching(/90,20,.*wilson,published,$/),
    ]);
  });
});

describe('The title of a cut', () => {
  test('sets a group beside the others together, never beside a total that holds it', () => {
    // 40 of 200 beside 60 of 100 and 63 of 100: beside 163 of 400, which holds it, it would read otherwise.
    expect(titleOf(told({ knowledge: [40, 200], care: [60, 100], making: [63, 100] }))).toBe(
      '40 of 200 job seekers in the group “Technology, finance, services, media” were told within 45 days, less often than the others shown (123 of 200)',
    );
  });

  test('widens each range for all groups that are compared, both sides together', () => {
    // The protocol’s vector: 45 of 120 and 66 of 110 differ by 0.040 to 0.390 at ten comparisons.
    const two = told({ knowledge: [45, 120], care: [66, 110] });
    expect(figureOf('told-by-day/by/field4', two).claims?.map(({ family }) => family)).toEqual([2, 2]);
    const both = figureOf('promise/by/field4', sampleSource).claims ?? [];
    expect(both.map(({ family }) => family)).toEqual(both.map(() => both.length));
    expect(both.length).toBeGreaterThan(4);
    // 53 of 70 beside 96 of 160 would differ if it were the only comparison, and does not among four.
    expect(compare({ x: 53, n: 70 }, { x: 96, n: 160 }, 1)?.higher).toBe('a');
    const many = told({ knowledge: [53, 70], care: [32, 54], making: [32, 53], serving: [32, 53] });
    expect(titleOf(many)).toContain('cannot be told apart');
  });

  test('never quotes a wide range, nor says that groups are alike where one is not', () => {
    const source = told({ knowledge: [20, 32], care: [8, 32] });
    const weighed = weigh(figureOf('told-by-day/by/field4', source).claims ?? []);
    expect(weighed.map(({ difference }) => difference.higher)).toEqual(['a', 'b']);
    expect(titleOf(source)).toBe(
      'Of 64 job seekers in the groups shown, 28 were told within 45 days; by the employer’s field, the ranges are too wide to say more',
    );
  });

  test('says how many one group alone counts, and what it lacks', () => {
    expect(titleOf(told({ care: [60, 200] }))).toBe(
      'Of 200 job seekers in the group “Health, education, public, charities”, 60 were told within 45 days; by the employer’s field, no second group has a count to compare',
    );
    expect(titleOf(told({}))).toBe('Told by day, by the employer’s field: too few answers yet');
  });

  const CLAIM = /(more|less|fewer) often|points (more|fewer)|\b(higher|lower) (among|in|than)/i;
  const alike: Source = {
    ...sampleSource,
    release: {
      ...sampleSource.release,
      tables: sampleSource.release.tables.map((table) => {
        const definition = tables.find(({ name }) => name === table.table);
        if (definition === undefined || definition.segment === null) return table;
        const indicators = definition.series.indicators.map(({ id }) => id);
        const groups = Object.keys(table.groups).map((code, i): [string, ShownGroup] => [
          code,
          group(40 + (i % 2), 80, ...indicators),
        ]);
        return { ...table, groups: Object.fromEntries(groups) };
      }),
    },
  };

  test.each(cuts.map(({ id }) => id))('%s: alike groups are said to be so, and nothing more', (id) => {
    const { title, alt, differences, howToRead, notes } = inWords(figureOf(id, alike));
    expect(title).toMatch(
      /^Of [\d,]+ .*the groups cannot be told apart( on either side| in either figure)?$/,
    );
    expect([title, alt, howToRead, ...notes, ...differences].join('\n')).not.toMatch(CLAIM);
    expect(differences.length).toBeGreaterThan(2);
  });

  test('the made-up sample does make claims, so the words above would be seen', () => {
    expect(titleOf(sampleSource, 'told-by-day/by/stage3')).toMatch(CLAIM);
  });
});
