import { practiceTime } from '../../survey/frame.ts';
import { estimateOf } from '../../release/catalogue.ts';
import { shareOfEmployers, shareOfPeople } from '../../release/impliedShares.ts';
import type { Gap, GapRow, Implied } from '../gapFigure.ts';
import { isWithheld, type Withheld } from '../parts.ts';
import { describedBy } from '../finding.ts';
import { comparedOf, differencesFound, APPLIED, got } from './comparedOf.ts';
import { dated } from './dated.ts';
import { indicatorShare } from './indicatorShare.ts';
import { shareFound } from './shareFound.ts';
import { headOf, seriesOf, type Source } from './source.ts';
import { withheld } from './withheld.ts';

const estimate = estimateOf('told-by-stage');

interface Stage {
  readonly id: string;
  readonly label: string;
  readonly employers?: true;
}

/** The furthest stage first: it is the one that cost most. Two frames of “only applied” are never pooled. */
const stages: readonly Stage[] = [
  { id: 'interviewed', label: 'Interviewed', employers: true },
  { id: 'screened', label: 'First call, test or task' },
  { id: 'applied', label: 'Only applied', employers: true },
  {
    id: 'only_applied',
    label: 'Only applied, but further elsewhere',
  },
];

/** The employers of a stage, each counted once. */
function once(source: Source, { id }: Stage): Implied | Withheld {
  const series = `employer_${id}`;
  const { definition, published } = seriesOf(source, estimate, series);
  const found = shareOfEmployers(source.release, series);
  if (found === null || published.status !== 'published') return withheld(definition, published);
  return { ...found, counted: 'each employer counted once', ...dated(published) };
}

/** Where few employers stand for most people, the picture shows each once, and the table has both (protocol 2.7). */
function employers(source: Source, stage: Stage): Pick<GapRow, 'employer' | 'otherwise'> {
  const all = once(source, stage);
  const people = shareOfPeople(source.release);
  if (stage.id !== 'interviewed' || isWithheld(all) || people.status === 'not_computed')
    return { employer: all };
  const weighted: Implied = {
    ...people.share,
    counted: 'employers counted by how many people they did not hire',
    ...dated(people),
  };
  return people.isEnough ? { employer: weighted, otherwise: all } : { employer: all, otherwise: weighted };
}

/** Why the table lacks the second interval, where it has the first. */
function whyNotByPeople(source: Source): readonly string[] {
  if (seriesOf(source, estimate, 'employer_interviewed').published.status !== 'published') return [];
  const people = shareOfPeople(source.release);
  return people.status === 'not_computed' ? [people.because] : [];
}

const INTERVIEWED = 'interviewed people';

const told = { who: 'people not hired', does: 'were told no', counted: describedBy.job_seeker } as const;

const compared = (source: Source) =>
  comparedOf(source, estimate, {
    job_seeker_interviewed: { who: INTERVIEWED, does: 'were told' },
    job_seeker_applied: { who: APPLIED, does: 'were told' },
  });

/** E11: whether people were told at all, by how far they got: shares of job seekers beside intervals of employers. */
export const toldByStage = (source: Source): Gap => ({
  form: 'gap',
  ...headOf(source, estimate, {
    job_seeker: 'Job seekers who were told no or left without an answer',
    employer: 'Employers who took part in turning people down',
  }),
  notes: [
    `Each job seeker describes one application; each employer said in bands how many of the people not hired in the last ${practiceTime} were told, so theirs is an interval and not a point, and no difference is computed.`,
    '“Only applied, but further elsewhere” is the latest application without a call, test or interview of people who describe one that got further. “Only applied” is the application that people describe who got no further with any. The two are never added up.',
    ...whyNotByPeople(source),
  ],
  measure: 'Percent who were told no',
  findings: [
    ...differencesFound(compared(source), (first, second) => ({
      ...told,
      leads: [got(first.who), got(second.who)],
    })),
    ...['interviewed', 'applied'].map((id) =>
      shareFound(indicatorShare(source, estimate, `job_seeker_${id}`, 'told'), {
        lead: got(id === 'applied' ? APPLIED : INTERVIEWED),
        ...told,
      }),
    ),
  ],
  compared: compared(source),
  rows: stages.map((stage) => ({
    id: stage.id,
    label: stage.label,
    seeker: indicatorShare(source, estimate, `job_seeker_${stage.id}`, 'told'),
    ...(stage.employers && employers(source, stage)),
  })),
});
