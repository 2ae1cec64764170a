import { estimateOf } from '../../release/catalogue.ts';
import { median } from '../../statistics/median.ts';
import type { Withheld } from '../parts.ts';
import type { Hours, MedianSeries, Medians } from '../mediansFigure.ts';
import { dated } from './dated.ts';
import { share } from './share.ts';
import { countOf, headOf, seriesOf, type Source } from './source.ts';
import { withheld } from './withheld.ts';

const estimate = estimateOf('hours');

const who: Readonly<Record<string, string>> = {
  job_seeker_applied: 'job seekers who only applied',
  job_seeker_screened: 'job seekers who got to a first call, test or task',
  job_seeker_interviewed: 'job seekers who were interviewed',
};

function group(source: Source, id: string): MedianSeries | Withheld {
  const { definition, published } = seriesOf(source, estimate, id);
  if (published.status !== 'published') return withheld(definition, published);
  const n = published.n_answered;
  const { side, label, shortLabel, cells, base } = definition;
  const classes = cells.map(({ code, hours }) => {
    if (hours === undefined) throw new Error(`The stretch ${code} of ${id} has no hours.`);
    const [from, to] = hours;
    return { value: { from, to } satisfies Hours, n: countOf(published, code) };
  });
  const middle = median(classes);
  if (middle?.range == null)
    return withheld(definition, { status: 'small_base', vintage: published.vintage });
  return {
    id,
    side,
    label,
    shortLabel,
    n,
    who: who[id] ?? base.label,
    middle: middle.value,
    range: { lo: middle.range.lo, hi: middle.range.hi },
    parts: cells.map(({ code, label: stretch }) =>
      share({ code, label: stretch, short: stretch }, countOf(published, code), n),
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
  // The furthest stage first: it is the one that cost most.
  series: estimate.series.toReversed().map(({ id }) => group(source, id)),
  rowHeading: 'Hours',
  howToRead:
    'A dot is a middle answer of one hour’s breadth, a bar one that lies somewhere within a stretch of hours. The line around it is its range, from the rank that a random sample of this size could put in the middle by chance at the low end to that at the high end.',
  doesNotShow:
    'It does not show how much time applying takes in all, only the one application that each of those who answered describes; nor the longest or the shortest time, which would point at one person.',
});
