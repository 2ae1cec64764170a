/** Something that a sentence on applying can be about. Two sentences about the same are found by the same pattern. */
interface Concept {
  /** As a sentence names it: “It is not about …”. */
  readonly name: string;
  readonly pattern: RegExp;
}

/** @param words those it is found by; a star stands for any ending */
const concept = (name: string, words: string | RegExp): Concept => ({
  name,
  pattern: words instanceof RegExp ? words : new RegExp(`\\b(?:${words.replaceAll('*', '\\w*')})\\b`),
});

/** When in the process. */
export const stages: readonly Concept[] = [
  concept('interviews', 'interview*'),
  concept('applications', 'appl(y|ied|ying|ications?)|cvs?|r[ée]sum[ée]s?'),
  concept('offers', 'offers?'),
  concept('a rejection', 'reject*|turned (them )?down|mov(ed|ing) forward'),
];

/** Who: the first of them after a number is whom the number counts. “People” is anybody. */
export const groups: readonly Concept[] = [
  concept('young people', 'young|aged 1[68]*|1[68] ?(to|–|-) ?2[0-9]|students?|graduates?|gen z'),
  concept('reviews', 'reviews?'),
  concept('votes', 'votes?'),
  concept('employers', 'employers?|companies|firms|organi[sz]ations?|recruiters?|managers?'),
  concept('employees', 'employees'),
  concept('professionals', 'professionals'),
  concept('workers', 'workers'),
  concept('adults', 'adults'),
  concept('job seekers', 'job ?-?seekers?|candidates?|applicants?'),
];

/** Where, as `normal` writes it. */
export const places: readonly Concept[] = [
  concept('the United States', /\bunited states\b|(?:^|[^-\w])america(ns?)?\b/),
  concept('the United Kingdom', 'united kingdom|brit(ain|ish|ons?)|england'),
  concept('Northern Ireland', 'northern-ireland'),
  concept('Ireland', /(^| )(ireland|irish)\b/),
  concept('North America', 'north-america'),
  concept('Latin America', 'latin-america'),
  concept('Europe, the Middle East and Africa', 'emea|europe*'),
  concept('Asia and the Pacific', 'apac|asia*'),
  concept('Germany', 'german*'),
  concept('Canada', 'canad*'),
  concept('Ontario', 'ontario*'),
  concept('Australia', 'australia*'),
  concept('Italy', 'ital(y|ian)*'),
  concept('the whole world', 'world*|global*'),
];

/** A text in lower case, with names of places and “4x” and “twice” written one way: “US” is not “us”. */
export const normal = (text: string): string =>
  text
    .replace(/\b(U\.S\.(A\.)?|USA?)(?![\w])/g, 'united states')
    .replace(/\b(U\.K\.|UK)(?![\w])/g, 'united kingdom')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/\bnorth(ern)? americans?\b|\bnorth america\b/g, 'north-america')
    .replace(/\blatina? americans?\b|\blatin america\b/g, 'latin-america')
    .replace(/\bnorthern (ireland|irish)\b/g, 'northern-ireland')
    .replace(/\bontario, canada\b/g, 'ontario')
    .replace(/\b(\d+)x\b/g, '$1 times')
    .replace(/\btwice\b/g, '2 times')
    .replace(/\s+/g, ' ')
    .trim();

/** The names of what is found in a text. @param text in lower case */
export const foundIn = (text: string, those: readonly Concept[]): ReadonlySet<string> =>
  new Set(those.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name));
