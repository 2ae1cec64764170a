import { channelName, countsOf, keptName } from '../../src/release/counts.ts';
import type { Base } from '../../src/release/series.ts';
import { segments } from '../../src/release/segments.ts';
import type { Tally } from '../../src/release/tally.ts';
import type { Answers } from '../../src/survey/answers.ts';
import { channels, type Channel } from '../../src/survey/channel.ts';
import { holds } from '../../src/survey/condition.ts';
import { contradictions, limits, marks, qualityRules, type Flag } from '../../src/survey/quality.ts';
import { missingCodes } from '../../src/survey/missingCodes.ts';
import type { SideId } from '../../src/survey/question.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { isShown } from '../../src/survey/routing.ts';
import type { Submission } from '../../src/survey/submission.ts';
import { variablesOf } from '../../src/survey/variables.ts';
import { everAsked, versions } from '../../src/survey/versions/versions.ts';

/** The database’s flags and tally computed again in TypeScript, to compare the two. */

const ever = {
  job_seeker: everAsked(versions, 'job_seeker'),
  employer: everAsked(versions, 'employer'),
};

const asked = new Map(
  versions.map((one) => [
    one.version,
    { job_seeker: variablesOf(one, 'job_seeker'), employer: variablesOf(one, 'employer') },
  ]),
);

/** A response as a row: with blank, na and unasked, and the missing code of an unanswered number question. */
export const rowOf = (
  side: SideId,
  answers: Answers,
  version = questionnaire.version,
): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    ever[side].map(({ variable: { id } }) => {
      const variable = asked.get(version)?.[side].find((one) => one.id === id);
      if (variable === undefined) return [id, 'unasked'];
      return [id, answers[id] ?? (isShown(variable, answers) ? 'blank' : 'na')];
    }),
  );

/** The same with the separate column for the missing code of a number question, and the version. */
export const storedOf = (
  side: SideId,
  answers: Answers,
  version = questionnaire.version,
): Readonly<Record<string, string | number>> => {
  const row: ReturnType<typeof rowOf> = { ...rowOf(side, answers, version), instrument: version };
  return typeof row.s_hours === 'string' ? { ...row, s_hours_missing: row.s_hours } : row;
};

/** The flags of one response. */
type Flags = Readonly<Record<Flag, boolean | number>>;

/** A response as far as it is counted. */
type Judged = Pick<Submission, 'side' | 'answers' | 'seconds' | 'instrument'> &
  Partial<Pick<Submission, 'channel'>>;

const sameKey = ({ side, answers }: Pick<Judged, 'side' | 'answers'>): string =>
  JSON.stringify([side, Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** The flags of responses that came on one day, in the order in which they came, and no burst. */
export function flagsOf(
  responses: readonly (Omit<Judged, 'instrument'> & Partial<Pick<Judged, 'instrument'>>)[],
): readonly Flags[] {
  const seen = new Set<string>();
  return responses.map((response) => {
    const { side, answers, seconds, instrument } = response;
    const shown = Object.values(rowOf(side, answers, instrument)).filter(
      (code) => code !== 'na' && code !== 'unasked',
    ).length;
    const answered = Object.values(answers).filter(
      (code) => !missingCodes.some((missing) => missing === code),
    ).length;
    const key = sameKey(response);
    const again = answered >= limits.equalAnswers && seen.has(key);
    seen.add(key);
    return {
      f_speed: seconds < shown * limits.secondsPerItem,
      f_dup: again,
      f_logic: contradictions[side].filter(({ when }) => holds(when, answers)).length,
      f_empty: answered < limits.answers,
      f_burst: false,
    };
  });
}

/** Whether a rule leaves a row out, or a count of what it breaks. */
const breaks = (flags: Flags, name: string): boolean => {
  const rule = qualityRules.find(({ flag }) => flag === name);
  if (rule !== undefined) return Number(flags[rule.flag]) >= rule.leftOutFrom;
  // Nobody here fills in what people cannot see.
  if (marks.some(({ flag }) => keptName(flag) === name)) return false;
  const kept = qualityRules.find(({ flag }) => keptName(flag) === name);
  if (kept === undefined) throw new Error(`Nothing is called ${name}.`);
  return Number(flags[kept.flag]) >= 1 && Number(flags[kept.flag]) < kept.leftOutFrom;
};

const isLeftOut = (flags: Flags): boolean => qualityRules.some(({ flag }) => breaks(flags, flag));

interface Judgement extends Standing {
  readonly row: ReturnType<typeof storedOf>;
  readonly flags: Flags;
  readonly channel: Channel;
}

const channelOfCount = new Map(channels.map((channel) => [channelName(channel), channel]));

const counted = { job_seeker: countsOf('job_seeker'), employer: countsOf('employer') };

/** The counts of counts.ts that a row is in, by their place. */
function placesOf(side: SideId, { row, flags, channel }: Judgement): readonly number[] {
  const isInBase = new Map<Base, boolean>();
  const places: number[] = [];
  for (const [place, { name, base, where }] of counted[side].entries()) {
    if (!isInBase.has(base)) isInBase.set(base, holds(base.where, row));
    if (isInBase.get(base) !== true) continue;
    const by = channelOfCount.get(name);
    const isIn =
      by !== undefined
        ? by === channel
        : where === null || ('sql' in where ? breaks(flags, name) : holds(where, row));
    if (isIn) places.push(place);
  }
  return places;
}

/** Whether a response is included, and how many earlier releases were made without it. */
export interface Standing {
  readonly counted: boolean;
  readonly epoch: number;
}

/** The tally of responses that came on one day, before any release; or of any others, told how each of them stands. */
export function recount(
  responses: readonly Judged[],
  standings?: readonly Standing[],
  screenedOut: Record<SideId, Tally['sides'][SideId]['screened_out']> = { job_seeker: [], employer: [] },
): Tally {
  const flags = flagsOf(responses);
  const sideOf = (side: SideId) => {
    const names = countsOf(side).map(({ name }) => name);
    const people = responses.flatMap((response, i) => {
      const own = flags[i];
      if (own === undefined) throw new Error(`There are no flags for response ${i}.`);
      if (response.side !== side) return [];
      const row = storedOf(side, response.answers, response.instrument);
      const standing = standings?.[i] ?? { counted: !isLeftOut(own), epoch: 0 };
      const entry = { row, flags: own, channel: response.channel ?? 'direct', ...standing };
      // Once a person, and not once for each of the groups that the person is in.
      return [{ ...entry, places: placesOf(side, entry) }];
    });
    const cuts = segments.filter(({ sides }) => sides.includes(side));
    const categoryOf = ({ row }: Judgement, segment: (typeof cuts)[number] | null): string | null => {
      if (segment === null) return null;
      return [...segment.categories, ...segment.asides].find(({ where }) => holds(where, row))?.code ?? null;
    };
    const groups = [null, ...cuts].flatMap((segment) => {
      const byKey = Map.groupBy(people, (entry) =>
        JSON.stringify([categoryOf(entry, segment), entry.counted, entry.epoch]),
      );
      return [...byKey].map(([key, own]) => {
        const [category, counted, epoch] = JSON.parse(key) as [string | null, boolean, number];
        const counts = names.map(() => 0);
        for (const { places } of own) for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
        return { counted, epoch, segment: segment?.id ?? null, category, counts };
      });
    });
    return { names, groups, screened_out: screenedOut[side] };
  };
  return {
    instrument: [...new Set(responses.map(({ instrument }) => instrument))],
    door: {},
    sides: { job_seeker: sideOf('job_seeker'), employer: sideOf('employer') },
  };
}

/** The groups of a tally in one order, whatever order a database sorts texts in. */
export function inOrder(tally: Tally): Tally {
  const key = ({ segment, category, counted, epoch }: Tally['sides']['employer']['groups'][number]) =>
    JSON.stringify([segment, category, counted, epoch]);
  const sorted = ({ groups, ...own }: Tally['sides']['employer']) => ({
    ...own,
    groups: groups.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
  });
  const { job_seeker, employer } = tally.sides;
  return { ...tally, sides: { job_seeker: sorted(job_seeker), employer: sorted(employer) } };
}
