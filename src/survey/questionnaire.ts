import { codeLists } from './questions/codeLists.ts';
import { employerSide } from './questions/employerQuestions.ts';
import { jobSeekerSide } from './questions/jobSeekerQuestions.ts';
import type { Questionnaire } from './question.ts';

/**
 * THE definition of the survey: what is asked, in which words, with which answers, of whom. The form, the checks in
 * the browser, the columns and constraints in PostgreSQL, the tallies and the codebook follow from it. Wording, codes and
 * routing are those of the research protocol (docs/protocol.md, 1.3 to 1.6). CONTRIBUTING.md says how to change a question.
 */
export const questionnaire: Questionnaire = {
  version: '1',
  lists: codeLists,
  missing: {
    dk: 'Don’t know',
    pnts: 'Prefer not to say',
    unseen: 'Somebody else knows',
    blank: 'Shown and skipped',
    na: 'Not asked: the route left it out',
    unasked: 'Not asked: its version had no such question',
  },
  sides: { job_seeker: jobSeekerSide, employer: employerSide },
  pairs: [
    {
      jobSeeker: 's_explanation',
      employer: 'e_explanation',
      sameLabels: false,
      only: [
        {
          side: 'employer',
          code: 'cancelled',
          because: 'a job seeker whose job was dropped says so in s_outcome',
        },
      ],
    },
    { jobSeeker: 's_promised', employer: 'e_promised', sameLabels: false, only: [] },
    {
      jobSeeker: 's_time',
      employer: 'e_time',
      sameLabels: true,
      only: [
        { side: 'employer', code: 'never', because: 'a job seeker who was not told says so in s_outcome' },
      ],
    },
    { jobSeeker: 's_channel', employer: 'e_channel', sameLabels: false, only: [] },
    {
      jobSeeker: 's_asked',
      employer: 'e_asked',
      sameLabels: false,
      only: [
        {
          side: 'job_seeker',
          code: 'no_contact',
          because: 'an employer cannot know that there was nobody to ask',
        },
      ],
    },
    { jobSeeker: 's_wanted', employer: 'e_wanted', sameLabels: false, only: [] },
    { jobSeeker: 'industry', employer: 'industry', sameLabels: true, only: [] },
    { jobSeeker: 'org_size', employer: 'org_size', sameLabels: true, only: [] },
    { jobSeeker: 'seniority', employer: 'seniority', sameLabels: true, only: [] },
    { jobSeeker: 'region', employer: 'region', sameLabels: true, only: [] },
  ],
};
