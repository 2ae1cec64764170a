import { countOf } from '../../release/countOf.ts';
import type { Part, ToneName } from '../ladderFigure.ts';
import { shareOfCells } from './indicatorShare.ts';
import { share } from './share.ts';
import type { Printed } from './shownOf.ts';
import { lowered } from '../capital.ts';

/** One answer of a bar with its looks. */
export interface Answer {
  readonly code: string;
  readonly label: string;
  readonly short: string;
  readonly tone: ToneName;
}

const isHidden = ({ published }: Printed, code: string): boolean =>
  published.cells[code]?.status !== 'published';

const listed = new Intl.ListFormat('en', { type: 'disjunction' });

/** What a part that stands for several answers is called; a drawing has room for two names. */
function namedBy(
  answers: readonly Answer[],
  isScale: boolean,
): { readonly label: string; readonly short: string } {
  const names = answers.map(({ short }, i) => (i === 0 ? short : lowered(short)));
  const label = listed.format(names);
  if (names.length === 2) return { label, short: label };
  return {
    label,
    short: isScale ? `${names[0]} to ${names.at(-1)}` : `${names[0]} or ${names.length - 1} others`,
  };
}

/** One answer as it is; or several as one part, in the tone of the middle one that is not drawn as nothing. */
function part(series: Printed, answers: readonly Answer[], x: number, isScale: boolean): Part {
  const n = series.published.n_answered;
  const [first] = answers;
  if (first !== undefined && answers.length === 1) return { ...share(first, x, n), tone: first.tone };
  const tones = answers.flatMap(({ tone }) => (tone === 'silence' ? [] : [tone]));
  const words = {
    code: answers.map(({ code }) => code).join('_or_'),
    ...namedBy(answers, isScale),
  };
  return {
    ...share(words, x, n),
    tone: tones[Math.floor((tones.length - 1) / 2)] ?? 'mid',
    stands: answers.map((answer) => shareOfCells(answer, series, [answer.code])),
  };
}

/**
 * The parts of a bar: an answer each, but that an answer whose count is hidden is drawn together with the fewest after it
 * whose sum a reader can work out. Drawings may sum neighbours, tables keep their rows (protocol 3.3, P11).
 * @param isScale whether the answers stand in an order of their own, so that none may be moved
 */
export function drawnParts(series: Printed, answers: readonly Answer[], isScale: boolean): readonly Part[] {
  const parts: Part[] = [];
  let together: Answer[] = [];
  for (const answer of answers) {
    together.push(answer);
    const codes = together.map(({ code }) => code);
    const x = countOf(series.published, series.definition, codes);
    if (x === undefined) continue;
    parts.push(part(series, together, x, isScale));
    together = [];
  }
  return parts;
}

/**
 * Answers without an order of their own, the hidden ones where the first of them stands: those that the bar is read for,
 * and the others.
 */
export const hiddenTogether = (
  series: Printed,
  answers: readonly Answer[],
  readFor: readonly string[],
): readonly Answer[] => {
  const isReadFor = ({ code }: Answer) => readFor.includes(code);
  const place = (answer: Answer): number =>
    answers.findIndex(
      (other) =>
        other === answer ||
        (isHidden(series, answer.code) &&
          isHidden(series, other.code) &&
          isReadFor(other) === isReadFor(answer)),
    );
  return answers.toSorted((a, b) => place(a) - place(b));
};
