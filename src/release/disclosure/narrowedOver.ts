import { atomsOf, type Headlines } from './hideSmall.ts';
import { limitsOf, sumsOf, type Print } from './readingsOf.ts';

type Limits = Map<string, readonly [least: number, most: number]>;

const at = (limits: Limits | undefined, code: string) => limits?.get(code) ?? ([0, Infinity] as const);

/** Narrows the limits of one release by the sums that it prints. */
function bySums(print: Print, all: Headlines, limits: Limits): void {
  const { kept, sums } = sumsOf(print, all);
  for (const [i, atom] of atomsOf(Object.keys(print.cells), kept).entries())
    for (const code of atom) {
      const others = atom.filter((other) => other !== code).map((other) => at(limits, other));
      const [least, most] = at(limits, code);
      const sum = sums[i] ?? 0;
      limits.set(code, [
        Math.max(least, sum - others.reduce((total, [, high]) => total + high, 0)),
        Math.min(most, sum - others.reduce((total, [low]) => total + low, 0)),
      ]);
    }
}

/**
 * P11 between releases: whether the releases of an overall table together leave a count from 1 to 4 one value for a reader
 * who takes it that nobody left, so that no answer of a later release has fewer people than in an earlier one.
 * @param prints the table in each release in which it was renewed, oldest first
 */
export function narrowedOver(prints: readonly Print[], all: Headlines): boolean {
  const limits = prints.map(
    ({ cells }): Limits => new Map(Object.entries(cells).map(([code, cell]) => [code, limitsOf(cell)])),
  );
  const text = (): string => JSON.stringify(limits.map((one) => [...one]));
  for (let before = ''; before !== text();) {
    before = text();
    // Somebody left, so the reader is wrong.
    if (limits.some((own) => own.values().some(([least, most]) => least > most))) return false;
    for (const [i, print] of prints.entries()) {
      const own = limits[i];
      if (own === undefined) continue;
      for (const code of own.keys()) {
        const [least, most] = at(own, code);
        own.set(code, [
          Math.max(least, at(limits[i - 1], code)[0]),
          Math.min(most, at(limits[i + 1], code)[1]),
        ]);
      }
      bySums(print, all, own);
    }
  }
  return prints.some(({ cells }, i) =>
    Object.entries(cells).some(([code, cell]) => {
      const [least, most] = at(limits[i], code);
      return cell.status === 'small_cell' && cell.bound === 'low' && least === most;
    }),
  );
}
