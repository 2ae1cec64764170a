import { atStage, employers, jobSeekers, partOf, stages, turnedDownOrWaiting } from '../bases.ts';
import { allAnswersTo, answer, cell, noAnswerTo } from '../cells.ts';
import type { Base, Cell, EstimateDefinition, Indicator, SeriesDefinition } from '../series.ts';
import { all, is } from '../../survey/condition.ts';

/** What an employer’s band says in percent (protocol 1.4, band). */
const bands = [
  ['none', 0, 0],
  ['lt25', 1, 24],
  ['q25_49', 25, 49],
  ['q50_74', 50, 74],
  ['q75_99', 75, 99],
  ['all', 100, 100],
] as const;

const bandsOf = (variable: string): readonly Cell[] =>
  bands.map(([code, ...percent]) => ({ ...answer(variable, code), percent }));

const told: Indicator = { id: 'told', label: 'were told that they were not selected', cells: ['told'] };

const ofStage = (stage: (typeof stages)[number]): SeriesDefinition => ({
  id: `job_seeker_${stage.id}`,
  side: 'job_seeker',
  label: stage.label,
  shortLabel: stage.label,
  base: atStage(turnedDownOrWaiting, stage),
  cells: [
    cell('told', 'Told', is('s_outcome', 'rejected_told')),
    cell('not_told', 'Not told', is('s_outcome', 'silent')),
  ],
  asides: [],
  indicators: [told],
  segments: [],
});

/** Applications without an interview of people who describe another process: a frame of its own, never pooled. */
const onlyApplied: SeriesDefinition = {
  id: 'job_seeker_only_applied',
  side: 'job_seeker',
  label: 'Only applied, the latest of people who got further elsewhere',
  shortLabel: 'Only applied, of people who got further elsewhere',
  base: partOf(
    jobSeekers,
    'got_further',
    'job seekers who got further, on another job: one that they only applied for, and that was not dropped, given up or won',
    all(is('s_stage', 'screened', 'int1', 'int2', 'int3'), {
      variable: 's_only_applied',
      notIn: ['other', 'none'],
    }),
  ),
  cells: [
    cell('told', 'Told', is('s_only_applied', 'reason', 'told')),
    cell('not_told', 'Not told', is('s_only_applied', 'no')),
  ],
  asides: noAnswerTo('s_only_applied'),
  indicators: [told],
  segments: [],
};

const turnedSomebodyDown = partOf(
  employers,
  'turned_down_somebody',
  'employers who took part in turning people down',
  { variable: 'e_volume', notIn: ['none'] },
);

const seesApplications = partOf(
  turnedSomebodyDown,
  'sees_applications',
  'recruiters, HR and owners who took part in turning people down',
  is('e_role', 'recruiter_in', 'recruiter_agency', 'hr', 'owner'),
);

const inBands = (variable: string, id: string, label: string, base: Base): SeriesDefinition => ({
  id,
  side: 'employer',
  label,
  shortLabel: label,
  // Who had nobody of that kind has nothing to report, and did not keep it back.
  base: partOf(base, `${base.id}_${variable}`, base.label, { variable, notIn: ['na_stage'] }),
  cells: bandsOf(variable),
  asides: noAnswerTo(variable),
  // Bands are not yes-or-no answers: together they imply an interval (protocol 2.7).
  indicators: [],
  segments: [],
});

/** About how many people an employer of each volume did not hire: the middle of the band (protocol 2.7). */
const peopleOf: Readonly<Record<string, number>> = {
  v1_10: 5,
  v11_50: 30,
  v51_200: 125,
  v201_1000: 600,
  v1000p: 1500,
};

/** By how many people they did not hire, so that the bands can be weighted by people (protocol 2.7). */
const byVolume = allAnswersTo('e_volume', 'none').map(({ code, label }) => {
  const weight = peopleOf[code];
  if (weight === undefined) throw new Error(`How many people does an employer of ${code} speak of?`);
  const volume = label.toLowerCase();
  const base = partOf(
    employers,
    `volume_${code}`,
    `employers who took part in not hiring ${volume} interviewed people`,
    is('e_volume', code),
  );
  const series = inBands(
    'e_told_interviewed',
    `employer_interviewed_${code}`,
    `Interviewed, employers who did not hire ${volume}`,
    base,
  );
  return { ...series, shortLabel: label, weight };
});

const ofInterviewed: SeriesDefinition = {
  ...inBands('e_told_interviewed', 'employer_interviewed', 'Interviewed', turnedSomebodyDown),
  weightedBy: byVolume.map(({ id }) => id),
};

/** E11: whether people are told, by how far they got: shares of job seekers beside bands of employers. */
export const byStage: EstimateDefinition = {
  id: 'E11',
  slug: 'told-by-stage',
  name: 'Told, by how far people got',
  questions: [
    { side: 'job_seeker', id: 's_outcome' },
    { side: 'job_seeker', id: 's_only_applied' },
    { side: 'employer', id: 'e_told' },
  ],
  series: [
    ...stages.map(ofStage),
    onlyApplied,
    ofInterviewed,
    inBands('e_told_applied', 'employer_applied', 'Only applied', seesApplications),
    ...byVolume,
  ],
  // Of job seekers alone: a share and an interval from bands are two different units (protocol 2.2).
  comparisons: [
    {
      a: { series: 'job_seeker_interviewed', indicator: told.id },
      b: { series: 'job_seeker_applied', indicator: told.id },
    },
  ],
};
