import { type Condition, all, is } from '../survey/condition.ts';
import type { Base } from './series.ts';

/**
 * The people the estimates are about. A base is made by routing alone: whoever belongs to it and did not say is an aside,
 * because a base of those who said would give the few others away beside the base around it (P12).
 */

/** Nobody is sent who was screened out, so these are all who answered. */
export const jobSeekers: Base = { id: 'job_seekers', side: 'job_seeker', label: 'job seekers', where: all() };
export const employers: Base = { id: 'employers', side: 'employer', label: 'employers', where: all() };

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

/** How far people got (protocol 1.4, stage3). */
export const stages = [
  { id: 'applied', label: 'Only applied', where: is('s_stage', 'applied') },
  { id: 'screened', label: 'First call, test or task', where: is('s_stage', 'screened') },
  { id: 'interviewed', label: 'Interviewed', where: is('s_stage', 'int1', 'int2', 'int3') },
] as const;

/** Those of a base who got as far as one stage. */
export const atStage = (base: Base, { id, label, where }: (typeof stages)[number]): Base =>
  partOf(base, `${base.id}_${id}`, `${base.label}; ${label.toLowerCase()}`, where);

/** Job seekers interviewed, and told no or left without an answer: the base of whatever both sides describe (protocol 2.7). */
export const interviewed = atStage(turnedDownOrWaiting, stages[2]);

/** Employers who describe one person, interviewed and not hired, picked by a rule (protocol 1.3). */
export const describesPerson = partOf(
  employers,
  'describes_person',
  'employers, each about one person who was interviewed and not hired',
  is('e_last', 'int1', 'int2', 'int3'),
);

/** Of them, all but those whose person heard that the job was dropped, as among the job seekers they are set beside. */
export const turnedPersonDown = partOf(
  describesPerson,
  'turned_person_down',
  'employers, each about one person who was interviewed and turned down',
  { variable: 'e_explanation', notIn: ['cancelled'] },
);
