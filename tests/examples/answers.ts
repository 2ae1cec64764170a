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

/** A job seeker who was told after two interviews, and answers all 19 questions. */
export const toldAfterInterviews = {
  s_stage: 'int2',
  s_elapsed: 'm3_6',
  s_outcome: 'rejected_told',
  s_hours: 18,
  s_promised: 'late',
  s_time: 'd30',
  s_channel: 'auto',
  s_explanation: 'generic',
  s_asked: 'useful',
  s_clear: 'p2',
  s_confident: 'p2',
  s_again: 'p3',
  s_wanted: 'improve',
  s_only_applied: 'no',
  s_sent: 'a6_20',
  ...groups,
};

const silence = {
  s_stage: 'int1',
  s_elapsed: 'd45_90',
  s_outcome: 'silent',
  s_hours: 9,
  s_promised: 'broken',
  s_asked: 'noreply',
  s_clear: 'p1',
  s_confident: 'p2',
  s_again: 'p1',
  s_wanted: 'quick_no',
  s_only_applied: 'told',
  s_sent: 'a21_50',
  ...groups,
};

const noBarrier = {
  e_barriers_time: 'no',
  e_barriers_notes: 'no',
  e_barriers_wording: 'no',
  e_barriers_owner: 'no',
  e_barriers_source: 'no',
  e_barriers_policy: 'no',
  e_barriers_system: 'no',
  e_barriers_conflict: 'no',
  e_barriers_legal: 'no',
  e_barriers_doubt: 'no',
  e_barriers_enough: 'no',
};

const practice = {
  ...noBarrier,
  e_barriers_time: 'yes',
  e_barriers_legal: 'yes',
  e_has_rule_give: 'no',
  e_has_rule_not: 'dk',
  e_has_template: 'yes',
  e_has_training: 'no',
  e_has_scorecard: 'yes',
  e_has_deadline: 'no',
  e_claim: 'no',
  ...groups,
};

/** An employer who answers all 18 questions about a person who was told. */
export const employer = {
  e_role: 'hr',
  e_volume: 'v51_200',
  e_told_interviewed: 'all',
  e_told_applied: 'lt25',
  e_last: 'int2',
  e_known: 'written',
  e_time: 'd14',
  e_promised: 'kept',
  e_channel: 'personal',
  e_explanation: 'generic',
  e_asked: 'useful',
  e_wanted: 'reason',
  ...practice,
};

const neverTold = {
  e_role: 'manager',
  e_volume: 'v1_10',
  e_told_interviewed: 'q50_74',
  e_last: 'int1',
  e_known: 'yes',
  e_time: 'never',
  e_promised: 'broken',
  e_asked: 'noreply',
  e_wanted: 'talk',
  ...practice,
};

/** At least one of every route, and the shortest and the fullest of each side. */
export const validExamples: readonly ValidExample[] = [
  {
    name: 'told after two interviews, everything answered',
    side: 'job_seeker',
    answers: toldAfterInterviews,
  },
  { name: 'silence after an interview', side: 'job_seeker', answers: silence },
  {
    name: 'told after 90 days, of an application, by an account',
    side: 'job_seeker',
    answers: {
      s_stage: 'applied',
      s_elapsed: 'm6_12',
      s_outcome: 'rejected_told',
      s_hours: 0,
      s_promised: 'none',
      s_time: 'gt90',
      s_channel: 'account',
      s_explanation: 'form',
      s_asked: 'no_contact',
      s_sent: 'a100p',
      ...groups,
    },
  },
  {
    name: 'pulled out after a task',
    side: 'job_seeker',
    answers: {
      s_stage: 'screened',
      s_elapsed: 'ge45',
      s_outcome: 'withdrew',
      s_hours: 0,
      s_only_applied: 'none',
      s_sent: 'none',
      ...groups,
    },
  },
  {
    name: 'offered the job',
    side: 'job_seeker',
    answers: {
      s_stage: 'int3',
      s_elapsed: 'y1_2',
      s_outcome: 'offered',
      s_hours: 500,
      s_promised: 'kept',
      s_time: 'd2',
      s_only_applied: 'reason',
      s_sent: 'a1_5',
      ...groups,
    },
  },
  {
    name: 'told that the job was dropped',
    side: 'job_seeker',
    answers: {
      s_stage: 'int1',
      s_elapsed: 'm3_6',
      s_outcome: 'cancelled',
      s_hours: 12,
      s_promised: 'late',
      s_time: 'd45',
      s_channel: 'call',
      s_only_applied: 'other',
      s_sent: 'a51_100',
      ...groups,
    },
  },
  {
    name: 'still going on',
    side: 'job_seeker',
    answers: {
      s_stage: 'int2',
      s_elapsed: 'd45_90',
      s_outcome: 'open',
      s_hours: 20,
      s_only_applied: 'no',
      s_sent: 'a1_5',
      ...groups,
    },
  },
  {
    name: 'everything skipped that can be skipped',
    side: 'job_seeker',
    answers: { s_stage: 'applied', s_outcome: 'silent' },
  },
  {
    name: 'don’t know and prefer not to say',
    side: 'job_seeker',
    answers: {
      s_stage: 'int1',
      s_elapsed: 'dk',
      s_outcome: 'rejected_told',
      s_hours: 'dk',
      s_promised: 'pnts',
      s_time: 'dk',
      s_channel: 'dk',
      s_explanation: 'pnts',
      s_asked: 'pnts',
      s_clear: 'pnts',
      s_confident: 'pnts',
      s_again: 'pnts',
      s_wanted: 'dk',
      s_only_applied: 'dk',
      s_sent: 'pnts',
      industry: 'dk',
      org_size: 'pnts',
      seniority: 'pnts',
      region: 'pnts',
    },
  },
  { name: 'an employer who answers everything', side: 'employer', answers: employer },
  { name: 'an employer whose person was never told', side: 'employer', answers: neverTold },
  {
    name: 'somebody else knows, wherever that is an answer',
    side: 'employer',
    answers: {
      e_role: 'interviewer',
      e_told_interviewed: 'dk',
      e_last: 'int3',
      e_known: 'unseen',
      e_time: 'unseen',
      e_asked: 'unseen',
    },
  },
  {
    name: 'told by somebody else, who knows when and how',
    side: 'employer',
    answers: {
      e_role: 'recruiter_in',
      e_last: 'int1',
      e_known: 'rival',
      e_time: 'dk',
      e_promised: 'dk',
      e_channel: 'dk',
      e_explanation: 'unseen',
      e_asked: 'no',
    },
  },
  {
    name: 'the job was dropped, so nobody is asked about feedback',
    side: 'employer',
    answers: {
      e_role: 'owner',
      e_volume: 'v11_50',
      e_told_interviewed: 'q25_49',
      e_told_applied: 'na_stage',
      e_last: 'int2',
      e_known: 'other',
      e_time: 'gt90',
      e_promised: 'none',
      e_channel: 'agency',
      e_explanation: 'cancelled',
      e_wanted: 'nothing',
    },
  },
  {
    name: 'interviewed nobody and remembers nobody, so only practice is asked',
    side: 'employer',
    answers: { e_role: 'hr', e_volume: 'none', e_last: 'forgot', e_wanted: 'dk', ...practice },
  },
  {
    name: 'an employer who skips everything',
    side: 'employer',
    answers: { e_role: 'manager', e_last: 'nobody' },
  },
  {
    name: 'knows of a person and skips the rest',
    side: 'employer',
    answers: { e_role: 'recruiter_agency', e_last: 'int1' },
  },
];

const notOffered = (wording: string) => `“${wording}” was answered with something it does not offer.`;
const isRuledOut = (wording: string) =>
  `“${wording}” was answered with something that an earlier answer rules out.`;
const notAsked = (wording: string) => `“${wording}” was answered although it is not asked on this route.`;
const needsAnswer = (wording: string) => `“${wording}” needs an answer before you go on.`;
const hours = '“About how many hours did it take you in all?” takes one whole number from 0 to 500.';
const promised = 'Were you given a date, or a number of days or weeks, by which you would hear?';
const stage = 'How many interviews did you have for this job?';
const outcome = 'What is the result, up to today?';
const time = 'How long after the last thing you did for it were you told?';
const explanation = 'When you were told no, what did you hear about why?';
const promisedThem = 'Were they given a date, or a number of days or weeks, by which they would hear?';
const explanationToThem = 'When they were told no, what did they hear about why?';
const told = 'In the last 12 months, about how many of the people not hired were told so, by anyone?';
const anObject = 'The answers must be one object that holds a code for each question.';
const noSuchQuestion = 'One of the answers belongs to no question of this survey.';

const without = (answers: Readonly<Record<string, unknown>>, id: string) =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => key !== id));
const seeker = (name: string, answers: unknown, sentence: string): BrokenExample => ({
  name,
  side: 'job_seeker',
  answers,
  sentence,
});
const hiring = (name: string, answers: unknown, sentence: string): BrokenExample => ({
  name,
  side: 'employer',
  answers,
  sentence,
});

export const brokenExamples: readonly BrokenExample[] = [
  seeker('an unknown code', { ...toldAfterInterviews, s_explanation: 'kind' }, notOffered(explanation)),
  seeker(
    'a code of another question',
    { ...toldAfterInterviews, s_explanation: 'vague' },
    notOffered(explanation),
  ),
  seeker('a code in capitals', { ...toldAfterInterviews, s_explanation: 'FORM' }, notOffered(explanation)),
  seeker(
    'a code with a space behind it',
    { ...toldAfterInterviews, s_explanation: 'form ' },
    notOffered(explanation),
  ),
  seeker('an empty text', { ...toldAfterInterviews, s_explanation: '' }, notOffered(explanation)),
  seeker('null for an answer', { ...toldAfterInterviews, s_explanation: null }, notOffered(explanation)),
  seeker(
    'a list where one code belongs',
    { ...toldAfterInterviews, s_explanation: ['form'] },
    notOffered(explanation),
  ),
  seeker(
    'a number where a code belongs',
    { ...toldAfterInterviews, s_clear: 2 },
    notOffered('How clear is it to you why you have not been offered this job?'),
  ),
  seeker(
    '20 kB of text',
    { ...toldAfterInterviews, s_explanation: 'a'.repeat(20_000) },
    notOffered(explanation),
  ),
  seeker(
    'blank, which is derived and never sent',
    { ...toldAfterInterviews, s_explanation: 'blank' },
    notOffered(explanation),
  ),
  seeker(
    'na, which is derived and never sent',
    { ...toldAfterInterviews, s_explanation: 'na' },
    notOffered(explanation),
  ),
  seeker(
    'don’t know where it is not offered',
    { ...toldAfterInterviews, s_clear: 'dk' },
    notOffered('How clear is it to you why you have not been offered this job?'),
  ),
  seeker(
    'somebody else knows, which only employers can say',
    { ...toldAfterInterviews, s_explanation: 'unseen' },
    notOffered(explanation),
  ),
  seeker(
    'prefer not to say where an answer is needed',
    { ...toldAfterInterviews, s_outcome: 'pnts' },
    notOffered(outcome),
  ),
  seeker(
    'no such job, which ends the questionnaire',
    { s_stage: 'none_fit', s_outcome: 'silent' },
    'This survey is about a job you applied for in the last two years, with your last step at least 45 days ago.',
  ),
  seeker(
    'a last step too short ago, which ends the questionnaire',
    { ...silence, s_elapsed: 'lt45' },
    'That is less than 45 days ago, too soon for this survey: please take the latest job before that one.',
  ),
  seeker(
    'a last step too long ago, which ends the questionnaire',
    { ...silence, s_elapsed: 'gt2y' },
    'This survey is about the last two years: please take a later job, if there is one.',
  ),
  seeker(
    'a promise broken, yet told',
    { ...toldAfterInterviews, s_promised: 'broken' },
    isRuledOut(promised),
  ),
  seeker('heard by then, yet silent', { ...silence, s_promised: 'kept' }, isRuledOut(promised)),
  seeker('heard later, yet silent', { ...silence, s_promised: 'late' }, isRuledOut(promised)),
  seeker(
    'told after more than 90 days, of a last step within 90 days',
    { ...toldAfterInterviews, s_elapsed: 'd45_90', s_time: 'gt90' },
    isRuledOut(time),
  ),
  seeker('a hidden question answered', { ...silence, s_explanation: 'form' }, notAsked(explanation)),
  seeker('a time without an answer', { ...silence, s_time: 'd7' }, notAsked(time)),
  seeker('a hidden question answered with don’t know', { ...silence, s_time: 'dk' }, notAsked(time)),
  seeker(
    'another application of somebody who only applied',
    { ...silence, s_stage: 'applied' },
    notAsked(
      'Now the latest job you only applied for (no call, test or interview), at least 45 days ago. Were you told no?',
    ),
  ),
  seeker(
    'a way of being told, of somebody who was offered the job',
    { s_stage: 'int1', s_outcome: 'offered', s_channel: 'call' },
    notAsked('How were you told?'),
  ),
  seeker('the result left out', { s_stage: 'applied', s_hours: 2, ...groups }, needsAnswer(outcome)),
  seeker('the first question left out', { s_outcome: 'withdrew' }, needsAnswer(stage)),
  seeker('hours below the range', { ...silence, s_hours: -1 }, hours),
  seeker('hours above the range', { ...silence, s_hours: 501 }, hours),
  seeker('hours in a fraction', { ...silence, s_hours: 7.5 }, hours),
  seeker('hours beyond any number', { ...silence, s_hours: 1e300 }, hours),
  seeker('hours as text', { ...silence, s_hours: '9' }, hours),
  seeker('hours as null', { ...silence, s_hours: null }, hours),
  seeker('hours as true', { ...silence, s_hours: true }, hours),
  seeker('hours as a list', { ...silence, s_hours: [9] }, hours),
  seeker('hours as a missing code that is not offered', { ...silence, s_hours: 'blank' }, hours),
  seeker('hours as somebody else’s knowledge', { ...silence, s_hours: 'unseen' }, hours),
  seeker('a question that does not exist', { ...silence, s_name: 'Acme' }, noSuchQuestion),
  seeker('a question of the other side', { ...silence, e_role: 'hr' }, noSuchQuestion),
  seeker('a list where an object belongs', [], anObject),
  seeker('null for all answers', null, anObject),
  seeker('a text for all answers', 'silent', anObject),
  seeker('a number for all answers', 7, anObject),
  hiring(
    'no part in hiring, which ends the questionnaire',
    { ...neverTold, e_role: 'none' },
    'This survey is for people who had a part in hiring in the last two years.',
  ),
  hiring(
    'the role left out',
    without(neverTold, 'e_role'),
    needsAnswer('In the last two years, what was your main part in hiring?'),
  ),
  hiring(
    'whether there is such a person left out',
    { e_role: 'hr' },
    needsAnswer(
      'What was the latest job you helped hire for in the last two years, filled or not, whose interviews ended at least 45 days ago?',
    ),
  ),
  hiring(
    'how many were told, where nobody was interviewed and not hired',
    { e_role: 'hr', e_volume: 'none', e_told_interviewed: 'all', e_last: 'nobody' },
    `“${told}” (Who were interviewed) was answered although it is not asked on this route.`,
  ),
  hiring(
    'a row that an interviewer is not asked',
    { ...neverTold, e_role: 'interviewer', e_told_applied: 'all' },
    `“${told}” (Who only applied) was answered although it is not asked on this route.`,
  ),
  hiring(
    'an answer about a person, where there is none',
    { e_role: 'hr', e_last: 'forgot', e_known: 'written' },
    notAsked('As far as you know, what decided against them?'),
  ),
  hiring('a promise broken, yet told', { ...employer, e_promised: 'broken' }, isRuledOut(promisedThem)),
  hiring('a promise kept, yet never told', { ...neverTold, e_promised: 'kept' }, isRuledOut(promisedThem)),
  hiring(
    'a promise to a person of whom nothing is known',
    { e_role: 'hr', e_last: 'int1', e_time: 'unseen', e_promised: 'dk' },
    notAsked(promisedThem),
  ),
  hiring(
    'a reason heard by somebody who was never told',
    { ...neverTold, e_explanation: 'form' },
    notAsked(explanationToThem),
  ),
  hiring(
    'feedback asked for by somebody whose job was dropped',
    { ...employer, e_explanation: 'cancelled' },
    notAsked('Did they ask for feedback, in any way?'),
  ),
  hiring(
    'nobody to ask, which only a job seeker can say',
    { ...employer, e_asked: 'no_contact' },
    notOffered('Did they ask for feedback, in any way?'),
  ),
  hiring(
    'a yes/no row answered with don’t know',
    { ...employer, e_barriers_legal: 'dk' },
    '“Do any of these keep you from giving candidates more feedback?” (Worry about legal claims or complaints) was answered with something it does not offer.',
  ),
  hiring('a whole question in place of its rows', { ...employer, e_barriers: 'yes' }, noSuchQuestion),
];
