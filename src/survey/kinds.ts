import type { Kind } from './kinds/kind.ts';
import { number } from './kinds/number.ts';
import { rows } from './kinds/rows.ts';
import { scale } from './kinds/scale.ts';
import { single } from './kinds/single.ts';
import type { Question } from './question.ts';

/** The register of kinds: the only place that maps a kind's name to what it does. */
const kinds: { [Name in Question['kind']]: Kind<Extract<Question, { kind: Name }>> } = {
  single,
  scale,
  number,
  rows,
};

/** What a question's kind does. Throws on a kind that is not in the register. */
export function kindOf(question: Question): Kind<Question> {
  if (!Object.keys(kinds).includes(question.kind))
    throw new Error(
      `The question ${question.id} is of the kind ${question.kind}, which is not in the register.`,
    );
  // Each kind is only ever handed questions of its own name, which is what the register's type says.
  return kinds[question.kind];
}
