import { describe, expect, test } from 'vitest';
import { renderSvg } from '../../../src/charts/render.ts';
import { chartIds, figureOf } from '../../../src/figures/estimates/figureOf.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import type { Few } from '../../../src/figures/parts.ts';
import { decide } from '../../../src/release/comparisons/decide.ts';
import { estimateLines } from '../../../src/release/package/estimatesTable.ts';
import { printedRows } from '../../../src/release/package/printedRows.ts';
import { scanRows } from '../../../src/release/verify/scanRows.ts';
import { csv } from '../../../src/words/csv.ts';
import { describe as inWords } from '../../../src/words/describe.ts';
import { described } from '../../examples/figureParts.ts';
import { sampleSource } from '../../examples/sampleSource.ts';
import { tinyRelease } from '../../examples/tinyRelease.ts';

const seeds = ['one', 'two', 'three'];
const releases = [60, 120].flatMap((people) =>
  seeds.map((seed) => ({ name: `${people} a side, ${seed}`, release: tinyRelease(people, seed) })),
);

interface Told {
  readonly because: string;
  readonly few: Few;
}

/** Every group of a figure that is told as a count of few people, once. */
function toldIn(value: unknown): readonly Told[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('few' in value) return [value as Told];
  return Object.values(value).flatMap(toldIn);
}

const fieldsWith = (value: unknown, field: string): readonly Readonly<Record<string, unknown>>[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = field in value ? [value as Readonly<Record<string, unknown>>] : [];
  return [...own, ...Object.values(value).flatMap((inner) => fieldsWith(inner, field))];
};

const groupsOf = (figure: Figure): readonly Told[] => toldIn({ ...figure, findings: [] });

describe.each(releases)('$name', ({ release }) => {
  const figures = chartIds.map((id) => figureOf(id, { ...sampleSource, release }));

  test('some groups are told as counts, in a sentence that the alternative text, the table and the file have', () => {
    const all = figures.flatMap(groupsOf);
    expect(all.length).toBeGreaterThan(0);
    for (const figure of figures) {
      const { alt, table } = inWords(figure);
      for (const { because, few } of groupsOf(figure)) {
        expect(because).toBe(
          `So far ${few.counted} of ${few.of} ${few.does}; one answer more or less would change this`,
        );
        const inSentence = because.slice(1);
        // Rows that the table alone has are not drawn.
        const isDrawn = toldIn({ ...figure, beside: [] }).some((one) => one.because === because);
        if (isDrawn) expect(alt, figure.id).toContain(inSentence);
        expect(JSON.stringify(table.rows), figure.id).toContain(inSentence);
        expect(csv(figure), figure.id).toContain(inSentence);
      }
    }
  });

  test('words of bars and percents stand only over some, and who reads marks is told how', () => {
    for (const figure of figures) {
      const { alt, table, howToRead } = inWords(figure);
      const marks = groupsOf(figure).some(
        ({ few }) => alt.includes(`So far ${few.counted}`) || alt.includes(`so far ${few.counted}`),
      );
      expect(howToRead.includes('each mark is one person'), figure.id).toBe(marks);
      const cells = table.rows.flatMap((row) => row.cells);
      if (cells.some((cell) => /%|^\d+ of|hours/.test(cell))) continue;
      expect(table.caption, figure.id).toMatch(
        /: (people counted one by one; )?a percentage needs at least 30 answers\./,
      );
      expect(alt, figure.id).not.toMatch(
        /\. (Stacked bars|Stepped curve|Bars|Middle answers|Both sides’ shares)\b|by stage\. /,
      );
      expect(
        table.rows.map(({ label }) => label),
        figure.id,
      ).not.toContain('Answered');
    }
  });

  test('nothing under thirty answers has a share, a range or a comparison, and no title rests on it', () => {
    for (const figure of figures) {
      for (const { n, share } of fieldsWith(figure, 'share'))
        if (typeof share === 'number') expect(n, figure.id).toBeGreaterThanOrEqual(30);
      for (const [, base = ''] of inWords(figure).title.matchAll(/\d of ([\d,]+)/g))
        expect(Number(base.replace(',', ''))).toBeGreaterThanOrEqual(30);
    }
    for (const { a, b } of decide(release)) expect(Math.min(a.n, b.n)).toBeGreaterThanOrEqual(30);
  });

  test('estimates.csv has the two counts of a headline and no more', () => {
    const lines = estimateLines(release, { data: '', release: release.id });
    const few = lines.filter(({ numbers }) => numbers.status === 'few_answers');
    expect(few.length).toBeGreaterThan(0);
    for (const { numbers, measure, cut } of few) {
      const { n_answered: n = 0, x = 0 } = numbers;
      expect(Object.keys(numbers).toSorted()).toEqual(['n_answered', 'status', 'x']);
      expect([measure.kind, cut]).toEqual(['headline', null]);
      expect(n >= 10 && n < 30 && x >= 5 && n - x >= 5).toBe(true);
    }
    const rows = printedRows(release);
    expect(scanRows(rows, release.tables)).toEqual([]);
    const at = rows.findIndex(({ n }) => n !== null && n < 30);
    const [row] = rows.slice(at);
    if (row?.x == null || row.n === null) throw new Error('expected a count of few people');
    const altered = (change: Partial<typeof row>) => scanRows([{ ...row, ...change }], release.tables).length;
    expect([
      altered({}),
      altered({ share: row.x / row.n }),
      altered({ lo: 0.1 }),
      altered({ x: row.x + 1 }),
      altered({ n: null }),
      altered({ isAnswer: true }),
    ]).toEqual([0, 1, 1, 1, 1, 2]);
  });

  test.each(['wide', 'narrow'] as const)(
    'a %s drawing has a mark for each person, and says how many',
    (size) => {
      for (const figure of figures) {
        const drawn = toldIn({ ...figure, findings: [], beside: [] });
        if (drawn.length === 0) continue;
        const svg = renderSvg(described(figure), size);
        for (const { few } of drawn) expect(svg).toContain(`So far ${few.counted} of ${few.of}`);
        const [counted, others] = drawn.reduce(
          ([filled, open], { few }) => [filled + few.counted, open + few.of - few.counted],
          [0, 0],
        );
        // Nothing else is outlined so, and whatever else is filled has another size.
        expect(svg.match(/stroke-width="1.3"/g)?.length, figure.id).toBe(others);
        expect(svg.match(/fill="var\(--(seeker|employer)\)"\/>/g)?.length, figure.id).toBeGreaterThanOrEqual(
          counted,
        );
      }
    },
  );
});
