/** One day in a calendar file (RFC 5545). */
export interface CalendarDay {
  /** By the reader’s clock. */
  readonly day: Date;
  readonly made: Date;
  /** Unlike that of any other entry in the world. */
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly address: string;
}

const two = (number: number): string => `${number}`.padStart(2, '0');

const localDay = (day: Date): string => `${day.getFullYear()}${two(day.getMonth() + 1)}${two(day.getDate())}`;

/** Text as RFC 5545 has it (3.3.11). */
const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

/** The longest line in octets, its break left out (3.1). */
const longestLine = 75;

/** A line in pieces of at most 75 octets, each but the first behind a space; no character is cut in two. */
export function folded(line: string): string {
  const octets = (text: string): number => new TextEncoder().encode(text).length;
  const pieces = [''];
  for (const character of line) {
    const last = pieces.at(-1) ?? '';
    if (octets(last + character) > longestLine) pieces.push(` ${character}`);
    else pieces[pieces.length - 1] = last + character;
  }
  return pieces.join('\r\n');
}

/** A calendar file with one entry for the whole of a day. */
export function calendarFile({ day, made, id, title, note, address }: CalendarDay): string {
  const next = new Date(day);
  next.setDate(day.getDate() + 1);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//No But Why//Survey//EN',
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${made.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${localDay(day)}`,
    `DTEND;VALUE=DATE:${localDay(next)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(`${note}\n${address}`)}`,
    `URL:${address}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  return lines.map(folded).join('\r\n');
}
