import type { Kept } from './draft.ts';
import type { Questionnaire } from './question.ts';
import { quoted } from './sentences.ts';
import { variablesOf } from './variables.ts';
import { plain } from './wording.ts';

/** A record with the version that its answers answer: what waits to be sent is of the version it was given in. */
export function ofVersion(kept: Kept): Kept {
  const waiting = kept.outgoing?.submission;
  if (waiting === undefined) return kept;
  const answers = Object.entries(waiting.answers);
  const texts = (type: 'string' | 'number') =>
    Object.fromEntries(answers.flatMap(([id, value]) => (typeof value === type ? [[id, `${value}`]] : [])));
  return { ...kept, instrument: waiting.instrument, chosen: texts('string'), typed: texts('number') };
}

/** What became of the answers of a draft, in the words of the version that it was begun with. */
export interface Carried {
  /** Answers that have no place any more: “How were you told?” (By a call, or in person) */
  readonly lost: readonly string[];
  /** The variables of now that were not asked then. */
  readonly added: readonly string[];
}

/**
 * Sets a draft of an earlier version beside what is asked now.
 * @param before the version that it was begun with
 * @param asked what is asked now: the codes that can be chosen, by variable; null where the answers rule it out
 */
export function carriedOver(
  before: Questionnaire,
  { side, chosen, typed }: Pick<Kept, 'side' | 'chosen' | 'typed'>,
  asked: ReadonlyMap<string, readonly string[] | null>,
): Carried {
  const variables = variablesOf(before, side);
  const lost = variables.flatMap((variable) => {
    const { id, options } = variable;
    const [code, text] = [chosen[id], typed[id]];
    const here = asked.get(id);
    const isLost = here ? code !== undefined && !here.includes(code) : (code ?? text) !== undefined;
    if (!isLost) return [];
    const label = options.find((option) => option.code === code)?.label;
    return [`${quoted(variable)}: ${label === undefined ? (text ?? code ?? '') : plain(label)}`];
  });
  const known = new Set(variables.map(({ id }) => id));
  return { lost, added: [...asked.keys()].filter((id) => !known.has(id)) };
}
