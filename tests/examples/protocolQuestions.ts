import type { SideId } from '../../src/survey/question.ts';

/**
 * Sections 1.4 to 1.6 of the first research protocol, copied out by hand so that the questionnaire is held against something
 * that it did not write itself. One line a variable; codes in the protocol’s order, missing codes included. Points of
 * scales are 1 to 5 in the protocol and p1 to p5 here, because a code begins with a letter.
 */
export interface ProtocolVariable {
  readonly number: number;
  readonly id: string;
  readonly codes: string;
  readonly required?: true;
  /** Answers with which it is asked. Left out: it is asked of everybody who was not screened out. */
  readonly asked?: readonly Readonly<Record<string, string>>[];
  /** Answers with which it is not asked. */
  readonly notAsked?: readonly Readonly<Record<string, string>>[];
}

const points = 'p1 p2 p3 p4 p5';
const industries =
  'tech finance health education public manufacturing construction retail_hospitality transport professional media_arts nonprofit agriculture other';
const sizes = 's1_9 s10_24 s25_49 s50_249 s250_999 s1000p';
const levels = 'entry mid senior manager exec';
const regions = 'us ca uk_ie eu_eea_ch europe_other in asia_other anz latam mena ssa';
const times = 'd2 d7 d14 d30 d45 d90 gt90';
const wanted = 'quick_no reason compare improve talk nothing';

const outcomes = (...codes: string[]) => codes.map((s_outcome) => ({ s_outcome }));
const stages = ['applied', 'screened', 'interviewed'];

const groups: readonly ProtocolVariable[] = [
  { number: 13, id: 'industry', codes: `${industries} dk pnts` },
  { number: 14, id: 'org_size', codes: `${sizes} dk pnts` },
  { number: 15, id: 'seniority', codes: `${levels} pnts` },
  { number: 16, id: 'region', codes: `${regions} pnts` },
];

export const protocolQuestions: Readonly<Record<SideId, readonly ProtocolVariable[]>> = {
  job_seeker: [
    {
      number: 1,
      id: 's_outcome',
      codes: 'rejected_told silent withdrew offered in_progress none_fit',
      required: true,
    },
    { number: 2, id: 's_elapsed', codes: 'lt45 d45_90 m3_6 m6_12 y1_2 gt2y dk pnts' },
    { number: 3, id: 's_stage', codes: 'applied screened task int1 int2 int3', required: true },
    { number: 4, id: 's_hours', codes: 'dk pnts' },
    {
      number: 5,
      id: 's_promised',
      codes: 'kept late broken none dk pnts',
      asked: outcomes('rejected_told', 'offered', 'silent'),
      notAsked: outcomes('withdrew'),
    },
    {
      number: 6,
      id: 's_time',
      codes: `${times} dk pnts`,
      asked: outcomes('rejected_told', 'offered'),
      notAsked: outcomes('silent', 'withdrew'),
    },
    {
      number: 7,
      id: 's_explanation',
      codes: 'form generic specific actionable dk pnts',
      asked: outcomes('rejected_told'),
      notAsked: outcomes('silent', 'withdrew', 'offered'),
    },
    {
      number: 8,
      id: 's_asked',
      codes: 'no useful vague noreply no_contact pnts',
      asked: outcomes('rejected_told', 'silent'),
      notAsked: outcomes('withdrew', 'offered'),
    },
    {
      number: 9,
      id: 's_clear',
      codes: `${points} pnts`,
      asked: outcomes('rejected_told', 'silent'),
      notAsked: outcomes('withdrew', 'offered'),
    },
    {
      number: 10,
      id: 's_confidence',
      codes: `${points} pnts`,
      asked: outcomes('rejected_told', 'silent', 'offered'),
      notAsked: outcomes('withdrew'),
    },
    { number: 11, id: 's_again', codes: `${points} pnts` },
    {
      number: 12,
      id: 's_wanted',
      codes: `${wanted} dk pnts`,
      asked: outcomes('rejected_told', 'silent'),
      notAsked: outcomes('withdrew', 'offered'),
    },
    ...groups,
  ],
  employer: [
    {
      number: 1,
      id: 'e_role',
      codes: 'recruiter_in recruiter_agency hr manager owner interviewer none',
      required: true,
    },
    { number: 2, id: 'e_volume', codes: 'v1_10 v11_50 v51_200 v201_1000 v1000p dk pnts' },
    ...stages.map((stage) => ({
      number: 3,
      id: `e_told_${stage}`,
      codes: 'none lt25 q25_49 q50_74 q75_99 all na_stage dk pnts',
    })),
    ...stages.map((stage) => ({
      number: 4,
      id: `e_reason_${stage}`,
      codes: 'none lt25 q25_49 q50_74 q75_99 all na_stage dk pnts',
      asked: [
        {},
        ...['lt25', 'q25_49', 'q50_74', 'q75_99', 'all'].map((code) => ({ [`e_told_${stage}`]: code })),
      ],
      notAsked: ['none', 'na_stage'].map((code) => ({ [`e_told_${stage}`]: code })),
    })),
    { number: 5, id: 'e_form', codes: 'nothing form generic specific actionable varies dk pnts' },
    { number: 6, id: 'e_promised', codes: 'kept late none dk pnts' },
    { number: 7, id: 'e_time', codes: `${times} never dk pnts` },
    { number: 8, id: 'e_asked', codes: 'useful vague noreply nobody dk pnts' },
    ...['legal', 'time', 'volume', 'policy', 'conflict', 'notes', 'wording', 'owner', 'doubt'].map(
      (barrier) => ({
        number: 9,
        id: `e_barriers_${barrier}`,
        codes: 'yes no',
      }),
    ),
    ...['rule_give', 'rule_not', 'template', 'training', 'scorecard', 'deadline'].map((support) => ({
      number: 10,
      id: `e_has_${support}`,
      codes: 'yes no dk',
    })),
    { number: 11, id: 'e_claim', codes: 'first heard no dk pnts' },
    { number: 12, id: 'e_wanted', codes: `${wanted} dk pnts` },
    ...groups,
  ],
};

/** The answer that lets somebody through the screener, and those that end the questionnaire. */
export const protocolScreeners = {
  job_seeker: { through: { s_outcome: 'rejected_told' }, out: outcomes('in_progress', 'none_fit') },
  employer: { through: { e_role: 'hr' }, out: [{ e_role: 'none' }] },
} as const;

/** Answers of one question that only some routes offer (protocol 1.5, s_promised). */
export const protocolRoutedCodes = [
  { id: 's_promised', code: 'kept', with: outcomes('rejected_told', 'offered'), without: outcomes('silent') },
  { id: 's_promised', code: 'late', with: outcomes('rejected_told', 'offered'), without: outcomes('silent') },
  {
    id: 's_promised',
    code: 'broken',
    with: outcomes('silent'),
    without: outcomes('rejected_told', 'offered'),
  },
] as const;

/** Symmetric pairs of protocol 1.6 that are two questions with one list. */
export const protocolPairs = [
  ['s_explanation', 'e_form'],
  ['s_promised', 'e_promised'],
  ['s_time', 'e_time'],
  ['s_asked', 'e_asked'],
  ['s_wanted', 'e_wanted'],
] as const;

/** Wordings of protocol 1.5 and 1.6, in the order of the questions; the two rows questions share their stem. */
export const protocolWordings: Readonly<Record<SideId, readonly string[]>> = {
  job_seeker: [
    'How did it end?',
    'When was your last step in it – applying, a test, a call or an interview?',
    'What is the last of these that happened?',
    'About how many hours did you put into it altogether?',
    'Did anyone tell you when you would hear the outcome?',
    'After your last step, how long was it until you were told?',
    'What did the employer tell you about why you were not selected?',
    'Did you ask for feedback?',
    'How clear is it to you why you were not selected?',
    'How did the way this ended change your confidence in applying for other jobs?',
    'If a suitable job came up, how likely would you be to apply to this employer again?',
    'Which one of these would have been most useful to you?',
    'What is the employer’s field?',
    'About how many people work there?',
    'What level was the job?',
    'Where was the job based? For remote jobs, where is the employer?',
  ],
  employer: [
    'In the last 12 months, what was your main part in hiring?',
    'About how many candidates did you turn down, or see turned down in hiring you worked on, in that time?',
    'Of the people you did not select, about how many were told so?',
    'And about how many were given a reason that was specific to them?',
    'What does an interviewed candidate you turn down usually get?',
    'Do you tell interviewed candidates when they will hear?',
    'How long after the last step is an interviewed candidate usually told they were not selected?',
    'When a candidate you turned down asks for feedback, what usually happens?',
    'Do any of these keep you from giving candidates more feedback?',
    'Which of these exist where you hire?',
    'In the last 3 years, do you know of a complaint or legal claim where you work that came from feedback given to a candidate?',
    'Which one of these do you think is most useful to a candidate you turn down?',
    'What is your employer’s field?',
    'About how many people work there?',
    'What level are the jobs you mostly hire for?',
    'Where are the jobs you mostly hire for?',
  ],
};
