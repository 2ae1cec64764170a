import { expect, test } from 'vitest';
import { chartIds, figureOf } from '../../../src/figures/estimates/figureOf.ts';
import { LONGEST_TITLE } from '../../../src/figures/finding.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { describe as inWords } from '../../../src/words/describe.ts';
import { groupsOf } from '../../../src/words/titleOf.ts';
import { firstMonths } from '../../examples/firstMonths.ts';
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
          : [{ alt: words.alt, says: `n ${n}, as of ${asOf}` }],
      );
    }),
  );
  expect(carried.length).toBeGreaterThan(5);
  for (const { alt, says } of carried) expect(alt).toContain(says);
});

test('who answered is one number a side and release, and has a title in every month', () => {
  for (const { release, figures } of described) {
    const words = figures.find(({ figure }) => figure.id === 'who-answered')?.words;
    expect(words?.title).toMatch(/ answered/);
    expect(words?.title.length).toBeLessThanOrEqual(LONGEST_TITLE);
    const totals = totalsIn(words?.alt ?? '');
    expect(totals.length).toBeGreaterThan(5);
    for (const { side, n, asOf = release.id } of totals)
      expect(months.find((month) => month.release.id === asOf)?.counted[side]).toBe(n);
  }
});
