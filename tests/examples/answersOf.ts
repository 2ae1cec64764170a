import { randomShare } from '../../src/sample/seededRandom.ts';
import type { Answers } from '../../src/survey/answers.ts';
import { holds } from '../../src/survey/condition.ts';
import type { Questionnaire, SideId } from '../../src/survey/question.ts';
import { isShown } from '../../src/survey/routing.ts';
import { variablesOf } from '../../src/survey/variables.ts';

/** Answers of somebody, some options much more often chosen than others. */
export function answersOf(version: Questionnaire, side: SideId, key: string): Answers {
  let answers: Answers = {};
  for (const variable of variablesOf(version, side)) {
    if (!isShown(variable, answers)) continue;
    const { id, question, options, required } = variable;
    if (!required && randomShare([key, id, 'skips']) < 0.03) continue;
    const share = randomShare([key, id]) ** 1.7;
    if (question.kind === 'number') {
      answers = { ...answers, [id]: Math.floor(share * 60) };
      continue;
    }
    const ending = question.kind === 'single' ? (question.screensOut ?? []).map(({ code }) => code) : [];
    const open = options.filter(
      ({ code, shownIf }) => !ending.includes(code) && (shownIf === undefined || holds(shownIf, answers)),
    );
    const chosen = open[Math.floor(share * open.length)];
    if (chosen !== undefined) answers = { ...answers, [id]: chosen.code };
  }
  return answers;
}
