import { catalogue, eligible } from '../../src/release/catalogue.ts';
import type { Tally } from '../../src/release/tally.ts';
import type { Answers } from '../../src/survey/answers.ts';
import { holds } from '../../src/survey/condition.ts';
import { contradictions, isLeftOut, limits, qualityRules, type Flags } from '../../src/survey/quality.ts';
import type { SideId } from '../../src/survey/question.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { isShown } from '../../src/survey/routing.ts';
import type { Submission } from '../../src/survey/submission.ts';
import { variablesOf } from '../../src/survey/variables.ts';

/** The database’s flags and tally, done over in TypeScript from what was sent: one is held against the other. */

/** A response as a row: blank and na spelt out. A number question that was not answered holds its missing code. */
export const rowOf = (side: SideId, answers: Answers): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    variablesOf(questionnaire, side).map((variable) => [
      variable.id,
      answers[variable.id] ?? (isShown(variable, answers) ? 'blank' : 'na'),
    ]),
  );

type Judged = Pick<Submission, 'side' | 'answers' | 'seconds'>;

const sameKey = ({ side, answers }: Judged): string =>
  JSON.stringify([side, Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** The flags of responses that came on one day, in the order in which they came, and no burst. */
export function flagsOf(responses: readonly Judged[]): readonly Flags[] {
  const seen = new Set<string>();
  return responses.map((response) => {
    const { side, answers, seconds } = response;
    const shown = Object.values(rowOf(side, answers)).filter((code) => code !== 'na').length;
    const answered = Object.values(answers).filter((code) => code !== 'dk' && code !== 'pnts').length;
    const key = sameKey(response);
    const again = answered >= limits.equalAnswers && seen.has(key);
    seen.add(key);
    return {
      f_speed: seconds < shown * limits.secondsPerItem,
      f_dup: again,
      f_logic: contradictions[side].filter(({ when }) => holds(when, answers)).length,
      f_empty: shown >= limits.answers && answered < limits.answers,
      f_burst: false,
    };
  });
}

/** The tally of responses that came on one day. */
export function recount(responses: readonly Submission[]): Tally {
  const flags = flagsOf(responses);
  const rows = responses.map(({ side, answers }, index) => {
    const own = flags[index];
    if (own === undefined) throw new Error('Every response has flags.');
    return { side, row: rowOf(side, answers), flags: own, leftOut: isLeftOut(own) };
  });
  const of = (side: SideId) => rows.filter((entry) => entry.side === side);
  const sides = Object.keys(questionnaire.sides) as SideId[];
  const counted = (list: typeof rows) => list.length;
  const bySide = <T>(count: (side: SideId) => T) =>
    Object.fromEntries(sides.map((side) => [side, count(side)])) as Record<SideId, T>;
  return {
    instrument: [...new Set(responses.map(({ instrument }) => instrument))],
    sides: bySide((side) => ({
      submitted: counted(of(side)),
      eligible: counted(of(side).filter(({ row }) => holds(eligible[side], row))),
    })),
    quality: bySide((side) => {
      const people = of(side).filter(({ row }) => holds(eligible[side], row));
      return {
        included: counted(people.filter(({ leftOut }) => !leftOut)),
        left_out: counted(people.filter(({ leftOut }) => leftOut)),
        by_rule: Object.fromEntries(
          qualityRules.map(({ flag, leftOutFrom }) => [
            flag,
            counted(people.filter((entry) => Number(entry.flags[flag]) >= leftOutFrom)),
          ]),
        ) as Tally['quality']['employer']['by_rule'],
        kept: { f_logic: counted(people.filter((entry) => entry.flags.f_logic === 1 && !entry.leftOut)) },
      };
    }),
    series: Object.fromEntries(
      catalogue.map(({ id, series }) => [
        id,
        Object.fromEntries(
          series.map(({ id: name, side, asked, cells, asides }) => {
            const base = of(side).filter(({ row, leftOut }) => !leftOut && holds(asked, row));
            const counts = [...cells, ...asides].map(
              ({ code, where }) => [code, counted(base.filter(({ row }) => holds(where, row)))] as const,
            );
            return [name, { asked: counted(base), ...Object.fromEntries(counts) }];
          }),
        ),
      ]),
    ),
  };
}
