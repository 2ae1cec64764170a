import { describe, expect, it } from 'vitest';
import { estimateOf, seriesIn } from '../../../../src/release/catalogue.ts';
import { cuts } from '../../../../src/release/comparisons/cuts.ts';
import { decide } from '../../../../src/release/comparisons/decide.ts';
import { decisionFor, type Wanted } from '../../../../src/release/comparisons/decisionFor.ts';
import type { Release } from '../../../../src/release/release.ts';
import type { Comparison } from '../../../../src/release/series.ts';
import type { ShownCell, ShownTable } from '../../../../src/release/disclosure/shown.ts';
import { wholeSample } from '../../../examples/wholeRelease.ts';
import { withholding } from '../../../examples/release.ts';

type Counts = readonly [number, number];

const whole = wholeSample();

/** A release in which some tables are others. */
const withTables = (changes: Readonly<Record<string, Partial<ShownTable>>>): Release => ({
  ...whole,
  tables: whole.tables.map((table) => ({ ...table, ...changes[table.table] })),
});

const printed = (x: number): ShownCell => ({ status: 'published', x });

const between: Wanted = {
  estimate: 'E17',
  segment: null,
  a: { series: 'employer_interviewed', indicator: 'personal', groups: null },
  b: { series: 'job_seeker_interviewed', indicator: 'personal', groups: null },
};

/** How the no came, as a series as a whole prints it: so many by a call, the others by an automatic mail. */
function overall([x, n]: Counts, unsaid = 0) {
  const codes = seriesIn(estimateOf('how-told'), between.a.series).cells.map(({ code }) => code);
  const counts: Readonly<Record<string, number>> = { call: x, auto: n - x };
  return {
    groups: {
      answered: {
        status: 'published' as const,
        n,
        cells: Object.fromEntries(codes.map((code) => [code, printed(counts[code] ?? 0)])),
        headlines: { personal: printed(x) },
      },
    },
    rest: { status: 'published' as const, n: unsaid },
  };
}

/** The same by group. */
const groups = (indicator: string, counts: Readonly<Record<string, readonly [number, number]>>) => ({
  groups: Object.fromEntries(
    Object.entries(counts).map(([code, [x, n]]) => [
      code,
      { status: 'published' as const, n, cells: { [indicator]: printed(x) } },
    ]),
  ),
});

type ByGroup = Readonly<Record<string, Counts>>;

/** E17 with these counts on each side, by size and by rounds. */
function e17(
  employers: { all: Counts; size3: ByGroup; rounds3: ByGroup; unsaid?: number },
  seekers: { all: Counts; size3: ByGroup; rounds3: ByGroup; unsaid?: number },
) {
  const side = (name: string, { all, size3, rounds3, unsaid }: typeof employers) => ({
    [`E17 ${name}`]: overall(all, unsaid),
    [`E17 ${name} size3`]: groups('personal', size3),
    [`E17 ${name} rounds3`]: groups('personal', rounds3),
  });
  const release = withTables({
    ...side('employer_interviewed', employers),
    ...side('job_seeker_interviewed', seekers),
  });
  return decisionFor(release, { ...between });
}

const alike = { one: [100, 200], two: [60, 120], more: [40, 80] } as const;
const fewer = { one: [50, 200], two: [30, 120], more: [20, 80] } as const;
const sizes = { small: [100, 200], medium: [60, 120], large: [40, 80] } as const;
const fewerBySize = { small: [50, 200], medium: [30, 120], large: [20, 80] } as const;
const half = { all: [200, 400], size3: sizes, rounds3: alike } as const;
const quarter = { all: [100, 400], size3: fewerBySize, rounds3: fewer } as const;

describe('a comparison between the sides', () => {
  it('is said where it holds in all and among like processes', () => {
    const found = e17(half, quarter);
    expect(found?.higher).toBe('a');
    expect(found?.d).toBeCloseTo(0.25, 12);
    expect(found?.strata.map((one) => one?.d)).toEqual([expect.closeTo(0.25, 9), expect.closeTo(0.25, 9)]);
  });

  it('is not said where only the mix of sizes makes it', () => {
    // 75 % where small and 25 % where large, on both sides; the sides differ in how many of each they have.
    const mixed = {
      ...half,
      all: [250, 400],
      size3: { small: [225, 300], medium: [15, 60], large: [10, 40] },
    } as const;
    const other = {
      ...quarter,
      all: [150, 400],
      size3: { small: [75, 100], medium: [15, 60], large: [60, 240] },
    } as const;
    const found = e17(mixed, other);
    expect(found?.crude).toBeLessThan(1e-10);
    expect(found?.higher).toBeNull();
    expect(found?.strata[0]?.d).toBeCloseTo(0, 9);
  });

  it('is not said where it points the other way within sizes, however clear it is in all', () => {
    const mostlyLarge = {
      ...half,
      all: [275, 400],
      size3: { small: [27, 90], large: [248, 310] },
    } as const;
    const mostlySmall = {
      ...quarter,
      all: [205, 400],
      size3: { small: [124, 310], large: [81, 90] },
    } as const;
    const found = e17(mostlyLarge, mostlySmall);
    expect(found?.crude).toBeLessThan(1e-5);
    expect(found?.strata[0]?.d).toBeCloseTo(-0.1, 9);
    expect([found?.p, found?.higher]).toEqual([1, null]);
  });

  it('is not said where groups that would show it hold too little of a side', () => {
    const few = { ...quarter, size3: { small: [50, 200], medium: [30, 95] } } as const;
    const found = e17(half, few);
    expect(found?.strata[0]).toBeNull();
    expect([found?.p, found?.higher]).toEqual([1, null]);
    const enough = { ...quarter, size3: { small: [50, 200], medium: [30, 120] } } as const;
    expect(e17(half, enough)?.higher).toBe('a');
  });

  it('is not said where those who did not say could undo it, and is where they could not', () => {
    const told = (unsaid: number) => e17(half, { ...quarter, unsaid });
    // One in ten of those asked.
    expect(told(44)?.higher).toBe('a');
    const some = told(60);
    expect(some?.higher).toBe('a');
    // (100 + 200) / 600 reaches a half.
    const many = told(200);
    expect([many?.adjusted, many?.higher]).toEqual([expect.closeTo(some?.adjusted ?? 1, 12), null]);
  });
});

describe('the family of cuts', () => {
  it('holds every measure that a cut page draws, and E2 and not E1', () => {
    const drawn = new Set(cuts.map(({ estimate }) => estimate.id));
    expect(drawn.has('E2')).toBe(true);
    expect(drawn.has('E1')).toBe(false);
    const found = decide(whole).filter(({ family }) => family === 'cuts');
    for (const { id, estimate, segment, measures } of cuts)
      for (const { series, indicator, table } of measures.flat()) {
        const groupsShown = Object.values(
          whole.tables.find((one) => one.table === table)?.groups ?? {},
        ).filter(
          (group) => group.status === 'published' && group.cells[indicator.id]?.status === 'published',
        );
        const own = found.filter(
          (one) =>
            one.estimate.id === estimate.id && one.segment === segment.id && one.a.series === series.id,
        );
        const shown = groupsShown.length;
        expect([id, series.id, own.length]).toEqual([
          id,
          series.id,
          shown > 2 ? shown : Math.max(0, shown - 1),
        ]);
      }
  });

  it('decides a release once, however often pages ask', () => {
    expect(decide(whole)).toBe(decide(whole));
  });
});

describe('a page that compares', () => {
  const clear = (series: string) => ({ series, indicator: 'clear', groups: null });

  it('gets the verdict with its own a and b, whichever is named first', () => {
    const there = decisionFor(whole, between);
    const back = decisionFor(whole, { ...between, a: between.b, b: between.a });
    if (there === null || back === null) throw new Error('expected a verdict');
    expect([back.d, back.lo, back.hi]).toEqual([-there.d, -there.hi, -there.lo]);
    expect([back.a.series, back.rank, back.p]).toEqual([there.b.series, there.rank, there.p]);
    expect([there.higher, back.higher]).toEqual(
      there.higher === null ? [null, null] : there.higher === 'a' ? ['a', 'b'] : ['b', 'a'],
    );
  });

  it('gets null where a listed comparison has no printed counts', () => {
    expect(decisionFor(withholding(whole, 'E17 employer_interviewed'), between)).toBeNull();
    const [cut] = cuts;
    const one = cut?.measures[0]?.[0];
    if (cut === undefined || one === undefined) throw new Error('There are no cuts.');
    const [first, ...others] = cut.segment.categories.map(({ code }) => code);
    const side = (codes: readonly string[]) => ({
      series: one.series.id,
      indicator: one.indicator.id,
      groups: codes,
    });
    const wanted = {
      estimate: cut.estimate.id,
      segment: cut.segment.id,
      a: side([first ?? '']),
      b: side(others),
    };
    expect(decisionFor(withholding(whole, one.table), wanted)).toBeNull();
  });

  it.each<[string, Wanted]>([
    [
      'two series that nobody listed',
      { estimate: 'E7', segment: null, a: clear('job_seeker_form'), b: clear('job_seeker_none') },
    ],
    ['a segment that no page is cut by', { ...between, segment: 'stage3' }],
    ['another indicator than is drawn', { ...between, a: { ...between.a, indicator: 'call' } }],
    ['an estimate that is in no catalogue', { ...between, estimate: 'E99' }],
    [
      'a printed group against a part of the others',
      {
        estimate: 'E17',
        segment: 'size3',
        a: { ...between.a, groups: ['small'] },
        b: { ...between.a, groups: ['medium'] },
      },
    ],
  ])('fails the build, and is named, where it compares %s', (_, wanted) => {
    const release = withTables({
      'E17 employer_interviewed size3': groups('personal', sizes),
    });
    expect(() => decisionFor(release, wanted)).toThrow(
      new RegExp(
        `^A page compares ${wanted.a.series} .* in ${wanted.estimate}.*no family of comparisons holds it`,
      ),
    );
  });
});

describe('an opinion of both sides', () => {
  const [{ a, b }] = estimateOf('most-useful').comparisons as readonly [Comparison, ...Comparison[]];
  const counted = ([x, n]: Counts, unsaid: number) => {
    const codes = seriesIn(estimateOf('most-useful'), a.series).cells.map(({ code }) => code);
    const other = codes.find((code) => code !== a.indicator) ?? '';
    const counts: Readonly<Record<string, number>> = { [a.indicator]: x, [other]: n - x };
    return {
      groups: {
        answered: {
          status: 'published' as const,
          n,
          cells: Object.fromEntries(codes.map((code) => [code, printed(counts[code] ?? 0)])),
          headlines: { [a.indicator]: printed(x) },
        },
      },
      rest: { status: 'published' as const, n: unsaid },
    };
  };
  const decided = (unsaid: number) =>
    decisionFor(
      withTables({
        'E10 employer': counted([90, 200], unsaid),
        'E10 job_seeker': counted([60, 200], unsaid),
      }),
      { estimate: 'E10', segment: null, a: { ...a, groups: null }, b: { ...b, groups: null } },
    );

  it('is compared by its two counts alone, and not said where whoever did not say could undo it', () => {
    expect(decided(0)).toMatchObject({ strata: [], higher: 'a' });
    expect(decided(60)?.higher).toBeNull();
  });
});
