const used = new WeakMap<Request, Map<string, number>>();

/** An id for the note of a number, its own on a page that prints the same number twice. @param page the request of the page */
export function noteIdOf(page: Request, number: string): string {
  const counts = used.get(page) ?? new Map<string, number>();
  used.set(page, counts);
  const times = (counts.get(number) ?? 0) + 1;
  counts.set(number, times);
  const name = `number-${number.replaceAll(/[^a-z0-9]+/g, '-')}`;
  return times === 1 ? name : `${name}-${times}`;
}
