import type { Condition } from '../survey/condition.ts';
import { all, is } from './conditions.ts';
import type { Base } from './series.ts';

/** The people the estimates are about. Everyone in a base is asked every question that an estimate of it counts. */

/** Not screened out, and inside the two years people are asked about. */
export const jobSeekers: Base = {
  id: 'job_seekers',
  side: 'job_seeker',
  label: 'job seekers',
  where: all(is('s_outcome', 'rejected_told', 'silent', 'withdrew', 'offered'), {
    variable: 's_elapsed',
    notIn: ['gt2y'],
  }),
};

export const employers: Base = {
  id: 'employers',
  side: 'employer',
  label: 'employers',
  where: { variable: 'e_role', notIn: ['none'] },
};

/** The part of a base that meets one more condition. */
export const partOf = (base: Base, id: string, label: string, where: Condition): Base => ({
  id,
  side: base.side,
  label,
  where: all(base.where, where),
});

export const turnedDownOrWaiting = partOf(
  jobSeekers,
  'turned_down_or_waiting',
  'job seekers who were turned down or left without an answer',
  is('s_outcome', 'rejected_told', 'silent'),
);

/** The three stages both sides are compared at (protocol 1.4, stage3). */
export const stages = [
  { id: 'applied', label: 'Only applied', where: is('s_stage', 'applied') },
  { id: 'screened', label: 'Screening, test or task', where: is('s_stage', 'screened', 'task') },
  { id: 'interviewed', label: 'Interviewed', where: is('s_stage', 'int1', 'int2', 'int3') },
] as const;

export type StageId = (typeof stages)[number]['id'];

/** Those of a base who got as far as one stage. */
export const atStage = (base: Base, { id, label, where }: (typeof stages)[number]): Base =>
  partOf(base, `${base.id}_${id}`, `${base.label}; ${label.toLowerCase()}`, where);

/** Everyone, told or silent, has had the same 45 days (protocol 2.3). */
export const hadFortyFiveDays = (base: Base): Base =>
  partOf(
    base,
    `${base.id}_45_days`,
    `${base.label}; last step at least 45 days ago`,
    is('s_elapsed', 'd45_90', 'm3_6', 'm6_12', 'y1_2'),
  );
