import { datePlace, frame, practiceTime, years } from '../frame.ts';
import { timeCodes } from './turnedLists.ts';
import { dk, groupQuestions, pnts, whatAnInterviewIs } from './sharedQuestions.ts';
import type { Side } from '../question.ts';

const somebody = { variable: 'e_last', in: ['int1', 'int2', 'int3'] };
const nobody = { variable: 'e_last', notIn: ['int1', 'int2', 'int3'] };
const wereTold = { variable: 'e_time', in: [...timeCodes, 'dk'] };
const person = [{ text: 'About that person' }];
const practice = [{ text: 'About hiring where you are' }];

/** The employers’ survey (protocol 1.6). */
export const employerSide: Side = {
  id: 'employer',
  slug: 'employer',
  title: 'Employers’ survey',
  people: 'Employers',
  intro: [
    'Answer as one person, from what you saw, not for your employer. You may look things up, and not knowing is an answer. Name no candidate, client or employer.',
  ],
  questions: [
    {
      id: 'e_role',
      kind: 'single',
      list: 'role',
      about: [{ text: 'About you' }],
      wording: `In the last ${years}, what was your main part in hiring?`,
      why: 'People see different parts of one decision; it is used to say who answered.',
      required: true,
      offers: [],
      screensOut: [
        {
          code: 'none',
          because: `This survey is for people who had a part in hiring in the last ${years}.`,
        },
      ],
    },
    {
      id: 'e_volume',
      kind: 'single',
      list: 'volume',
      about: [{ text: `About the last ${practiceTime}` }],
      wording: `In the last ${practiceTime}, about how many people were **interviewed and not hired**, in hiring you took part in?`,
      why: 'It is used to say who answered, and to weigh the next answer by how many people it concerns.',
      offers: [dk, pnts],
    },
    {
      id: 'e_told',
      kind: 'rows',
      list: 'band',
      about: [{ text: `About the last ${practiceTime}` }],
      wording: `In the last ${practiceTime}, about how many of the people not hired were told so, by anyone? Some employers tell everybody, some only those they met.`,
      why: 'It is used for how many people are told, by how far they got.',
      offers: [{ code: 'dk', label: 'I do not see this' }, pnts],
      shownIf: { variable: 'e_volume', notIn: ['none'] },
      rows: [
        { id: 'e_told_interviewed', label: 'Who were interviewed' },
        {
          id: 'e_told_applied',
          label: 'Who only applied',
          shownIf: { variable: 'e_role', in: ['recruiter_in', 'recruiter_agency', 'hr', 'owner'] },
        },
      ],
    },
    {
      id: 'e_last',
      kind: 'single',
      list: 'last',
      about: [{ text: 'About one person you did not hire' }],
      wording: `What was the latest job you helped hire for in the last ${years}, filled or not, whose interviews ended at least ${frame.days} days ago (before ${datePlace})? Of the people interviewed and not offered it, take the one whose **first name comes first in the alphabet**, even if another stands out. Leave out anyone who pulled out or already worked there. Is there such a person?`,
      help: `${whatAnInterviewIs} Always interviewing? Take the week before that date.`,
      why: 'A fixed rule picks the person, so that nobody is picked for how it went.',
      required: true,
      offers: [],
    },
    {
      id: 'e_known',
      kind: 'single',
      list: 'known',
      about: person,
      wording:
        'As far as you know, what decided against them? We do not ask for the reason itself. If two fit, take the upper one.',
      why: 'It is used for how often there is a reason that could be told.',
      offers: [{ code: 'unseen', label: 'I did not learn why' }, pnts],
      shownIf: somebody,
    },
    {
      id: 'e_time',
      kind: 'single',
      list: 'time_by_employer',
      about: person,
      wording:
        'After the last thing they did for it (interview, test or task), how long was it until anyone told them?',
      why: 'It is used for the share that had been told by a given day. Job seekers are asked the same.',
      offers: [
        { code: 'dk', label: 'They were told, I do not know when' },
        { code: 'unseen', label: 'I do not know whether anyone told them' },
        pnts,
      ],
      shownIf: somebody,
    },
    {
      id: 'e_promised',
      kind: 'single',
      list: 'promise_by_employer',
      about: person,
      wording: 'Were they given a date, or a number of days or weeks, by which they would hear?',
      why: 'It is used for the share that was given a date, and the share for whom it was kept. Job seekers are asked the same.',
      offers: [dk, pnts],
      shownIf: { variable: 'e_time', in: [...timeCodes, 'dk', 'never'] },
    },
    {
      id: 'e_channel',
      kind: 'single',
      list: 'told_by_employer',
      about: person,
      wording: 'How were they told?',
      why: 'It is used for the shares of calls, personal messages and automatic ones. Job seekers are asked the same.',
      offers: [dk, pnts],
      shownIf: wereTold,
    },
    {
      id: 'e_explanation',
      kind: 'single',
      list: 'explain_by_employer',
      about: person,
      wording: 'When they were told no, what did they hear about why?',
      why: 'It is used for what people hear about why. Job seekers choose from the same answers.',
      offers: [
        { code: 'unseen', label: 'I do not know: someone else told them' },
        { code: 'dk', label: 'I do not remember' },
        pnts,
      ],
      shownIf: wereTold,
    },
    {
      id: 'e_asked',
      kind: 'single',
      list: 'asked_by_employer',
      about: person,
      wording: 'Did they ask for feedback, in any way? Asking only for the result does not count.',
      why: 'It is used for how many ask, and what those who ask are told.',
      offers: [{ code: 'unseen', label: 'Yes, someone else dealt with it' }, pnts],
      shownIf: { all: [somebody, { variable: 'e_explanation', notIn: ['cancelled'] }] },
    },
    {
      id: 'e_wanted',
      kind: 'single',
      list: 'wanted_by_employer',
      about: [{ text: 'About being turned down, in general' }],
      wording: 'Which one of these is most useful to someone who is turned down?',
      why: 'We compare it with what job seekers say is most useful to them.',
      offers: [dk, pnts],
    },
    {
      id: 'e_barriers',
      kind: 'rows',
      list: 'yes_no',
      about: [{ text: 'About you' }],
      wording: 'Do any of these keep you from giving candidates more feedback?',
      why: 'It shows what keeps employers from saying more.',
      offers: [],
      shuffledBut: ['e_barriers_enough'],
      rows: [
        { id: 'e_barriers_time', label: 'Too little time for so many' },
        { id: 'e_barriers_notes', label: 'No notes or scores good enough to use' },
        { id: 'e_barriers_wording', label: 'Not knowing how to put it' },
        { id: 'e_barriers_owner', label: 'It is not my task' },
        { id: 'e_barriers_source', label: 'I am not given the reason' },
        { id: 'e_barriers_policy', label: 'A rule against it' },
        { id: 'e_barriers_system', label: 'The system sends standard messages only' },
        { id: 'e_barriers_conflict', label: 'Worry about arguments or upset replies' },
        { id: 'e_barriers_legal', label: 'Worry about legal claims or complaints' },
        { id: 'e_barriers_doubt', label: 'Candidates would not find it useful' },
        { id: 'e_barriers_enough', label: 'No need: I give as much as is right' },
      ],
    },
    {
      id: 'e_has',
      kind: 'rows',
      list: 'yes_no',
      about: practice,
      wording: 'Which of these exist where you hire?',
      help: 'Don’t know is an answer too.',
      why: 'It shows what helps or hinders where people hire.',
      offers: [dk],
      rows: [
        {
          id: 'e_has_rule_give',
          label: 'A written rule that candidates get feedback, always or on request',
        },
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
      about: practice,
      wording:
        'Where you hire, do you know of a complaint or legal claim about feedback given to a candidate, in the last 3 years?',
      why: 'We compare it with how often worry about claims is named.',
      offers: [dk, pnts],
    },
    ...groupQuestions({
      about: [
        { text: 'About that job', shownIf: somebody },
        { text: 'About the job you hire for most often', shownIf: nobody },
      ],
      was: 'is',
    }),
  ],
};
