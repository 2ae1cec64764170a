import type { CodeList, Question, Questionnaire } from './question.ts';

/**
 * THE definition of the survey: what is asked, in which words, with which answers, of whom. The form, the checks in
 * the browser, the columns and constraints in PostgreSQL, the tallies and the codebook follow from it.
 * Wording, codes and routing are those of the first version of the research protocol (docs/protocol.md, sections 1.4 to
 * 1.6, is the second). CONTRIBUTING.md says how to change a question.
 */

const ordered = (options: CodeList['options']): CodeList => ({ ordered: true, options });
const nominal = (options: CodeList['options'], last: string[] = []): CodeList => ({
  ordered: false,
  options,
  ...(last.length > 0 ? { last } : {}),
});

// What both sides answer with the same codes is written once.
const explain: CodeList['options'] = [
  { code: 'form', label: 'A standard message without a reason' },
  {
    code: 'generic',
    label: 'A reason that could have gone to anyone',
    example: 'For example “others were a closer match”',
  },
  { code: 'specific', label: 'A reason about me or my application' },
  { code: 'actionable', label: 'A reason about me, and something I could do differently' },
];
const time: CodeList['options'] = [
  { code: 'd2', label: 'Within 2 days' },
  { code: 'd7', label: '3 to 7 days' },
  { code: 'd14', label: '8 to 14 days' },
  { code: 'd30', label: '15 to 30 days' },
  { code: 'd45', label: '31 to 45 days' },
  { code: 'd90', label: '46 to 90 days' },
  { code: 'gt90', label: 'More than 90 days' },
];

const lists: Questionnaire['lists'] = {
  outcome: nominal(
    [
      { code: 'rejected_told', label: 'The employer told me I was not selected' },
      { code: 'silent', label: 'I never got a final answer, and it has been at least 45 days' },
      { code: 'withdrew', label: 'I pulled out' },
      { code: 'offered', label: 'I was offered the job' },
      { code: 'in_progress', label: 'It is still going on, or it has been less than 45 days' },
      { code: 'none_fit', label: 'I have no such application' },
    ],
    ['in_progress', 'none_fit'],
  ),
  elapsed: ordered([
    { code: 'lt45', label: 'Less than 45 days ago' },
    { code: 'd45_90', label: '45 to 90 days ago' },
    { code: 'm3_6', label: '3 to 6 months ago' },
    { code: 'm6_12', label: '6 to 12 months ago' },
    { code: 'y1_2', label: '1 to 2 years ago' },
    { code: 'gt2y', label: 'More than two years ago' },
  ]),
  stage: ordered([
    { code: 'applied', label: 'I only applied' },
    { code: 'screened', label: 'A screening call or video, or an online test' },
    { code: 'task', label: 'A task or work sample in my own time' },
    { code: 'int1', label: 'One interview' },
    { code: 'int2', label: 'Two interviews' },
    { code: 'int3', label: 'Three or more interviews' },
  ]),
  promise: nominal(
    [
      {
        code: 'kept',
        label: 'Yes, and I heard by then',
        shownIf: { variable: 's_outcome', in: ['rejected_told', 'offered'] },
      },
      {
        code: 'late',
        label: 'Yes, but I heard later',
        shownIf: { variable: 's_outcome', in: ['rejected_told', 'offered'] },
      },
      {
        code: 'broken',
        label: 'Yes, but I never heard',
        shownIf: { variable: 's_outcome', in: ['silent'] },
      },
      { code: 'none', label: 'No' },
    ],
    ['none'],
  ),
  promise_by_employer: nominal(
    [
      { code: 'kept', label: 'Yes, and we usually keep to it' },
      { code: 'late', label: 'Yes, but we are often late' },
      { code: 'none', label: 'No' },
    ],
    ['none'],
  ),
  time: ordered(time),
  time_by_employer: ordered([...time, { code: 'never', label: 'Usually they are not told' }]),
  explain: ordered(explain),
  explain_by_employer: ordered([
    { code: 'nothing', label: 'No message' },
    ...explain,
    { code: 'varies', label: 'It depends on who handles it' },
  ]),
  asked: nominal(
    [
      { code: 'no', label: 'No' },
      { code: 'useful', label: 'Yes, and the reply told me something specific' },
      { code: 'vague', label: 'Yes, and the reply told me nothing specific' },
      { code: 'noreply', label: 'Yes, and I got no reply' },
      { code: 'no_contact', label: 'There was no one I could ask' },
    ],
    ['no_contact'],
  ),
  asked_by_employer: nominal(
    [
      { code: 'useful', label: 'They get a reply that tells them something specific' },
      { code: 'vague', label: 'They get a reply with nothing specific' },
      { code: 'noreply', label: 'They get no reply' },
      { code: 'nobody', label: 'Nobody asks' },
    ],
    ['nobody'],
  ),
  clear: ordered([
    { code: 'p1', label: 'Not at all clear' },
    { code: 'p2', label: 'Slightly clear' },
    { code: 'p3', label: 'Moderately clear' },
    { code: 'p4', label: 'Very clear' },
    { code: 'p5', label: 'Completely clear' },
  ]),
  confidence: ordered([
    { code: 'p1', label: 'Much lower' },
    { code: 'p2', label: 'Somewhat lower' },
    { code: 'p3', label: 'No change' },
    { code: 'p4', label: 'Somewhat higher' },
    { code: 'p5', label: 'Much higher' },
  ]),
  likely: ordered([
    { code: 'p1', label: 'Very unlikely' },
    { code: 'p2', label: 'Somewhat unlikely' },
    { code: 'p3', label: 'Neither likely nor unlikely' },
    { code: 'p4', label: 'Somewhat likely' },
    { code: 'p5', label: 'Very likely' },
  ]),
  wanted: nominal(
    [
      { code: 'quick_no', label: 'A quick, clear no' },
      { code: 'reason', label: 'The main reason' },
      { code: 'compare', label: 'How I compared with what the job needed' },
      { code: 'improve', label: 'One thing to work on' },
      { code: 'talk', label: 'A short conversation' },
      { code: 'nothing', label: 'None of these' },
    ],
    ['nothing'],
  ),
  role: nominal(
    [
      { code: 'recruiter_in', label: 'In-house recruiter' },
      { code: 'recruiter_agency', label: 'Agency recruiter' },
      { code: 'hr', label: 'HR, with hiring as part of the job' },
      { code: 'manager', label: 'Hiring manager' },
      { code: 'owner', label: 'Owner or founder' },
      { code: 'interviewer', label: 'I interviewed but did not decide' },
      { code: 'none', label: 'I had no part in hiring' },
    ],
    ['none'],
  ),
  volume: ordered([
    { code: 'v1_10', label: '1 to 10' },
    { code: 'v11_50', label: '11 to 50' },
    { code: 'v51_200', label: '51 to 200' },
    { code: 'v201_1000', label: '201 to 1,000' },
    { code: 'v1000p', label: 'More than 1,000' },
  ]),
  band: ordered([
    { code: 'none', label: 'None' },
    { code: 'lt25', label: 'Fewer than 1 in 4' },
    { code: 'q25_49', label: '1 in 4 to just under half' },
    { code: 'q50_74', label: 'Half to just under 3 in 4' },
    { code: 'q75_99', label: '3 in 4 or more, but not all' },
    { code: 'all', label: 'All' },
    { code: 'na_stage', label: 'We do not have this stage' },
  ]),
  yes_no: ordered([
    { code: 'yes', label: 'Yes' },
    { code: 'no', label: 'No' },
  ]),
  claim: ordered([
    { code: 'first', label: 'Yes, first-hand' },
    { code: 'heard', label: 'Yes, I heard of it' },
    { code: 'no', label: 'No' },
  ]),
  industry: nominal(
    [
      { code: 'tech', label: 'Technology' },
      { code: 'finance', label: 'Finance and insurance' },
      { code: 'health', label: 'Health and care' },
      { code: 'education', label: 'Education' },
      { code: 'public', label: 'Government and public services' },
      { code: 'manufacturing', label: 'Manufacturing' },
      { code: 'construction', label: 'Construction' },
      { code: 'retail_hospitality', label: 'Shops, restaurants, hotels' },
      { code: 'transport', label: 'Transport and logistics' },
      { code: 'professional', label: 'Legal, consulting and other professional services' },
      { code: 'media_arts', label: 'Media, arts and design' },
      { code: 'nonprofit', label: 'Charities and non-profits' },
      { code: 'agriculture', label: 'Farming, forestry, fishing' },
      { code: 'other', label: 'Something else' },
    ],
    ['other'],
  ),
  org_size: ordered([
    { code: 's1_9', label: '1 to 9' },
    { code: 's10_24', label: '10 to 24' },
    { code: 's25_49', label: '25 to 49' },
    { code: 's50_249', label: '50 to 249' },
    { code: 's250_999', label: '250 to 999' },
    { code: 's1000p', label: '1,000 or more' },
  ]),
  seniority: ordered([
    { code: 'entry', label: 'Entry level' },
    { code: 'mid', label: 'Some experience' },
    { code: 'senior', label: 'Senior specialist' },
    { code: 'manager', label: 'Manager' },
    { code: 'exec', label: 'Executive or director' },
  ]),
  region: nominal([
    { code: 'us', label: 'United States' },
    { code: 'ca', label: 'Canada' },
    { code: 'uk_ie', label: 'United Kingdom or Ireland' },
    { code: 'eu_eea_ch', label: 'European Union, EEA or Switzerland' },
    { code: 'europe_other', label: 'Elsewhere in Europe' },
    { code: 'in', label: 'India' },
    { code: 'asia_other', label: 'Elsewhere in Asia' },
    { code: 'anz', label: 'Australia or New Zealand' },
    { code: 'latam', label: 'Latin America or the Caribbean' },
    { code: 'mena', label: 'Middle East or North Africa' },
    { code: 'ssa', label: 'Sub-Saharan Africa' },
  ]),
};

const turnedDownOrWaiting = { variable: 's_outcome', in: ['rejected_told', 'silent'] };
const told = { variable: 's_outcome', in: ['rejected_told', 'offered'] };
const stages = [
  { stage: 'applied', label: 'People who only applied' },
  { stage: 'screened', label: 'People who had a screening call, test or task' },
  { stage: 'interviewed', label: 'People who were interviewed' },
];

/** The four questions that group answers, asked of both sides, in the words of each. */
const groups = (words: {
  industry: string;
  orgSize: string;
  seniority: string;
  region: string;
}): Question[] => [
  {
    id: 'industry',
    kind: 'single',
    list: 'industry',
    wording: words.industry,
    why: 'To see whether some fields explain more than others. No group of fewer than ten people is ever shown.',
    offers: ['dk', 'pnts'],
  },
  {
    id: 'org_size',
    kind: 'single',
    list: 'org_size',
    wording: words.orgSize,
    why: 'Small and large employers work differently, and one law on answering applicants starts at 25 people.',
    offers: ['dk', 'pnts'],
  },
  {
    id: 'seniority',
    kind: 'single',
    list: 'seniority',
    wording: words.seniority,
    sharesScreen: true,
    why: 'To see whether people early in their working life are told less than people further on.',
    offers: ['pnts'],
  },
  {
    id: 'region',
    kind: 'single',
    list: 'region',
    wording: words.region,
    why: 'Customs and laws differ. We ask for a large region only, never for a town.',
    offers: ['pnts'],
  },
];

const jobSeeker: Questionnaire['sides']['job_seeker'] = {
  id: 'job_seeker',
  slug: 'job-seeker',
  title: 'Job seekers’ survey',
  people: 'Job seekers',
  minutes: 4,
  intro:
    'Think of the most recent job you applied for in the last two years that is over for you – you were turned down, you pulled out, or you got an offer – or where you have heard nothing for at least 45 days. Please take the most recent one, even if another one stands out more. Do not name the employer or any person.',
  questions: [
    {
      id: 's_outcome',
      kind: 'single',
      list: 'outcome',
      wording: 'How did it end?',
      help: 'A status change in an online account counts as being told.',
      why: 'Everything after this depends on it: someone who heard nothing is not asked what the message said.',
      required: true,
      offers: [],
      screensOut: ['in_progress', 'none_fit'],
    },
    {
      id: 's_elapsed',
      kind: 'single',
      list: 'elapsed',
      wording: 'When was your last step in it – applying, a test, a call or an interview?',
      why: 'So that quick answers and long silences are counted over the same stretch of time.',
      offers: ['dk', 'pnts'],
    },
    {
      id: 's_stage',
      kind: 'single',
      list: 'stage',
      wording: 'What is the last of these that happened?',
      why: 'A reason means something else after one click than after three interviews, so we never mix the two.',
      required: true,
      offers: [],
    },
    {
      id: 's_hours',
      kind: 'number',
      unit: 'hours',
      min: 0,
      max: 500,
      wording: 'About how many hours did you put into it altogether?',
      help: 'Count applying, preparing, tests, tasks, interviews and travel. A guess is fine.',
      why: 'To set what people put in beside what they got back. We publish the middle value for a group, never the lowest or the highest.',
      offers: ['dk', 'pnts'],
    },
    {
      id: 's_promised',
      kind: 'single',
      list: 'promise',
      wording: 'Did anyone tell you when you would hear the outcome?',
      why: 'Waiting is easier with a date. We ask both sides whether one was given, and whether it was kept.',
      offers: ['dk', 'pnts'],
      shownIf: { variable: 's_outcome', in: ['rejected_told', 'offered', 'silent'] },
    },
    {
      id: 's_time',
      kind: 'single',
      list: 'time',
      wording: 'After your last step, how long was it until you were told?',
      why: 'It gives the share of people who had heard by a given day, with those who never heard counted in.',
      offers: ['dk', 'pnts'],
      shownIf: told,
    },
    {
      id: 's_explanation',
      kind: 'single',
      list: 'explain',
      wording: 'What did the employer tell you about why you were not selected?',
      why: 'It is the question this site is named after. Employers get the same answers to choose from, so the two sides can be put next to each other.',
      offers: ['dk', 'pnts'],
      shownIf: { variable: 's_outcome', in: ['rejected_told'] },
    },
    {
      id: 's_asked',
      kind: 'single',
      list: 'asked',
      wording: 'Did you ask for feedback?',
      why: 'To see how often people ask, and what asking brings.',
      offers: ['pnts'],
      shownIf: turnedDownOrWaiting,
    },
    {
      id: 's_clear',
      kind: 'scale',
      list: 'clear',
      wording: 'How clear is it to you why you were not selected?',
      why: 'A message can hold a reason and still leave you guessing. This asks about the guessing.',
      offers: ['pnts'],
      shownIf: turnedDownOrWaiting,
    },
    {
      id: 's_confidence',
      kind: 'scale',
      list: 'confidence',
      wording: 'How did the way this ended change your confidence in applying for other jobs?',
      why: 'Some studies find that a reason helps and one finds that it hurts. We ask about applying only, not about how you feel in general.',
      offers: ['pnts'],
      shownIf: { variable: 's_outcome', notIn: ['withdrew'] },
    },
    {
      id: 's_again',
      kind: 'scale',
      list: 'likely',
      wording: 'If a suitable job came up, how likely would you be to apply to this employer again?',
      why: 'Employers often ask what feedback is worth to them. This is one part of the answer.',
      offers: ['pnts'],
    },
    {
      id: 's_wanted',
      kind: 'single',
      list: 'wanted',
      wording: 'Which one of these would have been most useful to you?',
      why: 'Employers are asked what they think helps most. We want to see whether they guess right.',
      offers: ['dk', 'pnts'],
      shownIf: turnedDownOrWaiting,
    },
    ...groups({
      industry: 'What is the employer’s field?',
      orgSize: 'About how many people work there?',
      seniority: 'What level was the job?',
      region: 'Where was the job based? For remote jobs, where is the employer?',
    }),
  ],
};

const employer: Questionnaire['sides']['employer'] = {
  id: 'employer',
  slug: 'employer',
  title: 'Employers’ survey',
  people: 'Employers',
  minutes: 4,
  intro:
    'Answer for your own hiring in the last 12 months. Do not name your employer, clients or candidates.',
  questions: [
    {
      id: 'e_role',
      kind: 'single',
      list: 'role',
      wording: 'In the last 12 months, what was your main part in hiring?',
      why: 'A recruiter and a hiring manager see different halves of the same decision.',
      required: true,
      offers: [],
      screensOut: ['none'],
    },
    {
      id: 'e_volume',
      kind: 'single',
      list: 'volume',
      wording:
        'About how many candidates did you turn down, or see turned down in hiring you worked on, in that time?',
      why: 'Writing to ten people and writing to a thousand are different tasks.',
      offers: ['dk', 'pnts'],
    },
    {
      id: 'e_told',
      kind: 'rows',
      list: 'band',
      wording: 'Of the people you did not select, about how many were told so?',
      why: 'Job seekers tell us how often they heard. This is the same thing seen from your side, stage by stage.',
      offers: ['dk', 'pnts'],
      rows: stages.map(({ stage, label }) => ({ id: `e_told_${stage}`, label })),
    },
    {
      id: 'e_reason',
      kind: 'rows',
      list: 'band',
      wording: 'And about how many were given a reason that was specific to them?',
      why: 'Being told no and being told why are two things. We count them apart.',
      offers: ['dk', 'pnts'],
      rows: stages.map(({ stage, label }) => ({
        id: `e_reason_${stage}`,
        label,
        shownIf: { variable: `e_told_${stage}`, notIn: ['none', 'na_stage'] },
      })),
    },
    {
      id: 'e_form',
      kind: 'single',
      list: 'explain_by_employer',
      wording: 'What does an interviewed candidate you turn down usually get?',
      help: 'The answers are in the candidate’s words.',
      why: 'It is the question this site is named after, asked from the other side in the same answers.',
      offers: ['dk', 'pnts'],
    },
    {
      id: 'e_promised',
      kind: 'single',
      list: 'promise_by_employer',
      wording: 'Do you tell interviewed candidates when they will hear?',
      why: 'Waiting is easier with a date. We ask both sides whether one was given, and whether it was kept.',
      offers: ['dk', 'pnts'],
    },
    {
      id: 'e_time',
      kind: 'single',
      list: 'time_by_employer',
      wording:
        'How long after the last step is an interviewed candidate usually told they were not selected?',
      why: 'Job seekers report how long they waited. This is the wait as you see it.',
      offers: ['dk', 'pnts'],
    },
    {
      id: 'e_asked',
      kind: 'single',
      list: 'asked_by_employer',
      wording: 'When a candidate you turned down asks for feedback, what usually happens?',
      why: 'To see whether asking brings an answer, from both sides of the question.',
      offers: ['dk', 'pnts'],
    },
    {
      id: 'e_barriers',
      kind: 'rows',
      list: 'yes_no',
      wording: 'Do any of these keep you from giving candidates more feedback?',
      help: 'A yes or a no for each.',
      why: 'We looked for an independent survey of employers’ reasons and found commentary. This fills the gap.',
      offers: [],
      rows: [
        { id: 'e_barriers_legal', label: 'Worry about legal claims or complaints' },
        { id: 'e_barriers_time', label: 'Not enough time' },
        { id: 'e_barriers_volume', label: 'Too many candidates' },
        { id: 'e_barriers_policy', label: 'A rule against it' },
        { id: 'e_barriers_conflict', label: 'Worry about arguments or upset replies' },
        { id: 'e_barriers_notes', label: 'No notes or scores good enough to use' },
        { id: 'e_barriers_wording', label: 'Not knowing how to put it' },
        { id: 'e_barriers_owner', label: 'Not my call, or nobody is responsible' },
        { id: 'e_barriers_doubt', label: 'Candidates would not find it useful' },
      ],
    },
    {
      id: 'e_has',
      kind: 'rows',
      list: 'yes_no',
      wording: 'Which of these exist where you hire?',
      help: 'A yes or a no for each. Don’t know is an answer too.',
      why: 'To see which kinds of support go with reasons being given.',
      offers: ['dk'],
      rows: [
        { id: 'e_has_rule_give', label: 'A written rule that turned-down candidates get feedback' },
        { id: 'e_has_rule_not', label: 'A written rule against it' },
        { id: 'e_has_template', label: 'Templates with room for a reason' },
        { id: 'e_has_training', label: 'Training in giving candidates feedback' },
        { id: 'e_has_scorecard', label: 'Scorecards or structured interview notes' },
        { id: 'e_has_deadline', label: 'A deadline for telling candidates' },
      ],
    },
    {
      id: 'e_claim',
      kind: 'single',
      list: 'claim',
      wording:
        'In the last 3 years, do you know of a complaint or legal claim where you work that came from feedback given to a candidate?',
      why: 'Worry about claims is often named as the reason for silence. We ask how often there was one.',
      offers: ['dk', 'pnts'],
    },
    {
      id: 'e_wanted',
      kind: 'single',
      list: 'wanted',
      wording: 'Which one of these do you think is most useful to a candidate you turn down?',
      help: 'The answers are in the candidate’s words.',
      why: 'Job seekers are asked what would have helped them most. We want to see whether the guesses match.',
      offers: ['dk', 'pnts'],
    },
    ...groups({
      industry: 'What is your employer’s field?',
      orgSize: 'About how many people work there?',
      seniority: 'What level are the jobs you mostly hire for?',
      region: 'Where are the jobs you mostly hire for?',
    }),
  ],
};

export const questionnaire: Questionnaire = {
  version: '1',
  lists,
  missing: {
    dk: 'Don’t know',
    pnts: 'Prefer not to say',
    blank: 'Shown and skipped',
    na: 'Not asked: the route left it out',
  },
  sides: { job_seeker: jobSeeker, employer },
  pairs: [
    {
      jobSeeker: 's_explanation',
      employer: 'e_form',
      sameLabels: true,
      only: [
        {
          side: 'employer',
          code: 'nothing',
          because: 'a job seeker who got no message says so in s_outcome',
        },
        { side: 'employer', code: 'varies', because: 'an employer describes a practice, which may vary' },
      ],
    },
    {
      jobSeeker: 's_promised',
      employer: 'e_promised',
      sameLabels: false,
      only: [
        { side: 'job_seeker', code: 'broken', because: 'an employer who never answers says so in e_time' },
      ],
    },
    {
      jobSeeker: 's_time',
      employer: 'e_time',
      sameLabels: true,
      only: [
        { side: 'employer', code: 'never', because: 'a job seeker who was never told says so in s_outcome' },
      ],
    },
    {
      jobSeeker: 's_asked',
      employer: 'e_asked',
      sameLabels: false,
      only: [
        { side: 'job_seeker', code: 'no', because: 'one person asks or does not' },
        { side: 'job_seeker', code: 'no_contact', because: 'one person may have had nobody to ask' },
        { side: 'employer', code: 'nobody', because: 'the same, seen over many candidates' },
      ],
    },
    { jobSeeker: 's_wanted', employer: 'e_wanted', sameLabels: true, only: [] },
    { jobSeeker: 'industry', employer: 'industry', sameLabels: true, only: [] },
    { jobSeeker: 'org_size', employer: 'org_size', sameLabels: true, only: [] },
    { jobSeeker: 'seniority', employer: 'seniority', sameLabels: true, only: [] },
    { jobSeeker: 'region', employer: 'region', sameLabels: true, only: [] },
  ],
};
