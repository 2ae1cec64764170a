/** The words with a capital letter in front, as where a sentence begins. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The words with a small letter in front, as where a label stands within a sentence. */
export const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
