import { datePlace, elapsed } from '../frame.ts';
import type { CodeList, Questionnaire } from '../question.ts';
import { asked, explain, oneself, promise, theirs, time, toldBy, wanted } from './turnedLists.ts';

type Options = CodeList['options'];

/** Answers in an order of their own. */
const ordered = (options: Options): CodeList => ({ ordered: true, options });

/** Answers without one, printed as they stand: facts, in the order in which a reader looks for them (protocol 1.2). */
const facts = (options: Options): CodeList => ({ ordered: false, options });

const points = (...labels: readonly string[]): CodeList =>
  ordered(labels.map((label, index) => ({ code: `p${index + 1}`, label })));

const toldNo = { variable: 's_outcome', in: ['rejected_told', 'cancelled', 'offered'] };
const isLaterThere = {
  reply: `Is there a later one (before ${datePlace})? Then please go back and take it.`,
};

/** Every list of answers that a question can draw on, by name; the name is that of the enum in PostgreSQL, too. */
export const codeLists: Questionnaire['lists'] = {
  stage: ordered([
    { code: 'applied', label: 'None, I only applied' },
    { code: 'screened', label: 'None, but a first call, a recorded video, a test or a task' },
    { code: 'int1', label: 'One' },
    { code: 'int2', label: 'Two' },
    { code: 'int3', label: 'Three or more' },
    { code: 'none_fit', label: 'I have no such job' },
  ]),
  elapsed: ordered(
    elapsed.map(({ code, label }) => ({
      code,
      label,
      ...((code === 'm6_12' || code === 'y1_2') && isLaterThere),
    })),
  ),
  outcome: facts([
    {
      code: 'rejected_told',
      label: 'I was told no',
      example: 'Also: someone else got it, “not selected” in an online account, “we keep your CV on file”',
    },
    {
      code: 'silent',
      label: 'I have had no final answer',
      example: 'Also: “in review”, the advert closed, “no news means no”, an offer never confirmed',
    },
    { code: 'open', label: 'It is still going on: a next step or a date is still to come' },
    { code: 'cancelled', label: 'I was told that the job was cancelled or put on hold' },
    { code: 'withdrew', label: 'I ended it myself, and not because of waiting' },
    { code: 'offered', label: 'I was offered the job, accepted or not' },
  ]),
  promise: facts(promise(oneself, toldNo, { variable: 's_outcome', in: ['silent'] })),
  promise_by_employer: facts(
    promise(theirs, { variable: 'e_time', notIn: ['never'] }, { variable: 'e_time', in: ['never'] }),
  ),
  time: ordered(time({ variable: 's_elapsed', notIn: ['d45_90'] })),
  time_by_employer: ordered([...time(), { code: 'never', label: 'They were not told, as far as I know' }]),
  told_by: facts(
    toldBy(
      'By a message that looked written for me',
      'By a message that looked automatic',
      'In an online account, or a message that sent me there',
    ),
  ),
  told_by_employer: facts(
    toldBy('By a message written for them', 'By an automatic or standard message', 'In an online account'),
  ),
  explain: ordered(explain(oneself)),
  explain_by_employer: ordered([
    ...explain(theirs),
    { code: 'cancelled', label: 'That the job was dropped or put on hold' },
  ]),
  asked: facts([
    ...asked(oneself, 'No', 'they give none'),
    { code: 'no_contact', label: 'There was no one I could ask' },
  ]),
  asked_by_employer: facts(asked(theirs, 'Not that I know of', 'we give none')),
  clear: points('Not at all clear', 'Slightly clear', 'Moderately clear', 'Very clear', 'Completely clear'),
  confident: points(
    'Not at all confident',
    'Slightly confident',
    'Moderately confident',
    'Very confident',
    'Completely confident',
  ),
  likely: points(
    'Very unlikely',
    'Somewhat unlikely',
    'Neither likely nor unlikely',
    'Somewhat likely',
    'Very likely',
  ),
  wanted: wanted(oneself),
  wanted_by_employer: wanted(theirs),
  only_applied: facts([
    { code: 'reason', label: 'Yes, with a reason about me' },
    { code: 'told', label: 'Yes, without one' },
    { code: 'no', label: 'No' },
    { code: 'other', label: 'It was dropped, I pulled out, or I was offered it' },
    { code: 'none', label: 'I have no such application' },
  ]),
  sent: ordered([
    { code: 'none', label: 'None' },
    { code: 'a1_5', label: '1 to 5' },
    { code: 'a6_20', label: '6 to 20' },
    { code: 'a21_50', label: '21 to 50' },
    { code: 'a51_100', label: '51 to 100' },
    { code: 'a100p', label: 'More than 100' },
  ]),
  role: facts([
    { code: 'recruiter_in', label: 'Recruiter for my own employer' },
    { code: 'recruiter_agency', label: 'Agency recruiter, for clients' },
    { code: 'hr', label: 'HR, with hiring as part of the job' },
    { code: 'manager', label: 'Hiring manager, or panel member with a vote' },
    { code: 'owner', label: 'Owner or founder' },
    { code: 'interviewer', label: 'Interviewer without a vote' },
    { code: 'none', label: 'I had no part in hiring' },
  ]),
  volume: ordered([
    { code: 'none', label: 'None' },
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
    { code: 'na_stage', label: 'There were none' },
  ]),
  last: ordered([
    { code: 'int1', label: 'Yes, after one interview' },
    { code: 'int2', label: 'Yes, after two' },
    { code: 'int3', label: 'Yes, after three or more' },
    { code: 'nobody', label: 'No, nobody fits' },
    { code: 'forgot', label: 'No, I do not remember enough' },
  ]),
  known: facts([
    { code: 'written', label: 'Something about them, in notes or scores' },
    { code: 'yes', label: 'Something about them, not written down' },
    { code: 'rival', label: 'Nothing was missing: someone else was stronger' },
    { code: 'other', label: 'Something not about them (budget, a change of plan)' },
    { code: 'unclear', label: 'No clear reason' },
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
  // Fields by the alphabet; regions by the map, “elsewhere in” after what it is elsewhere from (protocol 1.2).
  industry: facts([
    { code: 'nonprofit', label: 'Charities and non-profits' },
    { code: 'construction', label: 'Construction' },
    { code: 'education', label: 'Education, public or private' },
    { code: 'agriculture', label: 'Farming, forestry, fishing' },
    { code: 'finance', label: 'Finance and insurance' },
    { code: 'public', label: 'Government and public services' },
    { code: 'health', label: 'Health and care, public or private' },
    { code: 'professional', label: 'Legal, consulting and other professional services' },
    { code: 'manufacturing', label: 'Manufacturing' },
    { code: 'media_arts', label: 'Media, arts and design' },
    { code: 'retail_hospitality', label: 'Shops, restaurants, hotels' },
    { code: 'tech', label: 'Technology' },
    { code: 'transport', label: 'Transport and logistics' },
    { code: 'other', label: 'Something else' },
  ]),
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
  region: facts([
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
