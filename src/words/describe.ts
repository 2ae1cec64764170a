import { claimTitle, weigh, type Weighed } from '../figures/claim.ts';
import type { Figure } from '../figures/figure.ts';
import { isWithheld } from '../figures/parts.ts';
import { count, percent } from '../figures/percent.ts';
import { sampleMark, standardNote } from '../figures/standardNote.ts';
import { describeBars } from './describeBars.ts';
import { describeCurve } from './describeCurve.ts';
import { describeDiverging } from './describeDiverging.ts';
import { describeDumbbell } from './describeDumbbell.ts';
import { describeGap } from './describeGap.ts';
import { describeLadder } from './describeLadder.ts';
import { describeMedians } from './describeMedians.ts';
import type { FormWords, Words } from './words.ts';

/** A figure in words. Called once for each figure; pages, pictures, cards and embeds take the words from there. */
export function describe(figure: Figure): Words {
  const { table, ...words } = formWords(figure);
  const { cut, claims = [], notes, provenance } = figure;
  const made = provenance.madeUp ? ` ${sampleMark}.` : '';
  return {
    ...words,
    title: (cut === undefined ? claimTitle(claims) : undefined) ?? words.title,
    alt: `${words.alt}${made} The same figures are in the table.`,
    table: { ...table, caption: `${table.caption}${made}` },
    notes: [standardNote, ...notes],
    // Every one of them: a list that shows only what was found would be picked after looking (protocol 2.9).
    differences: weigh(claims).map(difference),
    bases: bases(figure),
  };
}

function formWords(figure: Figure): FormWords {
  switch (figure.form) {
    case 'ladder':
      return describeLadder(figure);
    case 'curve':
      return describeCurve(figure);
    case 'gap':
      return describeGap(figure);
    case 'diverging':
      return describeDiverging(figure);
    case 'dumbbell':
      return describeDumbbell(figure);
    case 'medians':
      return describeMedians(figure);
    case 'bars':
      return describeBars(figure);
  }
}

function difference({ a, b, difference: { d, lo, hi, higher } }: Weighed): string {
  const does = a.does === b.does ? '' : ` ${b.does}`;
  const what = `${percent(a.share)} of the ${a.who} ${a.does}, ${percent(b.share)} of the ${b.who}${does}`;
  if (higher === null)
    return `${what}. The range of the difference, ${points(lo)} to ${points(hi)} points, includes 0: the two cannot be told apart.`;
  const [low, high] = [Math.abs(lo), Math.abs(hi)].toSorted((one, other) => one - other);
  return `${what}. That is ${points(Math.abs(d))} points ${d > 0 ? 'more' : 'fewer'}, range ${least(low ?? 0)} to ${points(high ?? 0)}.`;
}

/** The near end of a range that leaves out 0: it may round to 0 and is not 0. */
const least = (share: number): string => (points(share) === '0' ? 'less than 1' : points(share));

/** A difference of shares in points, with a true minus sign. */
function points(share: number): string {
  const whole = Math.round(Number((share * 100).toFixed(10)));
  return whole < 0 ? `−${-whole}` : String(whole + 0);
}

function bases(figure: Figure): string {
  const all = groups(figure).flatMap((group) => (isWithheld(group) ? [] : [group.n]));
  const [first, second] = all;
  if (first === undefined) return '';
  if (all.every((n) => n === first)) return `n = ${count(first)}`;
  if (all.length === 2) return `n = ${count(first)} and ${count(second ?? first)}`;
  return `n = ${count(Math.min(...all))} to ${count(Math.max(...all))}`;
}

function groups(figure: Figure) {
  switch (figure.form) {
    case 'ladder':
    case 'diverging':
    case 'curve':
    case 'medians':
      return figure.series;
    case 'gap':
    case 'dumbbell':
      return figure.rows.flatMap(({ seeker, employer }) =>
        employer === undefined ? [seeker] : [seeker, employer],
      );
    case 'bars':
      return figure.groups.flatMap(({ rows }) => rows.flatMap(({ bars }) => bars.map(({ value }) => value)));
  }
}
