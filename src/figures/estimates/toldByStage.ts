import { stages } from '../../release/bases.ts';
import { estimateOf } from '../../release/catalogue.ts';
import { impliedShare } from '../../statistics/impliedShare.ts';
import type { Gap, GapRow, Implied } from '../gapFigure.ts';
import type { Withheld } from '../parts.ts';
import { dated } from './dated.ts';
import { indicatorShare } from './indicatorShare.ts';
import { countOf, headOf, seriesOf, type Source, turnedDownOrWaiting } from './source.ts';
import { withheld } from './withheld.ts';

const estimate = estimateOf('told-by-stage');

const when: Readonly<Record<(typeof stages)[number]['id'], string>> = {
  applied: 'After an application alone',
  screened: 'After a screening, test or task',
  interviewed: 'After interviews',
};

function employer(source: Source, series: string): Implied | Withheld {
  const { definition, published } = seriesOf(source, estimate, series);
  if (published.status !== 'published') return withheld(definition, published);
  const implied = impliedShare(
    definition.cells.map(({ code, percent }) => {
      if (percent === undefined)
        throw new Error(`The band ${code} of ${definition.id} has no limits in percent.`);
      const [lower, upper] = percent;
      return { n: countOf(published, code), lower, upper };
    }),
  );
  return implied === null ? withheld(definition, published) : { ...implied, ...dated(published) };
}

/** The furthest stage first: it is the one that cost most. */
const rows = (source: Source, prefix: '' | 'reason_', indicator: string): readonly GapRow[] =>
  stages.toReversed().map(({ id, label }) => ({
    id: `${prefix}${id}`,
    label,
    when: when[id],
    seeker: indicatorShare(source, estimate, `job_seeker_${prefix}${id}`, indicator),
    employer: employer(source, `employer_${prefix}${id}`),
  }));

/** E11: whether people were told at all, by how far they got, both sides. */
export const toldByStage = (source: Source): Gap => ({
  form: 'gap',
  ...headOf(source, estimate, turnedDownOrWaiting),
  notes: [
    'Employers and job seekers here did not describe the same applications. Employers chose a band, so theirs is an interval and not a point.',
  ],
  measure: 'Share told that they were not selected',
  seekerBase: 'job seekers',
  seekerVerb: 'were told',
  employerVerb: 'report telling',
  rows: rows(source, '', 'told'),
  also: { measure: 'Share given a reason about them', rows: rows(source, 'reason_', 'given') },
});
