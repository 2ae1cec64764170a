import { channels } from '../channel.ts';
import { durations } from '../duration.ts';
import { standings } from '../quality.ts';
import { missingCodes, type Questionnaire } from '../question.ts';
import { literal } from '../sql.ts';

const codes = (list: readonly string[]): string => list.map(literal).join(', ');

/** An enum for each code list, its codes in the order of the list, the missing codes behind them; and those of the envelope. */
export function enumTypes({ lists }: Questionnaire): string {
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
