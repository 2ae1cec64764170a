/** The middle one, or the mean of the two in the middle. @throws RangeError when there is none */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError('There is no median of nothing.');
  return (low + high) / 2;
}

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const hundredth = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Numbers as the tables print them. */
export const print = {
  whole: (value: number): string => whole.format(value),
  ratio: (value: number): string => hundredth.format(value),
  seconds: (milliseconds: number): string => tenth.format(milliseconds / 1000),
  kilobytes: (bytes: number): string => tenth.format(bytes / 1000),
  megabytes: (bytes: number): string => (bytes < 10 * 2 ** 20 ? tenth : whole).format(bytes / 2 ** 20),
};

/** A median with its noise: “1,250 (1,210–1,402)”; of one value, that value. */
export function withRange(values: readonly number[], text: (value: number) => string = print.whole): string {
  const middle = text(median(values));
  return values.length === 1
    ? middle
    : `${middle} (${text(Math.min(...values))}–${text(Math.max(...values))})`;
}

/** How the rounds of a section are told. */
export const told = (rounds: number): string =>
  rounds === 1 ? 'one round' : `medians of ${rounds} rounds, taken in turn`;

/**
 * Measures each subject once a round, one after another, so that whatever else the machine does meets all alike.
 * @returns what was found of each subject, in the order of the rounds
 */
export async function inTurn<Subject extends { readonly name: string }, Result>(
  rounds: number,
  subjects: readonly Subject[],
  measure: (subject: Subject) => Promise<Result>,
): Promise<ReadonlyMap<string, readonly Result[]>> {
  const found = new Map<string, Result[]>(subjects.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round += 1)
    for (const subject of subjects) {
      console.log(`  round ${round} of ${rounds}: ${subject.name}`);
      found.get(subject.name)?.push(await measure(subject));
    }
  return found;
}
