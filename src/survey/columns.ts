import { answersFunctions } from './database/answersFunctions.ts';
import { enumTypes } from './database/enumTypes.ts';
import { migration } from './database/migration.ts';
import { problemFunctions } from './database/problemFunction.ts';
import { responseTable } from './database/responseTable.ts';
import { storeFunctions } from './database/storeFunction.ts';
import type { Questionnaire } from './question.ts';

const banner = (title: string): string => `-- ${title}`;

/** The questionnaire as SQL: enum types, a table a side, the checks in words, the insert. Text only; writes no file. */
export const instrumentSql = (questionnaire: Questionnaire): string =>
  migration(`src/survey/questionnaire.ts, version ${questionnaire.version}`, [
    banner('An enum for each code list'),
    enumTypes(questionnaire),
    banner('A table for each side, a column for each question, constraints named after the question'),
    ...Object.values(questionnaire.sides).map(({ id }) => responseTable(questionnaire, id)),
    banner('What is wrong with a submission, in one sentence, before any constraint can speak'),
    problemFunctions(questionnaire),
    banner('Answers into a row, and out of it again'),
    answersFunctions(questionnaire),
    banner('Keeping it'),
    storeFunctions(questionnaire),
  ]);
