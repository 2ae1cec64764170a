const words = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/**
 * When a comment was sent, in the reader’s own time: “24 November 2026, after 10:00”. Only the hour is published, so
 * no more is said. @param hour such as 2026-11-24T10:00Z
 */
export function hourWords(hour: string): string {
  const part = Object.fromEntries(
    words.formatToParts(new Date(hour)).map(({ type, value }) => [type, value]),
  );
  return `${part.day} ${part.month} ${part.year}, after ${part.hour}:${part.minute}`;
}
