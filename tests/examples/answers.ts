import type { SideId } from '../../src/survey/question.ts';

/**
 * Named answers that every room of tests shares: browser, schema, API and database must judge each of them alike.
 * A broken one holds exactly one fault, and the sentence is the one a person reads.
 */

export interface ValidExample {
  readonly name: string;
  readonly side: SideId;
  readonly answers: Readonly<Record<string, string | number>>;
}

export interface BrokenExample {
  readonly name: string;
  readonly side: SideId;
  readonly answers: unknown;
  readonly sentence: string;
}

const groups = { industry: 'tech', org_size: 's50_249', seniority: 'mid', region: 'uk_ie' };

/** A job seeker who was turned down after two interviews and answers everything: all 16 questions. */
export const toldAfterInterviews = {
  s_outcome: 'rejected_told',
  s_elapsed: 'd45_90',
  s_stage: 'int2',
  s_hours: 18,
  s_promised: 'late',
  s_time: 'd30',
  s_explanation: 'generic',
  s_asked: 'vague',
  s_clear: 'p2',
  s_confidence: 'p2',
  s_again: 'p3',
  s_wanted: 'improve',
  ...groups,
};

const silence = {
  s_outcome: 'silent',
  s_elapsed: 'm3_6',
  s_stage: 'int1',
  s_hours: 9,
  s_promised: 'broken',
  s_asked: 'noreply',
  s_clear: 'p1',
  s_confidence: 'p2',
  s_again: 'p1',
  s_wanted: 'quick_no',
  ...groups,
};

/** An employer who answers everything. */
export const employer = {
  e_role: 'hr',
  e_volume: 'v51_200',
  e_told_applied: 'lt25',
  e_told_screened: 'q75_99',
  e_told_interviewed: 'all',
  e_reason_applied: 'none',
  e_reason_screened: 'lt25',
  e_reason_interviewed: 'q50_74',
  e_form: 'generic',
  e_promised: 'kept',
  e_time: 'd14',
  e_asked: 'useful',
  e_barriers_legal: 'yes',
  e_barriers_time: 'yes',
  e_barriers_volume: 'no',
  e_barriers_policy: 'no',
  e_barriers_conflict: 'no',
  e_barriers_notes: 'no',
  e_barriers_wording: 'yes',
  e_barriers_owner: 'no',
  e_barriers_doubt: 'no',
  e_has_rule_give: 'no',
  e_has_rule_not: 'dk',
  e_has_template: 'yes',
  e_has_training: 'no',
  e_has_scorecard: 'yes',
  e_has_deadline: 'no',
  e_claim: 'no',
  e_wanted: 'reason',
  ...groups,
};

const valid =
  (side: SideId) =>
  (name: string, answers: ValidExample['answers']): ValidExample => ({ name, side, answers });
const seekers = valid('job_seeker');
const employers = valid('employer');

/** At least one of every route, and the shortest and the fullest of each side. */
export const validExamples: readonly ValidExample[] = [
  seekers('told after two interviews, everything answered', toldAfterInterviews),
  seekers('silence after an interview', silence),
  seekers('pulled out after a task', {
    s_outcome: 'withdrew',
    s_elapsed: 'lt45',
    s_stage: 'task',
    s_hours: 0,
    s_again: 'p4',
    ...groups,
  }),
  seekers('offered the job', {
    s_outcome: 'offered',
    s_elapsed: 'y1_2',
    s_stage: 'int3',
    s_hours: 500,
    s_promised: 'kept',
    s_time: 'd2',
    s_confidence: 'p5',
    s_again: 'p5',
    ...groups,
  }),
  seekers('still going on, so nothing more is asked', { s_outcome: 'in_progress' }),
  seekers('no such application, so nothing more is asked', { s_outcome: 'none_fit' }),
  seekers('everything skipped that can be skipped', { s_outcome: 'silent', s_stage: 'applied' }),
  seekers('don’t know and prefer not to say', {
    ...Object.fromEntries(Object.keys(toldAfterInterviews).map((id) => [id, 'pnts'])),
    s_outcome: 'rejected_told',
    s_stage: 'applied',
    s_elapsed: 'dk',
    s_hours: 'dk',
    s_time: 'dk',
    s_wanted: 'dk',
    industry: 'dk',
  }),
  employers('an employer who answers everything', employer),
  employers('no part in hiring, so nothing more is asked', { e_role: 'none' }),
  employers('tells nobody and has no screening, so neither row about reasons is asked', {
    e_role: 'owner',
    e_told_applied: 'none',
    e_told_screened: 'na_stage',
    e_told_interviewed: 'q25_49',
    e_reason_interviewed: 'none',
    e_form: 'nothing',
    e_time: 'never',
  }),
  employers('an employer who skips everything', { e_role: 'manager' }),
  employers('skips how many were told, so the row about reasons is asked', {
    e_role: 'recruiter_in',
    e_told_screened: 'pnts',
    e_reason_applied: 'lt25',
    e_reason_screened: 'none',
  }),
];

const notOffered = (wording: string) => `“${wording}” was answered with something it does not offer.`;
const notAsked = (wording: string) => `“${wording}” was answered although it is not asked on this route.`;
const needsAnswer = (wording: string) => `“${wording}” needs an answer before you go on.`;
const hours = '“About how many hours did you put into it altogether?” takes one whole number from 0 to 500.';
const promised = 'Did anyone tell you when you would hear the outcome?';
const stage = 'What is the last of these that happened?';
const explanation = 'What did the employer tell you about why you were not selected?';
const anObject = 'The answers must be one object that holds a code for each question.';
const noSuchQuestion = 'One of the answers belongs to no question of this survey.';

const without = (answers: Readonly<Record<string, unknown>>, id: string) =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => key !== id));
const broken =
  (side: SideId) =>
  (name: string, answers: unknown, sentence: string): BrokenExample => ({ name, side, answers, sentence });
const seeker = broken('job_seeker');
const hiring = broken('employer');
/** Faults in what the person was told about why, by name. */
const explanations: Readonly<Record<string, unknown>> = {
  'an unknown code': 'kind',
  'a code of another question': 'vague',
  'a code in capitals': 'FORM',
  'a code with a space behind it': 'form ',
  'an empty text': '',
  'null for an answer': null,
  'a list where one code belongs': ['form'],
  '20 kB of text': 'a'.repeat(20_000),
  'blank, which is derived and never sent': 'blank',
  'na, which is derived and never sent': 'na',
};
const wrongHours: Readonly<Record<string, unknown>> = {
  'below the range': -1,
  'above the range': 501,
  'in a fraction': 7.5,
  'beyond any number': 1e300,
  'as text': '9',
  'as null': null,
  'as true': true,
  'as a list': [9],
  'as a missing code that is not offered': 'blank',
};
const clear = 'How clear is it to you why you were not selected?';
const region = 'Where was the job based? For remote jobs, where is the employer?';
const time = 'After your last step, how long was it until you were told?';
const effort = 'About how many hours did you put into it altogether?';
const usual = 'What does an interviewed candidate you turn down usually get?';
const role = 'In the last 12 months, what was your main part in hiring?';

export const brokenExamples: readonly BrokenExample[] = [
  ...Object.entries(explanations).map(([name, s_explanation]) =>
    seeker(name, { ...toldAfterInterviews, s_explanation }, notOffered(explanation)),
  ),
  ...Object.entries(wrongHours).map(([how, s_hours]) =>
    seeker(`hours ${how}`, { ...silence, s_hours }, hours),
  ),
  seeker('a number where a code belongs', { ...toldAfterInterviews, s_clear: 2 }, notOffered(clear)),
  seeker('don’t know where it is not offered', { ...toldAfterInterviews, region: 'dk' }, notOffered(region)),
  seeker(
    'prefer not to say where an answer is needed',
    { ...toldAfterInterviews, s_stage: 'pnts' },
    notOffered(stage),
  ),
  seeker(
    'an answer of another route: never heard, yet told',
    { ...toldAfterInterviews, s_promised: 'broken' },
    notOffered(promised),
  ),
  seeker(
    'an answer of another route: heard by then, yet silent',
    { ...silence, s_promised: 'kept' },
    notOffered(promised),
  ),
  seeker('a hidden question answered', { ...silence, s_explanation: 'form' }, notAsked(explanation)),
  seeker('a hidden question answered with don’t know', { ...silence, s_time: 'dk' }, notAsked(time)),
  seeker('an answer after being screened out', { s_outcome: 'none_fit', s_hours: 3 }, notAsked(effort)),
  seeker('a required question left out', without(silence, 's_stage'), needsAnswer(stage)),
  seeker('the first question left out', { s_stage: 'int1' }, needsAnswer('How did it end?')),
  seeker('a question that does not exist', { ...silence, s_name: 'Acme' }, noSuchQuestion),
  seeker('a question of the other side', { ...silence, e_role: 'hr' }, noSuchQuestion),
  seeker('a list where an object belongs', [], anObject),
  seeker('null for all answers', null, anObject),
  seeker('a text for all answers', 'silent', anObject),
  seeker('a number for all answers', 7, anObject),
  hiring('a screened-out employer who goes on', { e_role: 'none', e_form: 'form' }, notAsked(usual)),
  hiring('the role left out', without(employer, 'e_role'), needsAnswer(role)),
  hiring(
    'a reason given to people whom nobody told',
    { ...employer, e_told_applied: 'none' },
    '“And about how many were given a reason that was specific to them?” (People who only applied) was answered although it is not asked on this route.',
  ),
  hiring(
    'a yes/no row answered with don’t know',
    { ...employer, e_barriers_legal: 'dk' },
    '“Do any of these keep you from giving candidates more feedback?” (Worry about legal claims or complaints) was answered with something it does not offer.',
  ),
  hiring('a whole question in place of its rows', { ...employer, e_barriers: 'yes' }, noSuchQuestion),
];
