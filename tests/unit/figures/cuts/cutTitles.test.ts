import { describe, expect, test } from 'vitest';
import { cutWords, type Called } from '../../../../src/figures/cuts/cutWords.ts';
import { figureOf } from '../../../../src/figures/estimates/figureOf.ts';
import type { Source } from '../../../../src/figures/estimates/source.ts';
import { cuts } from '../../../../src/release/comparisons/cuts.ts';
import { decide } from '../../../../src/release/comparisons/decide.ts';
import type { ShownGroup } from '../../../../src/release/disclosure/shown.ts';
import type { Category } from '../../../../src/release/segments.ts';
import { tables } from '../../../../src/release/tables.ts';
import { describe as inWords } from '../../../../src/words/describe.ts';
import { LONGEST_TITLE } from '../../../../src/figures/finding.ts';
import { sampleSource } from '../../../examples/sampleSource.ts';

/** The sample whose cuts all have groups of our own; what `counts` leaves out of a table has too few answers. */
const cutAs = (
  counts: (table: string, code: string, position: number) => readonly [x: number, n: number] | undefined,
): Source => ({
  ...sampleSource,
  release: {
    ...sampleSource.release,
    tables: sampleSource.release.tables.map((table) => {
      const definition = tables.find(({ name }) => name === table.table);
      if (definition === undefined || definition.segment === null) return table;
      const groups = Object.keys(table.groups).map((code, i): [string, ShownGroup] => {
        const [x, n] = counts(table.table, code, i) ?? [];
        if (x === undefined || n === undefined) return [code, { status: 'small_base' }];
        const cells = definition.series.indicators.map(({ id }) => [id, { status: 'published', x }] as const);
        return [code, { status: 'published', n, cells: Object.fromEntries(cells) }];
      });
      return { ...table, groups: Object.fromEntries(groups) };
    }),
  },
});

type Counts = Readonly<Record<string, readonly [x: number, n: number]>>;
const FIELDS = 'E2 job_seeker_45_days field4';

/** Told within 45 days by the employer’s field, with these counts; every other cut holds alike groups. */
const told = (counts: Counts): Source => cutAs((table, code) => (table === FIELDS ? counts[code] : [40, 80]));

const titleOf = (source: Source, id = 'told-by-day/by/field4') => inWords(figureOf(id, source)).title;

describe('The title of a cut', () => {
  test('sets a group beside the others together, never beside a total that holds it', () => {
    // 40 of 200 beside 60 of 100 and 63 of 100: beside 163 of 400, which holds it, it would read otherwise.
    expect(titleOf(told({ knowledge: [40, 200], care: [60, 100], making: [63, 100] }))).toBe(
      'In tech, finance, services and media, 20% of people with no offer had an answer by day 45 (40 of 200 job seekers here); in others shown, 62% (123 of 200)',
    );
  });

  test('says the largest difference that was decided, and with it that it is of two groups alone', () => {
    const two = told({ knowledge: [45, 400], care: [160, 400] });
    expect(figureOf('told-by-day/by/field4', two).compared).toHaveLength(1);
    expect(titleOf(two)).toBe(
      'In tech, finance, services and media, 11% of people with no offer had an answer by day 45 (45 of 400 job seekers here); in others shown, 40% (160 of 400)',
    );
  });

  test('takes its verdict from the release, where the whole family has its say', () => {
    // By itself 53 of 70 beside 96 of 160 would differ (mid-p 0.02); in a family that is otherwise null it may not be said.
    const close = told({ knowledge: [53, 70], care: [32, 54], making: [32, 53], serving: [32, 53] });
    const own = decide(close.release).filter(({ a }) => a.groups?.[0] === 'knowledge' && a.x === 53);
    expect(own.map(({ p, higher }) => [p < 0.05, higher])).toEqual([[true, null]]);
    expect(titleOf(close)).toBe(
      'By field of work, 59% to 76% of people with no offer had an answer within 45 days (lowest 32 of 54, highest 53 of 70 job seekers here)',
    );
  });

  test('says the range only where every group is shown', () => {
    const three = { knowledge: [40, 80], care: [41, 80], making: [42, 80] } as const;
    expect(titleOf(told({ ...three, serving: [43, 80] }))).toBe(
      'By field of work, 50% to 54% of people with no offer had an answer within 45 days (lowest 40 of 80, highest 43 of 80 job seekers here)',
    );
    expect(titleOf(told(three))).toMatch(
      / people with no offer had an answer within 45 days of their last step \([\d,]+ of [\d,]+ job seekers here\); shown by field of work$/,
    );
  });

  test('says what was found of everybody where the range is so narrow that it would sound like proof', () => {
    const near = { knowledge: [100, 200], care: [101, 200], making: [102, 200] } as const;
    for (const [most, title] of [
      [
        104,
        / people with no offer had an answer within 45 days of their last step \([\d,]+ of [\d,]+ job seekers here\); shown by field of work$/,
      ],
      [105, /^By field of work, 50% to 53% /],
    ] as const)
      expect(titleOf(told({ ...near, serving: [most, 200] }))).toMatch(title);
    // Of both sides the first is said, narrow or not, before the range of the other.
    const both = cutAs((table, _, i) => [40 + (table.startsWith('E5 employer') ? 6 * (i % 2) : 0), 80]);
    expect(titleOf(both, 'promise/by/field4')).toMatch(/people|interviewees/);
  });

  test('calls no groups alike where one of them differs', () => {
    const { findings } = figureOf(
      'told-by-day/by/field4',
      told({ knowledge: [40, 200], care: [120, 200], making: [120, 200], serving: [120, 200] }),
    );
    expect(findings.filter(({ kind }) => kind === 'range')).toEqual([
      expect.objectContaining({ differs: true }),
    ]);
  });

  test('says the largest difference of several', () => {
    const several = told({ knowledge: [40, 200], care: [100, 200], making: [140, 200], serving: [100, 200] });
    expect(titleOf(several)).toMatch(/^In tech, finance, services and media, 20% of .*; elsewhere, 57% /);
    const turned = told({ knowledge: [100, 200], care: [60, 200], making: [170, 200], serving: [100, 200] });
    expect(titleOf(turned)).toMatch(/^In industry, transport and farming, 85% of .*; elsewhere, 43% /);
  });

  test('takes everybody’s share from the release, not from the groups that are shown', () => {
    const { findings } = figureOf('told-by-day/by/field4', told({ knowledge: [40, 80], care: [41, 80] }));
    const all = sampleSource.release.tables.find(({ table }) => table === 'E2 job_seeker_45_days');
    const answered = all?.groups.answered;
    expect(answered?.status === 'published' && answered.n).toBeGreaterThan(160);
    const whole = findings.find(({ kind }) => kind === 'share');
    expect(whole).toMatchObject({ share: { n: answered?.status === 'published' ? answered.n : 0 } });
  });

  test.each([
    ['a wide range', [20, 32], [8, 32]],
    ['nine people', [9, 200], [100, 200]],
    ['all but nine people', [191, 200], [100, 200]],
  ] as const)('rests on no group with %s, and claims no likeness where one differs', (_, care, making) => {
    const title = titleOf(told({ care, making, knowledge: [100, 200], serving: [100, 200] }));
    expect(title).not.toMatch(/health|^By /);
  });

  test('says what the one group says that is shown, and of none that there are too few answers', () => {
    expect(titleOf(told({ care: [60, 200] }))).toBe(
      'In health, education and public service, 30% of people with no offer had heard by day 45 (60 of 200 job seekers here)',
    );
    expect(titleOf(told({}))).toBe('Told by day, by the employer’s field: too few answers yet');
  });
});

describe('What a cut lacks', () => {
  const missing = (source: Source, id = 'told-by-day/by/field4') => figureOf(id, source).cut?.missing;
  const takes =
    'A group needs at least 30 answers, and outside the groups there must be nobody or at least ten people.';

  test('is said while nothing can be set beside anything', () => {
    expect(missing(told({}))).toBe(`No group is shown yet. ${takes}`);
    expect(missing(told({ care: [60, 200] }))).toBe(`No second group is shown yet. ${takes}`);
    expect(inWords(figureOf('told-by-day/by/field4', told({}))).bases).toBe('');
  });

  test('is nothing once one side has two groups', () => {
    expect(missing(told({ care: [60, 200], making: [60, 200] }))).toBeUndefined();
    const oneSide = cutAs((table) => (table.startsWith('E5 job_seeker') ? [40, 80] : undefined));
    expect(missing(oneSide, 'promise/by/field4')).toBeUndefined();
    const oneEach = cutAs((_, code) => (code === 'care' ? [40, 80] : undefined));
    expect(missing(oneEach, 'promise/by/field4')).toBe(`No second group is shown yet. ${takes}`);
  });
});

const CLAIM = /\); [^;()]+, [^;()]*\d%|\b(more|fewer|less|higher|lower)\b.*\bthan\b|points (more|fewer)/i;

test.each(cuts.map(({ id }) => id))('%s: alike groups are not called anything else', (id) => {
  const alike = cutAs((_, __, i) => [40 + 4 * (i % 2), 80]);
  const { title, alt, differences, notes } = inWords(figureOf(id, alike));
  expect(title).toMatch(/^(By .*), 50% to 55% of [a-z].* \(lowest 40 of 80, highest 44 of 80 [a-z, ]+\)$/);
  expect([title, alt, ...notes].join('\n')).not.toMatch(CLAIM);
  for (const { said } of differences) expect(said).toBe(false);
  expect(differences.length).toBeGreaterThan(1);
});

/** Every wording of a series, without its numbers. */
const sentences = (called: Called, { place, others }: Category): readonly string[] =>
  [called, ...(called.briefly ?? [])].map(
    ({ who, does, counted = called.counted }) =>
      `${place.charAt(0).toUpperCase()}${place.slice(1)}, p of ${who.replace(/^employers/, 'the employers')} ${does} (x ${counted}); ${others}, p (x)`,
  );

describe.each(cuts.map((cut) => [cut.id, cut] as const))('%s', (id, { segment, estimate, measures }) => {
  const sides = measures.flat().map(({ table, series }) => ({ table, series }));
  test.each(
    segment.categories.flatMap((category) =>
      sides.map(({ table, series }) => [category.place, series.id, { table, category }] as const),
    ),
  )('a difference %s of %s has a title of its own, short enough to be read in a feed', (_, series, own) => {
    for (const [x, rest] of [
      [200, 20],
      [20, 200],
    ] as const) {
      const one = cutAs((table, code) =>
        table !== own.table ? [50, 100] : [code === own.category.code ? x : rest, 220],
      );
      const called = cutWords[estimate.slug]?.called[series];
      if (called === undefined) throw new Error(`${id} has no words for ${series}.`);
      const title = titleOf(one, id);
      // Of two groups the first alone is compared, so the second is the others.
      if (segment.categories.length > 2)
        expect(sentences(called, own.category)).toContain(
          title.replaceAll(/\d+%/g, 'p').replaceAll(/\d+ of \d+/g, 'x'),
        );
      expect(title.split(' (')[0]?.length).toBeLessThanOrEqual(LONGEST_TITLE);
    }
  });
});
