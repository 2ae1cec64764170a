import { site } from '../../site.ts';

// One for all: making a formatter takes a thousand times as long as using it, and a page of essays has hundreds of dates.
const format = new Intl.DateTimeFormat(site.language, { dateStyle: 'long', timeZone: 'UTC' });

/** “1 December 2026”. Dates in content are days, read as UTC, so no build machine's clock can move them. */
export const dayInWords = (date: Date): string => format.format(date);
