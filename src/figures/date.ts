const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * An ISO date as readers see it: “31 January 2026”. Spelled out here, because Intl’s wording moves with its version
 * and pictures must not.
 * @throws RangeError when it is not an ISO date.
 */
export function date(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (year === undefined || name === undefined || Number(day) < 1 || Number(day) > 31) {
    throw new RangeError(`A date must look like 2026-01-31, not “${iso}”.`);
  }
  return `${Number(day)} ${name} ${year}`;
}
