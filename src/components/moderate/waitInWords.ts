const hour = 3_600_000;

const counted = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;

/**
 * How long ago something was sent: “less than an hour”, “6 hours”, “1 day and 6 hours”, and from a week on in days.
 * Only the hour of sending is stored, so it is in whole hours and up to one hour too long.
 * @param since ISO time
 * @param now milliseconds, as Date.now()
 */
export function waitInWords(since: string, now: number): string {
  const hours = Math.max(0, Math.floor((now - Date.parse(since)) / hour));
  if (hours === 0) return 'less than an hour';
  const days = Math.floor(hours / 24);
  const rest = hours % 24;
  if (days === 0) return counted(hours, 'hour');
  return rest === 0 || days >= 7
    ? counted(days, 'day')
    : `${counted(days, 'day')} and ${counted(rest, 'hour')}`;
}
