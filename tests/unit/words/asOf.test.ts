import { expect, test } from 'vitest';
import { chartIds, figureOf, pictureIds } from '../../../src/figures/estimates/figureOf.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import { LONGEST_TITLE } from '../../../src/figures/finding.ts';
import { isWithheld } from '../../../src/figures/parts.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { describe as inWords } from '../../../src/words/describe.ts';
import { sayFinding } from '../../../src/words/sayFinding.ts';
import { groupsOf } from '../../../src/words/titleOf.ts';
import { firstMonths } from '../../examples/firstMonths.ts';
import { mediansFigures } from '../../examples/mediansFigures.ts';
import { totalsIn } from '../../build/harness/totalsIn.ts';

interface Group {
  readonly n?: number | undefined;
  readonly asOf?: string | undefined;
  readonly withheld?: boolean;
}

const months = firstMonths();
const described = months.map(({ release }) => {
  const figures = chartIds.map((id) => figureOf(id, { release, questionnaire, host: 'nobutwhy.example' }));
  return { release, figures: figures.map((figure) => ({ figure, words: inWords(figure) })) };
});

test('what reads a picture out says of which release a number is that was carried over', () => {
  const carried = described.flatMap(({ figures }) =>
    figures.flatMap(({ figure, words }) => {
      // Bars are read out one by one, or only the longest; dots have no n of their own.
      if (figure.form === 'bars' || figure.form === 'dumbbell') return [];
      const groups: readonly Group[] = groupsOf(figure);
      return groups.flatMap(({ n, asOf, withheld }) =>
        asOf === undefined || n === undefined || withheld === true
          ? []
          : [{ alt: words.alt, says: `${n} answered, as of ${asOf}` }],
      );
    }),
  );
  expect(carried.length).toBeGreaterThan(5);
  for (const { alt, says } of carried) expect(alt).toContain(says);
});

/** “560 to 578; 180 as of 2026-09” as counts with the release that each part is of. */
function basesSaid(bases: string, shown: string) {
  return bases
    .replace(/^n = /, '')
    .split('; ')
    .map((part) => {
      const [, counts = '', oldest, asOf = shown] =
        /^(.*?)(, the oldest)?(?: as of (\S+))?$/.exec(part) ?? [];
      return { ns: counts.split(/ to | and /).map(Number), asOf, isOldest: oldest !== undefined };
    });
}

test('the bases of a picture, on cards and embeds, say of which release each is', () => {
  const shapes = new Set<string>();
  for (const { release } of months)
    for (const id of pictureIds) {
      const figure = figureOf(id, { release, questionnaire, host: 'nobutwhy.example' });
      const groups: readonly Group[] = groupsOf(figure);
      const ends = Map.groupBy(
        groups.flatMap(({ n, asOf = release.id }) => (n === undefined ? [] : [{ n, asOf }])),
        ({ asOf }) => asOf,
      );
      const { bases } = inWords(figure);
      const said = bases === '' ? [] : basesSaid(bases, release.id);
      expect(said.length, `${id}: ${bases}`).toBe(ends.size);
      for (const { ns, asOf } of said) {
        const own = (ends.get(asOf) ?? []).map(({ n }) => n);
        const edges = (all: readonly number[]) => [Math.min(...all), Math.max(...all)];
        expect(edges(ns), `${id}: ${bases}`).toEqual(edges(own));
      }
      shapes.add(bases.replaceAll(/\d[\d,-]*/g, '1'));
    }
  for (const shape of ['n = 1 to 1', 'n = 1 to 1; 1 as of 1', 'n = 1 to 1 as of 1'])
    expect(shapes).toContain(shape);
});

/** The medians of as many groups as months, each of 100 people more than the one before. */
const carriedFrom = (...asOf: readonly (string | undefined)[]): Figure => {
  const [one] = mediansFigures.usual.series;
  if (one === undefined || isWithheld(one)) throw new Error('The example shows no group.');
  const series = asOf.map((month, i) => ({
    ...one,
    n: 100 * (i + 1),
    ...(month !== undefined && { asOf: month }),
  }));
  return { ...mediansFigures.usual, findings: [], series };
};

test.each([
  [[undefined], 'n = 100', '100 people so far'],
  [['2026-09'], 'n = 100 as of 2026-09', '100 people as of 2026-09'],
  [['2026-09', '2026-09'], 'n = 100 and 200 as of 2026-09', '300 people as of 2026-09'],
  [['2026-09', undefined], 'n = 200; 100 as of 2026-09', '300 people so far, some as of 2026-09'],
  [
    ['2026-08', '2026-09'],
    'n = 200 as of 2026-09; 100 as of 2026-08',
    '300 people so far, some as of 2026-08',
  ],
  [
    ['2026-09', undefined, '2026-08'],
    'n = 100 to 300, the oldest as of 2026-08',
    '600 people so far, some as of 2026-08',
  ],
] as const)('groups of %j: %s, %s', (months, bases, people) => {
  const words = inWords(carriedFrom(...months));
  expect([words.bases, words.title]).toEqual([bases, `${mediansFigures.usual.name}: ${people}`]);
});

test('the title of a cut says of which release its groups are', () => {
  let carried = 0;
  for (const { release } of months)
    for (const id of pictureIds) {
      const figure = figureOf(id, { release, questionnaire, host: 'nobutwhy.example' });
      if (figure.cut === undefined) continue;
      const { title } = inWords(figure);
      const [oldest, ...others] = new Set(groupsOf(figure).map(({ asOf }) => asOf));
      if (oldest === undefined || others.length > 0) continue;
      if (title.includes('; shown by')) {
        const [, whole, groups] = /\((.*)\); shown by [a-z ]+(.*)$/.exec(title) ?? [];
        expect(whole?.includes(oldest) === true || groups === `, as of ${oldest}`, title).toBe(true);
        continue;
      }
      const brackets = title.match(/\([^)]*\)/g) ?? [];
      for (const bracket of brackets) expect(bracket, `${id}: ${title}`).toContain(`as of ${oldest}`);
      carried += brackets.length;
    }
  expect(carried).toBeGreaterThan(10);
});

test('a title that rests on a middle answer of an earlier release says of which', () => {
  const finding = {
    kind: 'median',
    says: 'the middle person spent an hour',
    middle: 'an hour',
    n: 40,
    stretches: { middle: 1, range: 1 },
    between: '1 hour',
  } as const;
  expect(sayFinding({ ...finding, asOf: '2026-09' })).toBe(
    'The middle person spent an hour (40 who answered, as of 2026-09)',
  );
});

test('who answered counts the people of most of its bars, one number a side and release, in every month', () => {
  for (const { release, figures } of described) {
    const { figure, words } = figures.find((one) => one.figure.id === 'who-answered') ?? {};
    if (figure?.form !== 'bars' || words === undefined) throw new Error('Nobody is said to have answered.');
    expect(words.title).toMatch(/ answered/);
    expect(words.title.length).toBeLessThanOrEqual(LONGEST_TITLE);
    const totals = totalsIn(words.alt);
    expect(totals.length).toBeGreaterThan(5);
    for (const { side, n, asOf = release.id } of totals)
      expect(months.find((month) => month.release.id === asOf)?.counted[side]).toBe(n);
    let isOfOthers = false;
    for (const { side, n } of totalsIn(words.title)) {
      const drawn = figure.groups.flatMap(({ rows }) => {
        const [bar] = rows.flatMap(({ bars }) =>
          bars.filter((one) => one.side === side && !isWithheld(one.value)),
        );
        return bar?.value.n ?? [];
      });
      const same = drawn.filter((one) => one === n).length;
      expect(2 * same, `${words.title}: ${side} ${drawn.join()}`).toBeGreaterThan(drawn.length);
      isOfOthers ||= same < drawn.length;
    }
    expect(words.title.includes('some bars are of another month'), words.title).toBe(isOfOthers);
  }
});
