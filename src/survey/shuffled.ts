/**
 * A copy in random order (Fisher-Yates), what is `last` kept behind the rest in its own order.
 * @param random gives a number from 0 up to, but not including, 1
 */
export function shuffled<Item>(
  items: readonly Item[],
  last: (item: Item) => boolean,
  random: () => number,
): readonly Item[] {
  const mixed: Item[] = [];
  for (const item of items.filter((item) => !last(item)))
    mixed.splice(Math.floor(random() * (mixed.length + 1)), 0, item);
  return [...mixed, ...items.filter(last)];
}
