/** One day in a calendar file (RFC 5545). */
export interface CalendarDay {
  /** Such as 2026-12-31. */
  readonly day: string;
  /** Whether it comes again on the same day of every month. */
  readonly isMonthly?: boolean;
  /** When what is said of it was last changed. */
  readonly made: Date;
  /** Unlike that of any other entry in the world. */
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly address: string;
}

/** What a calendar that is followed says of itself (RFC 7986). */
export interface CalendarName {
  readonly name: string;
  /** Where it is asked for anew. */
  readonly source: string;
}

/** An ISO date as a calendar writes it: 20261231. */
const compact = (day: string): string => day.replaceAll('-', '');

/** @throws RangeError when it is no ISO date */
const dayAfter = (day: string): string => {
  const next = new Date(`${day}T00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
};

/** Text as RFC 5545 has it (3.3.11). */
const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

/** The longest line in octets, its break left out (3.1). */
const longestLine = 75;

/** A line in pieces of at most 75 octets, each but the first behind a space; no character is cut in two. */
export function folded(line: string): string {
  const octets = (text: string): number => new TextEncoder().encode(text).length;
  const pieces = [''];
  for (const character of line) {
    const last = pieces[pieces.length - 1] ?? '';
    if (octets(last + character) > longestLine) pieces.push(` ${character}`);
    else pieces[pieces.length - 1] = last + character;
  }
  return pieces.join('\r\n');
}

function entryOf({ day, isMonthly, made, id, title, note, address }: CalendarDay): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${made.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
    ...(isMonthly === true ? ['RRULE:FREQ=MONTHLY'] : []),
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(`${note}\n${address}`)}`,
    `URL:${address}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/**
 * A calendar file with an entry for the whole of each day.
 * @param days at least one: a calendar without an entry is none (3.6)
 * @param followed where it is fetched again and again, its name and its address; else it is imported once
 */
export function calendarFile(
  days: readonly [CalendarDay, ...CalendarDay[]],
  followed?: CalendarName,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//No But Why//Survey//EN',
    ...(followed === undefined
      ? []
      : [
          `NAME:${escaped(followed.name)}`,
          // What calendars knew before RFC 7986.
          `X-WR-CALNAME:${escaped(followed.name)}`,
          'REFRESH-INTERVAL;VALUE=DURATION:P1D',
          `SOURCE;VALUE=URI:${followed.source}`,
        ]),
    ...days.flatMap(entryOf),
    'END:VCALENDAR',
    '',
  ];
  return lines.map(folded).join('\r\n');
}
