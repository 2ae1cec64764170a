import { estimateOf } from '../../release/catalogue.ts';
import type { Curve, CurveSeries } from '../curveFigure.ts';
import type { Withheld } from '../parts.ts';
import { dated } from './dated.ts';
import { share } from './share.ts';
import { asked, countOf, provenance, seriesOf, type Source } from './source.ts';
import { withheld } from './withheld.ts';

const estimate = estimateOf('told-by-day');

function curve(source: Source): CurveSeries | Withheld {
  const { definition, published } = seriesOf(source, estimate, 'job_seeker_45_days');
  if (published.status !== 'published') return withheld(definition, published);
  const n = published.n_answered;
  let told = 0;
  const parts = definition.cells.flatMap(({ code, days }) => {
    if (days === undefined) return [];
    told += countOf(published, code);
    const words = { code, label: `Told within ${days} days`, short: `by day ${days}` };
    return [{ ...share(words, told, n), upTo: days }];
  });
  const { id, side, label, shortLabel } = definition;
  return {
    id,
    side,
    label,
    shortLabel,
    n,
    parts,
    base: 'applications described here',
    predicate: 'had an answer',
    ...dated(published),
  };
}

/** E2: the share who had been told by a given day, those who never were counted in. */
export const toldByDay = (source: Source): Curve => ({
  form: 'curve',
  id: estimate.slug,
  name: estimate.name,
  asked: asked(source, estimate, {
    job_seeker:
      'Job seekers who were turned down, or left without an answer, and whose last step was at least 45 days ago',
  }),
  notes: [
    'Everyone is in the base, those who never heard included, and all of them have waited at least 45 days.',
  ],
  provenance: provenance(source, estimate),
  series: [curve(source)],
  howToRead:
    'The line climbs at the end of each stretch of days, by the share that had an answer by then. The shaded band is the small-numbers range. ' +
    'Everyone is in the base, those who never heard included, so the line need not reach the top.',
  doesNotShow:
    'It does not show how long an answer takes on average: those who never heard have no number of days. Nor does it show why some answers came sooner.',
  blank: 'had heard',
  landmark: {
    day: 45,
    label: 'Ontario’s limit for telling interviewed people, since January 2026',
    short: 'Ontario’s limit',
  },
});
