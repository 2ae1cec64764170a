const dayWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** A time in milliseconds as a day in words: “24 December 2026”. */
export const inDays = (time: number): string => dayWords.format(time);
