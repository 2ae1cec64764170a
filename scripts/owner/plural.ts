const grouped = new Intl.NumberFormat('en-GB');

/** A number such as 1,170. */
export const number = (n: number): string => grouped.format(n);

/** A number with its noun, such as “1 response” and “1,170 responses”. @param word in the singular, with a plural in s */
export const plural = (n: number, word: string): string => `${number(n)} ${word}${n === 1 ? '' : 's'}`;
