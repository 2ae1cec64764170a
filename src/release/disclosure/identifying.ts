/** P10: what no published file may hold, with a pattern for each. */
export const identifyingPatterns: readonly (readonly [string, RegExp])[] = [
  ['an id', /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/i],
  ['a time of day', /\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/],
  // Four groups of seven in Crockford’s base32 (protocol 4.2).
  ['a receipt code', /\b(?:[0-9A-HJKMNP-TV-Z]{7}-){3}[0-9A-HJKMNP-TV-Z]{7}\b/i],
  ['an e-mail address', /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/i],
  ['a secret key', /sb_secret_\w+|service_role|eyJ[\w-]{10,}\.eyJ[\w-]{10,}/],
];

/** P10: what in a text could point at one response, each as “an id”, “a time of day” and so on. Empty when nothing does. */
export const identifying = (text: string): readonly string[] =>
  identifyingPatterns.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
