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

/** How it ended by level of the job, with these counts; whatever is left out has too few answers. */
const outcomes = (counts: Readonly<Record<string, readonly [number, number]>>): Source =>
  changed('E1 job_seeker seniority', ({ groups }) => ({
    groups: Object.fromEntries(
      Object.keys(groups).map((code): [string, ShownGroup] => {
        const [x, n] = counts[code] ?? [];
        if (x === undefined || n === undefined) return [code, { status: 'small_base' }];
        return [code, group(x, n, 'silent')];
      }),
    ),
  }));

const titleOf = (source: Source, id = 'outcome/by/seniority') => inWords(figureOf(id, source)).title;

function barsOf(id: string, source: Source) {
  const figure = figureOf(id, source);
  if (figure.form !== 'bars') throw new Error(`${id} is not drawn as bars.`);
  return figure;
}
const rowsOf = (id: string, source: Source) => barsOf(id, source).groups.flatMap(({ rows }) => rows);

test('every table that is cut has a page, both sides of an estimate on one', () => {
  const drawn = cuts.flatMap(({ sides }) => sides.map(({ table }) => table));
  expect(drawn.toSorted()).toEqual(
    tables.flatMap(({ name, segment }) => (segment === null ? [] : [name])).toSorted(),
  );
  expect(new Set(cuts.map(({ id }) => id)).size).toBe(cuts.length);
});

test('a page shows the coarsest headline that both sides have, the same in every cut of a chart', () => {
  const shown = cuts.map(({ estimate, sides }) => [
    estimate.slug,
    [...new Set(sides.map(({ indicator }) => indicator.id))].join(),
  ]);
  expect(Object.fromEntries(shown)).toEqual({
    outcome: 'silent',
    'told-by-day': 'within_45',
    'explanation-ladder': 'specific',
    promise: 'promised',
    asking: 'useful',
    'most-useful': 'learn',
    waiting: 'within_14',
  });
  expect(new Set(shown.map((pair) => pair.join(' '))).size).toBe(7);
});

describe('What is not shown', () => {
  const id = 'asking/by/seniority';
  const source = changed('E6 job_seeker seniority', () => ({
    vintage: '2026-10',
    carried: true,
    groups: {
      entry: { status: 'published', n: 64, cells: { useful: { status: 'small_cell', bound: 'low' } } },
      mid: { status: 'published', n: 1035, cells: { useful: { status: 'small_cell', bound: 'high' } } },
      senior: { status: 'published', n: 90, cells: { useful: { status: 'withheld' } } },
      manager: { status: 'small_base' },
      exec: group(20, 90, 'useful'),
    },
  }));

  test('says why in words, and of which release it is', () => {
    const said = rowsOf(id, source).map(({ bars: [bar] }) =>
      bar === undefined || !isWithheld(bar.value) ? '' : bar.value.because,
    );
    expect(said).toEqual([
      'Fewer than 5 of 64',
      'More than 1,030 of 1,035',
      'Held back, so that nobody can be worked out',
      'Too few answers yet: under 30',
      '',
    ]);
    expect(inWords(figureOf(id, source)).alt).toContain('fewer than 5 of 64');
    const { rows } = inWords(figureOf(id, source)).table;
    expect(rows[1]?.cells[0]).toBe('Fewer than 5 of 64, as of 2026-10');
    expect(rows.at(-1)?.cells.slice(0, 3)).toEqual(['22% (20)', '15–32%', '90, as of 2026-10']);
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
      expect.stringMatching(/90,,,,,,withheld,$/),
      expect.stringMatching(/,,,,,,,small_base,$/),
      expect.stringMatching(/90,20,.*wilson,published,$/),
    ]);
  });
});

describe('The title of a cut', () => {
  test('sets a group beside the others together, never beside a total that holds it', () => {
    // 40 of 200 beside 60 of 100 and 63 of 100: beside 163 of 400, which holds it, it would read otherwise.
    expect(titleOf(outcomes({ entry: [40, 200], mid: [60, 100], senior: [63, 100] }))).toBe(
      '40 of 200 job seekers in the group “Entry level” never got a final answer, less often than the others shown (123 of 200)',
    );
  });

  test('widens each range for all groups that are compared, both sides together', () => {
    // The protocol’s vector: 45 of 120 and 66 of 110 differ by 0.040 to 0.390 at ten comparisons.
    const two = outcomes({ entry: [45, 120], mid: [66, 110] });
    expect(figureOf('outcome/by/seniority', two).claims?.map(({ family }) => family)).toEqual([2, 2]);
    const both = figureOf('promise/by/seniority', sampleSource).claims ?? [];
    expect(both.map(({ family }) => family)).toEqual(both.map(() => both.length));
    // 53 of 70 beside 96 of 160 would differ if it were the only comparison, and does not among five.
    expect(compare({ x: 53, n: 70 }, { x: 96, n: 160 }, 1)?.higher).toBe('a');
    const rest = { mid: [24, 40], senior: [24, 40] } as const;
    const many = outcomes({ entry: [53, 70], ...rest, manager: [24, 40], exec: [24, 40] });
    expect(titleOf(many)).toContain('cannot be told apart');
  });

  test('never quotes a wide range, nor says that groups are alike where one is not', () => {
    const source = outcomes({ entry: [20, 32], mid: [8, 32] });
    const weighed = weigh(figureOf('outcome/by/seniority', source).claims ?? []);
    expect(weighed.map(({ difference }) => difference.higher)).toEqual(['a', 'b']);
    expect(titleOf(source)).toBe(
      'Of 64 job seekers in the groups shown, 28 never got a final answer; by the level of the job, the ranges are too wide to say more',
    );
  });

  test('says how many one group alone counts, and what it lacks', () => {
    expect(titleOf(outcomes({ entry: [60, 200] }))).toBe(
      'Of 200 job seekers in the group “Entry level”, 60 never got a final answer; by the level of the job, no second group has a count to compare',
    );
    expect(titleOf(outcomes({}))).toBe('How it ended, by the level of the job: too few answers yet');
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
    expect(title).toMatch(/^Of [\d,]+ .*the groups cannot be told apart( on either side)?$/);
    expect([title, alt, howToRead, ...notes, ...differences].join('\n')).not.toMatch(CLAIM);
    expect(differences.length).toBeGreaterThan(2);
  });

  test('the made-up sample does make claims, so the words above would be seen', () => {
    expect(titleOf(sampleSource, 'outcome/by/stage3')).toMatch(CLAIM);
  });
});

test('ordered groups keep their order; others stand by share, “other” and blanks last', () => {
  const sizes = rowsOf('most-useful/by/org_size', sampleSource).map(({ id }) => id);
  expect(sizes).toEqual(['s1_9', 's10_24', 's25_49', 's50_249', 's250_999', 's1000p']);
  const shares = rowsOf('outcome/by/region', sampleSource).map(({ bars: [bar] }) =>
    bar === undefined || isWithheld(bar.value) ? -1 : bar.value.share,
  );
  expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  expect(shares.at(-1)).toBe(-1);
  const fields = rowsOf('most-useful/by/industry', alikeFields()).map(({ id }) => id);
  expect(fields.at(-1)).toBe('other');
});

/** Fields in which “other” would stand first by its share. */
function alikeFields(): Source {
  return changed('E10 job_seeker industry', ({ groups }) => ({
    groups: Object.fromEntries(
      Object.keys(groups).map((code) => [code, group(code === 'other' ? 70 : 40, 80, 'learn')]),
    ),
  }));
}
