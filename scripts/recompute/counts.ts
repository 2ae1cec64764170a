import { add, type Line } from './lines.ts';

const codesOf = (line: Line): readonly string[] => line('parts').split(' ');
const answersIn = (own: readonly Line[]): readonly Line[] => own.filter((one) => one('measure') === 'answer');
const isHidden = (one: Line): boolean => one('x') === '';

/** The people in the base of a series: all answers, and in who answered those in none; as printed where one is hidden. */
export function baseOf(own: readonly Line[]): number {
  const answers = answersIn(own);
  const isFact = own.some((one) => one('estimate_id') === 'E16');
  const rest = own.filter((one) => isFact && one('measure') === 'not_in_base');
  const isKnown = isFact ? rest.length > 0 : !answers.some(isHidden);
  return isKnown ? add([...answers, ...rest]) : Number(answers[0]?.('n_answered'));
}

/** The sums of answers that are printed: none, all, and each headline, with what is left of it for hidden answers. */
function sumsOf(own: readonly Line[]) {
  const answers = answersIn(own);
  const headlines = own.filter((one) => one('measure') === 'headline' && !isHidden(one));
  return [
    { codes: [], x: 0, at: undefined },
    { codes: answers.map((one) => one('option')), x: baseOf(own), at: answers[0] },
    ...headlines.map((one) => ({ codes: codesOf(one), x: Number(one('x')), at: one })),
  ].map(({ codes, x, at }) => {
    const parts = answers.filter((one) => codes.includes(one('option')));
    const hidden = parts.filter(isHidden);
    return { hidden: hidden.map((one) => one('option')), lines: hidden, left: x - add(parts), at };
  });
}

/** How many gave one of these answers; not a number where they are hidden and no printed sums give it. */
export function counted(own: readonly Line[], codes: readonly string[]): number {
  const parts = answersIn(own).filter((one) => codes.includes(one('option')));
  const wanted = parts.filter(isHidden).map((one) => one('option'));
  const sums = sumsOf(own);
  for (const outer of sums)
    for (const inner of sums) {
      const isInside = inner.hidden.every((code) => outer.hidden.includes(code));
      const between = outer.hidden.filter((code) => !inner.hidden.includes(code));
      if (isInside && between.join() === wanted.join()) return add(parts) + outer.left - inner.left;
    }
  return NaN;
}

/** The sums of hidden answers that follow from the printed ones: each set inside one printed sum and outside another. */
export const hiddenSums = (own: readonly Line[]): readonly number[] =>
  sumsOf(own).flatMap((outer) =>
    sumsOf(own)
      .filter(
        ({ hidden }) =>
          hidden.length < outer.hidden.length && hidden.every((code) => outer.hidden.includes(code)),
      )
      .map((inner) => outer.left - inner.left),
  );

/** The printed sums that the hidden answers cannot make: from 1 to 4 where small, else at least 5. */
export const impossible = (own: readonly Line[]): readonly Line[] =>
  // Of who answered, those in no printed group are counted with those who did not say.
  (own[0]?.('estimate_id') === 'E16' || answersIn(own)[0]?.('n_answered') === '' ? [] : sumsOf(own)).flatMap(
    ({ lines, left, at }) => {
      const least = lines.reduce((sum, one) => sum + (one('bound') === 'low' ? 1 : 5), 0);
      const most = lines.reduce((sum, one) => sum + (one('bound') === 'low' ? 4 : Infinity), 0);
      return at === undefined || (left >= least && left <= most) ? [] : [at];
    },
  );

/** The bands of a series; those that are hidden are one, as wide as all of them. */
export function bandsOf(own: readonly Line[]): readonly Line[] {
  const hidden = answersIn(own).filter(isHidden);
  const [first] = hidden;
  if (first === undefined) return answersIn(own);
  const ends = (name: string): readonly number[] => hidden.map((one) => Number(one(name)));
  const together: Readonly<Record<string, number>> = {
    x: baseOf(own) - add(answersIn(own)),
    lower: Math.min(...ends('lower')),
    upper: Math.max(...ends('upper')),
  };
  return [...answersIn(own).filter((one) => !isHidden(one)), (name) => String(together[name] ?? first(name))];
}
