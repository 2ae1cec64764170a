import type { OfferedMissing, Question } from '../question.ts';

export const dk: OfferedMissing = { code: 'dk', label: 'Don’t know' };
export const pnts: OfferedMissing = { code: 'pnts', label: 'Prefer not to say' };

/** One meaning of interview, printed on both sides (protocol 1.3). */
export const whatAnInterviewIs =
  'An interview is a live talk with a person about how someone would do the job, by phone, by video or in person. A first call to check the basics, a recorded video, or a talk with an outside agency alone is not one.';

/** The four questions that group answers, asked of both sides. @param was “was” or “is”: a job of then, or of now */
export const groupQuestions = ({
  about,
  was,
}: {
  about: Question['about'];
  was: 'was' | 'is';
}): Question[] => [
  {
    id: 'industry',
    kind: 'single',
    list: 'industry',
    about,
    wording: 'What is the employer’s field?',
    why: 'It is used for figures by field, in four large groups.',
    offers: [dk, pnts],
  },
  {
    id: 'org_size',
    kind: 'single',
    list: 'org_size',
    about,
    wording: 'About how many people work for this employer, all sites together?',
    why: 'It is used for figures by the size of the employer, in three groups.',
    offers: [dk, pnts],
  },
  {
    id: 'seniority',
    kind: 'single',
    list: 'seniority',
    about,
    wording: `What level ${was} the job?`,
    sharesScreen: true,
    why: 'It is used for figures by the level of the job, in three groups.',
    offers: [dk, pnts],
  },
  {
    id: 'region',
    kind: 'single',
    list: 'region',
    about,
    wording: `Where ${was} the job based? For remote jobs, where is the employer?`,
    why: 'It is used for figures by three large regions. We never ask for a town.',
    offers: [dk, pnts],
  },
];
