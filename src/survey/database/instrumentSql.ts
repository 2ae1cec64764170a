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
import { codes } from '../sql.ts';
import { sideIds } from '../sides.ts';

/** An enum for each code list that a version has, the missing codes last, and the enums of the columns that hold no answer. */
function enumTypes(versions: readonly Questionnaire[]): string {
  // No version takes a code away, so the newest list of a name holds those of the others.
  const lists = new Map(versions.flatMap((version) => Object.entries(version.lists)));
  const missing = `create type private.missing as enum (${codes(missingCodes)});`;
  const types = [...lists].map(
    ([name, { options }]) =>
      `create type private.${name} as enum (${codes([...options.map(({ code }) => code), ...missingCodes])});`,
  );
  const duration = `create type private.duration as enum (${codes(durations.map(({ code }) => code))});`;
  const standing = `create type private.standing as enum (${codes(standings)});`;
  const channel = `create type private.channel as enum (${codes(channels)});`;
  return [missing, duration, channel, standing, ...types].join('\n');
}

const banner = (title: string): string => `-- ${title}`;

/**
 * The questionnaire as SQL: enum types, a table a side, the checks in words, the insert. Text only; writes no file.
 * @param versions of the questionnaire, oldest first
 * @param consents versions of the consent text that a response may be given under
 */
export const instrumentSql = (versions: readonly Questionnaire[], consents: readonly string[]): string =>
  migration('src/survey/questionnaire.ts', [
    banner('An enum for each code list'),
    enumTypes(versions),
    banner('A table for each side, a column for each question, constraints named after the question'),
    ...sideIds.map((side) => responseTable(versions, side)),
    banner('Validation: what is wrong with a submission, in one sentence, checked before the constraints'),
    problemFunctions(versions, consents),
    banner('From answers to a row and back'),
    answersFunctions(versions),
    banner('Storing'),
    storeFunctions(),
  ]);
