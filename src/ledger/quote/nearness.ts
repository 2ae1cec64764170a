/** How near the true value a number is said to be; none where it is said to be the value itself. */
export type Nearness = 'about' | 'nearly' | 'more than' | 'at least' | 'less than' | 'at most' | '';

/** The words for it before a number, “no more than” before the “more than” that is in it. */
const BEFORE: readonly (readonly [Exclude<Nearness, ''>, string])[] = [
  ['at most', String.raw`no more than|at most|at the most|up to|≤`],
  ['at least', String.raw`no (?:less|fewer) than|at least|upwards of|≥`],
  ['more than', String.raw`more than|over|above|exceed(?:ed|ing|s)?|>`],
  ['less than', String.raw`less than|fewer than|under|below|<`],
  ['nearly', String.raw`nearly|almost`],
  ['about', String.raw`about|around|roughly|approximately|some|close to|[~≈]`],
];
/** And after it. */
const AFTER: readonly (readonly [Exclude<Nearness, ''>, RegExp])[] = [
  ['at least', /^\s?(\+|or (more|over|above)\b|(and|or) upwards\b|plus\b|-plus\b)/],
  ['at most', /^\s?or (less|fewer|under|below)\b/],
  ['about', /^(-?ish\b|-odd\b| or so\b)/],
];
const patterns = BEFORE.map(
  ([nearness, words]) => [nearness, new RegExp(String.raw`(?:^|[^\w-])(?:${words})\s*$`, 'i')] as const,
);

/** Words that say how near a number is, at the end of a text. */
export const NEARNESS = new RegExp(
  String.raw`(?:^|[^\w-])(?:${BEFORE.map(([, words]) => words).join('|')})\s*$`,
  'i',
);

/** How near a number is said to be by what stands right before it, or right after it. */
export const nearnessOf = (before: string, after: string): Nearness =>
  patterns.find(([, pattern]) => pattern.test(before))?.[0] ??
  AFTER.find(([, pattern]) => pattern.test(after))?.[0] ??
  '';

/** What may be said of a number of which the first is true: less, never more, and never that it is the value itself. */
const LOOSER: Readonly<Record<Nearness, readonly Nearness[]>> = {
  '': [],
  about: [],
  nearly: ['about'],
  'more than': ['at least'],
  'at least': [],
  'less than': ['at most'],
  'at most': [],
};

/** Whether a number may be said so. @param is what is true of it */
export const maySay = (says: Nearness, is: Nearness): boolean => says === is || LOOSER[is].includes(says);
