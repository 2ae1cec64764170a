import { answersFunctions } from './answersFunctions.ts';
import { migration } from './migration.ts';
import { problemFunctions } from './problemFunction.ts';
import { responseTable } from './responseTable.ts';
import { storeFunctions } from './storeFunction.ts';
import { channels } from '../channel.ts';
import { durations } from '../duration.ts';
import { standings } from '../quality.ts';
import { missingCodes } from '../missingCodes.ts';
import type { Questionnaire } from '../question.ts';
import { literal } from '../sql.ts';

const codes = (list: readonly string[]): string => list.map(literal).join(', ');

/** An enum for each code list, the missing codes last, and the enums of the columns that hold no answer. */
function enumTypes({ lists }: Questionnaire): string {
  const missing = `create type private.missing as enum (${codes(missingCodes)});`;
  const types = Object.entries(lists).map(
    ([name, { options }]) =>
      `create type private.${name} as enum (${codes([...options.map(({ code }) => code), ...missingCodes])});`,
  );
  const duration = `create type private.duration as enum (${codes(durations.map(({ code }) => code))});`;
  const standing = `create type private.standing as enum (${codes(standings)});`;
  const channel = `create type private.channel as enum (${codes(channels)});`;
  return [missing, duration, channel, standing, ...types].join('\n');
}

const banner = (title: string): string => `-- ${title}`;

/** The questionnaire as SQL: enum types, a table a side, the checks in words, the insert. Text only; writes no file. */
export const instrumentSql = (questionnaire: Questionnaire): string =>
  migration(`src/survey/questionnaire.ts, version ${questionnaire.version}`, [
    banner('An enum for each code list'),
    enumTypes(questionnaire),
    banner('A table for each side, a column for each question, constraints named after the question'),
    ...Object.values(questionnaire.sides).map(({ id }) => responseTable(questionnaire, id)),
    banner('Validation: what is wrong with a submission, in one sentence, checked before the constraints'),
    problemFunctions(questionnaire),
    banner('From answers to a row and back'),
    answersFunctions(questionnaire),
    banner('Storing'),
    storeFunctions(questionnaire),
  ]);
