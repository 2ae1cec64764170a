import { codebookRows, type CodebookRow } from '../../survey/codebook.ts';
import type { Questionnaire } from '../../survey/question.ts';
import { feedsOf } from '../estimatesOf.ts';
import { sideCategories } from './categories.ts';
import { optionalText, tableFile, text, type Column, type TableFile } from './column.ts';

const required = { required: true } as const;

const columns: readonly Column<CodebookRow>[] = [
  text('side', 'Side', 'Who is asked.', ({ side }) => side, { categories: sideCategories }),
  {
    name: 'number',
    title: 'Number of the question',
    description:
      'Its place on its side, from 1; of a question that is no longer asked, in the last version that did.',
    type: 'integer',
    constraints: { required: true, minimum: 1 },
    value: ({ number }) => number,
  },
  text('question_id', 'Question', 'As estimates.csv names it.', ({ question }) => question),
  text('variable', 'Variable', 'The question, or one row of it.', ({ variable }) => variable),
  text('wording', 'Wording', 'The question, word for word.', ({ wording }) => wording),
  optionalText(
    'row',
    'Row',
    'What the row is about, word for word; empty where the question has none.',
    ({ row }) => row || null,
  ),
  {
    name: 'required',
    title: 'Must be answered',
    description: 'Whether the question cannot be skipped.',
    type: 'boolean',
    constraints: required,
    value: ({ required: must }) => must,
  },
  text(
    'routing',
    'Routing',
    'Who is asked, over the variables and codes of this table.',
    ({ routing }) => routing,
  ),
  text('code', 'Code', 'What the answer is stored as; a number shows its limits.', ({ code }) => code),
  text('label', 'Label', 'The answer, word for word.', ({ label }) => label),
  {
    name: 'missing',
    title: 'Missing code',
    description: 'Whether the code says why there is no answer.',
    type: 'boolean',
    constraints: required,
    value: ({ missing }) => missing,
  },
  {
    name: 'stored',
    title: 'Stored',
    description: 'Whether it is ever stored: an answer that ends the survey is offered and not sent.',
    type: 'boolean',
    constraints: required,
    value: ({ stored }) => stored,
  },
  text(
    'since',
    'Since version',
    'The first version of the questionnaire in which it could be answered so.',
    ({ since }) => since,
  ),
  optionalText('until', 'Until version', 'The last one; empty where it still can be.', ({ until }) => until),
  text('column', 'Column', 'The column of the database that holds the code.', ({ column }) => column),
  optionalText('feeds', 'Estimates', 'The estimates it feeds, set apart by blanks.', ({ side, question }) =>
    feedsOf(side, question).join(' '),
  ),
];

/**
 * codebook.csv: every question with its words, its routing and every code that it can hold, or could.
 * @param all versions of the questionnaire, oldest first
 */
export const codebookTable = (all: readonly Questionnaire[]): TableFile =>
  tableFile({
    name: 'codebook',
    title: 'Codebook',
    description: `Every question of both surveys, version ${all.at(-1)?.version ?? ''}${all.length > 1 ? ' and those before it' : ''}: words as printed but for ASCII punctuation, who is asked, and every code with its label, missing codes included.`,
    columns,
    primaryKey: ['side', 'variable', 'code'],
    lines: codebookRows(all),
  });
