import { estimateOf, seriesIn } from '../../release/catalogue.ts';
import type { Claim } from '../claim.ts';
import type { Dumbbell } from '../dumbbellFigure.ts';
import type { Share, Withheld } from '../parts.ts';
import { shareOfCells } from './indicatorShare.ts';
import { headOf, seriesOf, type Source } from './source.ts';
import { withheld } from './withheld.ts';

const estimate = estimateOf('most-useful');

function answer(source: Source, series: string, code: string, label: string): Share | Withheld {
  const { definition, published } = seriesOf(source, estimate, series);
  if (published.status !== 'published') return withheld(definition, published);
  return shareOfCells({ code, label, short: label }, published, [code]);
}

/** Every answer is on the list of differences: employers against job seekers. */
function claims(source: Source): readonly Claim[] {
  const { cells } = seriesIn(estimate, 'job_seeker');
  return estimate.comparisons.map(({ a, b }) => {
    const { label } = cells.find(({ code }) => code === a.indicator) ?? { label: a.indicator };
    const does = `choose “${label}”`;
    return {
      a: {
        who: 'employers',
        does,
        than: 'employers do',
        share: answer(source, a.series, a.indicator, label),
      },
      b: {
        who: 'job seekers',
        does,
        than: 'job seekers do',
        share: answer(source, b.series, b.indicator, label),
      },
      family: estimate.comparisons.length,
    };
  });
}

/** E10: what would help most, and what employers think would: the same answers, so the gap is a plain difference. */
export const mostUseful = (source: Source): Dumbbell => ({
  form: 'dumbbell',
  ...headOf(source, estimate, {
    job_seeker: 'Job seekers who were told no or left without an answer',
  }),
  notes: ['Each person chose one answer, about being turned down in general: an opinion on both sides.'],
  claims: claims(source),
  rows: seriesIn(estimate, 'job_seeker').cells.map(({ code, label }) => ({
    id: code,
    label,
    seeker: answer(source, 'job_seeker', code, label),
    employer: answer(source, 'employer', code, label),
  })),
  measure: 'Share that chose it',
  rowHeading: 'Answer',
  howToRead:
    'A round mark is the share of job seekers that chose the answer, a square one the share of employers; the line through each is its small-numbers range, and the thin line joins the two. Whether two shares can be told apart is not a matter of whether their ranges meet: the differences below say.',
  doesNotShow:
    'It does not show what helps anybody get the next job, nor what people would choose if they could have two.',
});
