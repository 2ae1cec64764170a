import { estimateOf } from '../../release/catalogue.ts';
import { mediansOf } from '../../release/mediansOf.ts';
import type { Cell } from '../../release/series.ts';
import { LONGEST_TITLE, type MedianFinding } from '../finding.ts';
import { hoursInWords } from '../hoursInWords.ts';
import { isWithheld, type Withheld } from '../parts.ts';
import type { Hours, MedianSeries, Medians } from '../mediansFigure.ts';
import { dated } from './dated.ts';
import { shareOfCells } from './indicatorShare.ts';
import type { Printed } from './shownOf.ts';
import { headOf, seriesOf, type Source } from './source.ts';
import { withheld } from './withheld.ts';

const estimate = estimateOf('hours');

/** Who spent the hours of a series, in the singular, and on what; where that is too long for a title, “in all”. */
const spent: Readonly<Record<string, readonly [who: string, on: string]>> = {
  job_seeker_interviewed: ['interviewee here', 'on one application, interviews included'],
  job_seeker_screened: ['person here with only a call, test or task', 'on one application'],
  job_seeker_applied: ['person here who only applied', 'on one application'],
};

function says(who: string, on: string, middle: Hours): string {
  const said = `the typical ${who} spent ${hoursInWords(middle)}`;
  return `${said} ${`${said} ${on}`.length <= LONGEST_TITLE ? on : 'in all'}`;
}

/** The middle answer with its range: where counts are hidden, each as wide as they allow (protocol 3.3, P11). */
function middleOf({ definition, published }: Printed): Pick<MedianSeries, 'middle' | 'range'> | null {
  const medians = mediansOf(published, definition.cells);
  const [lowest, highest] = [medians?.lowest, medians?.highest];
  if (lowest?.range == null || highest?.range == null) return null;
  return {
    middle: { from: hoursOf(lowest.value).from, to: hoursOf(highest.value).to },
    range: { lo: hoursOf(lowest.range.lo), hi: hoursOf(highest.range.hi) },
  };
}

function hoursOf({ code, hours }: Cell): Hours {
  if (hours === undefined) throw new Error(`The stretch ${code} has no hours.`);
  const [from, to] = hours;
  return { from, to };
}

/** In how many of the stretches that hours are counted in some hours lie. */
function stretchesIn({ from, to }: Hours): number {
  const [{ cells } = { cells: [] }] = estimate.series;
  const all = cells.map(hoursOf);
  return all.findIndex((one) => one.to === to) - all.findIndex((one) => one.from === from) + 1;
}

/** The furthest stage that is shown; no two are compared, because no difference of middles is on the list. */
const found = (source: Source): readonly MedianFinding[] =>
  Object.entries(spent).flatMap(([id, [who, on]]) => {
    const one = group(source, id);
    if (isWithheld(one)) return [];
    const whole = { from: one.range.lo.from, to: one.range.hi.to };
    return [
      {
        kind: 'median',
        says: says(who, on, one.middle),
        middle: hoursInWords(one.middle),
        n: one.n,
        stretches: { middle: stretchesIn(one.middle), range: stretchesIn(whole) },
        between: hoursInWords(whole),
        ...(one.asOf !== undefined && { asOf: one.asOf }),
      },
    ];
  });

function group(source: Source, id: string): MedianSeries | Withheld {
  const { definition, published } = seriesOf(source, estimate, id);
  if (published.status !== 'published') return withheld(definition, published);
  const series = { definition, published };
  const found = middleOf(series);
  if (found === null) return withheld(definition, { status: 'small_base', vintage: published.vintage });
  const { side, label, shortLabel, cells } = definition;
  return {
    id,
    side,
    label,
    shortLabel,
    n: published.n_answered,
    ...found,
    parts: cells.map(({ code, label: stretch }) =>
      shareOfCells({ code, label: stretch, short: stretch }, series, [code]),
    ),
    ...dated(published),
  };
}

/** E4: what people put in, by how far they got. */
export const hours = (source: Source): Medians => ({
  form: 'medians',
  ...headOf(source, estimate, { job_seeker: 'Job seekers, by how far they got' }),
  notes: [
    'A middle answer has as many answers above it as below. Hours are guesses, and people like round numbers; from 6 hours on they are counted in stretches, and within a stretch nothing is known.',
  ],
  findings: found(source),
  // The furthest stage first: it is the one that cost most.
  series: estimate.series.toReversed().map(({ id }) => group(source, id)),
  rowHeading: 'Hours',
  howToRead:
    'A dot is a middle answer of one hour’s breadth, a bar one that lies somewhere within a stretch of hours. The line around it is its range, from the rank that a random sample of this size could put in the middle by chance at the low end to that at the high end.',
  doesNotShow:
    'It does not show how much time applying takes in all, only the one application that each of those who answered describes; nor the longest or the shortest time, which would point at one person.',
});
