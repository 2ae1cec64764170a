import type { Question, Questionnaire, Side } from '../../src/survey/question.ts';

type Change = (question: Question) => readonly Question[];

const change = (side: Side, by: Change): Side => ({ ...side, questions: side.questions.flatMap(by) });

const freely = { about: [{ text: 'About that job' }], why: 'A test asks it.', offers: [] };

/** Added after the question about hours: a scale of a list of its own and a number, both for those who were turned down. */
const added: readonly Question[] = [
  {
    ...freely,
    id: 's_fair',
    kind: 'scale',
    list: 'fair',
    wording: 'How fair was it?',
    shownIf: { variable: 's_outcome', in: ['rejected_told'] },
  },
  {
    ...freely,
    id: 's_days',
    kind: 'number',
    unit: 'days',
    min: 0,
    max: 365,
    wording: 'How many days did it take?',
    shownIf: { variable: 's_outcome', in: ['rejected_told'] },
  },
];

function ofJobSeekers(question: Question): readonly Question[] {
  if (question.id === 's_again') return [];
  if (question.id === 's_clear')
    return [{ ...question, id: 's_clear_2', wording: 'How clear was what they said?' }];
  if (question.id === 's_sent') return [{ ...question, shownIf: { variable: 's_stage', in: ['applied'] } }];
  if (question.id === 's_hours' && question.kind === 'number') return [{ ...question, max: 1000 }, ...added];
  return [question];
}

function ofEmployers(question: Question): readonly Question[] {
  if (question.id === 'e_claim') return [];
  if (question.id === 'e_barriers' && question.kind === 'rows')
    return [{ ...question, rows: [{ id: 'e_barriers_budget', label: 'No money for it' }, ...question.rows] }];
  return [question];
}

const points = ['not', 'little', 'half', 'much', 'wholly'].map((code) => ({
  code,
  label: `It was ${code} fair`,
}));

/**
 * What a second version may change, all at once: questions added (`s_fair`, `s_days`), an answer added (`told_by`: `chat`), a
 * question reworded under a new id (`s_clear_2`), questions retired (`s_clear`, `s_again`, `e_claim`), a row added
 * (`e_barriers_budget`), a routing (`s_sent`) and a limit (`s_hours`) changed.
 */
export function secondVersion(first: Questionnaire): Questionnaire {
  const { told_by: toldBy } = first.lists;
  if (toldBy === undefined) throw new Error('There is no list told_by.');
  const [one, ...others] = toldBy.options;
  if (one === undefined) throw new Error('The list told_by is empty.');
  return {
    ...first,
    version: String(Number(first.version) + 1),
    lists: {
      ...first.lists,
      told_by: { ...toldBy, options: [one, { code: 'chat', label: 'A chat' }, ...others] },
      fair: { ordered: true, options: points },
    },
    sides: {
      job_seeker: change(first.sides.job_seeker, ofJobSeekers),
      employer: change(first.sides.employer, ofEmployers),
    },
  };
}
