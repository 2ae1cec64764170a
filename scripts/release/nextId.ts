/**
 * The id of a release made on a day: its month, and from the second on in one month a number behind it.
 * @param today an ISO date
 * @param taken the ids there are
 */
export function nextId(today: string, taken: readonly string[]): string {
  const month = today.slice(0, 7);
  const made = taken.filter((id) => id === month || id.startsWith(`${month}.`)).length;
  return made === 0 ? month : `${month}.${made + 1}`;
}
