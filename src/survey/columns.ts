import { enumTypes } from './database/enumTypes.ts';
import { problemFunctions } from './database/problemFunction.ts';
import { responseTable } from './database/responseTable.ts';
import { storeFunctions } from './database/storeFunction.ts';
import type { Questionnaire } from './question.ts';

const banner = (title: string): string => `-- ${title}`;

/** The questionnaire as SQL: enum types, a table a side, the checks in words, the insert. Text only; writes no file. */
export const instrumentSql = (questionnaire: Questionnaire): string =>
  [
    `-- Written by "npm run instrument" from src/survey/questionnaire.ts, version ${questionnaire.version}. Do not edit.`,
    banner('An enum for each code list'),
    enumTypes(questionnaire),
    banner('A table for each side, a column for each question, constraints named after the question'),
    ...Object.values(questionnaire.sides).map(({ id }) => responseTable(questionnaire, id)),
    banner('What is wrong with a submission, in one sentence, before any constraint can speak'),
    problemFunctions(questionnaire),
    banner('Keeping it'),
    storeFunctions(questionnaire),
    banner('Only functions of the exposed schema may call these'),
    'revoke execute on all functions in schema private from public, anon, authenticated, service_role;',
  ].join('\n\n') + '\n';
