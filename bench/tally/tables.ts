import { kindOf } from '../../src/survey/kinds.ts';
import type { Column } from '../../src/survey/kinds/kind.ts';
import type { SideId } from '../../src/survey/question.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { variablesOf } from '../../src/survey/variables.ts';

export const sides: readonly SideId[] = Object.values(questionnaire.sides).map(({ id }) => id);

/** The columns of a response table that hold answers. */
export const answerColumns = (side: SideId): readonly Column[] =>
  variablesOf(questionnaire, side).flatMap((variable) => kindOf(variable.question).columns(variable));

/** The same responses with all their answers in one jsonb column `answers`. */
export const jsonbTable = (side: SideId): string => `bench.${side}`;
