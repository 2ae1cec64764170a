export type Order = 'newest' | 'oldest' | 'largest' | 'publisher';

/** What an entry of the list says of itself: its year, or that none is stated; how many answered; who published it. */
interface Entry {
  readonly dataset: Readonly<Record<string, string | undefined>>;
}

const numberOf = (text: string | undefined): number => Number(text) || 0;

/** Entries in an order. What states no year or no number comes last in each. */
export function ordered<T extends Entry>(entries: readonly T[], order: Order): T[] {
  const [year, n] = [(entry: T) => numberOf(entry.dataset.year), (entry: T) => numberOf(entry.dataset.n)];
  const last = (a: number, b: number): number => Number(a === 0) - Number(b === 0);
  const by: Readonly<Record<Order, (a: T, b: T) => number>> = {
    newest: (a, b) => year(b) - year(a),
    oldest: (a, b) => last(year(a), year(b)) || year(a) - year(b),
    largest: (a, b) => n(b) - n(a),
    publisher: (a, b) => (a.dataset.publisher ?? '').localeCompare(b.dataset.publisher ?? ''),
  };
  return [...entries].sort(by[order]);
}
