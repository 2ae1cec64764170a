import { normal } from './concepts.ts';

/** Words that say the same in sentences of this kind. */
const same: ReadonlyMap<string, string> = new Map(
  [
    'get got gotten gets getting receive receives received receiving',
    'give gives giving gave',
    'given offered',
    'seeker seekers jobseeker jobseekers candidate candidates applicant applicants interviewee interviewees',
    'employer employers company companies firm firms business businesses organisation organisations organization organizations',
    'want wants wanted like wish',
    'reject rejected rejection rejections',
    'hear heard hears hearing reply replies response responses answer answers',
    'useful helpful',
    'goodwill resent resents resentment',
    'attend attended went been',
    'duty requirement requirements',
  ].flatMap((group) => {
    const [first = '', ...others] = group.split(' ');
    return [first, ...others].map((word) => [word, first] as const);
  }),
);

/** Words that claim nothing by themselves: who says it, and what holds a sentence together. “Before”, “now”, “all” and the like claim something. */
const neutral: ReadonlySet<string> = new Set(
  `a an the of in on at to for from with as that this these those it its is are was were be has have had do did does who which what
  whose their they he she his her there say said tell told state states stated according report find found show shown reveal claim
  suggest think thought believe believes believed survey poll study research researchers data figure figures statistic asked per
  cent percent pc people respondents person one job ever just back any kind regarding`.split(/\s+/),
);

/** What is written to a word and is none of it: “Debut’s”, “they’ve”. */
const ENDING = /'(s|ve|re|ll|d)?$/;

const stem = (word: string): string =>
  same.get(word) ??
  (word.length > 4 ? word.replace(/ies$/, 'y').replace(/(ing|ed|es|s|d|ment)$/, '') : word.replace(/s$/, ''));

const BE = /^(be|been|being|is|are|was|were|gets?|got)$/;
const DENIAL = /^(never|no|not|none|nothing|without|cannot)$/;
/** Words that claim nothing by themselves, and say between others who did it to whom, or on what condition. */
const BETWEEN = /^(them|whom|by|and|or|if|than|because|only|whether)$/;

/** A word of a text: its stem, none of one between others; and the word with what is denied of it. */
interface Placed {
  readonly word: string;
  readonly stem: string;
  readonly as: string;
}

/** The words of a text that claim something, or stand between such, in their order; years and other numbers among them. */
export function placed(text: string): readonly Placed[] {
  const found: Placed[] = [];
  let [denials, last] = ['', ''];
  for (const written of normal(text)
    .replace(/n't\b/g, ' not')
    .replace(/\b(?:post-)?interview feedback\b/g, 'feedback after interview')
    .match(/[\p{L}][\p{L}'-]*|\d[\d,.]*\d|\d/gu) ?? []) {
    const word = written.replace(ENDING, '').replaceAll(',', '');
    if (DENIAL.test(word)) denials += '!';
    else if (BETWEEN.test(word) || (word === 'told' && BE.test(last)))
      found.push({ word, stem: '', as: word });
    else if (!neutral.has(word) && !neutral.has(stem(word))) {
      const own = stem(word);
      // Who is ghosting, who is ghosted and who ghosted are three.
      const as = `${own}${word.endsWith('ing') && !same.has(word) ? '~' : ''}${BE.test(last) ? '^' : ''}`;
      // “Never received feedback” is “received no feedback”.
      found.push({ word, stem: own, as: own === 'get' ? own : `${denials}${as}` });
      if (own !== 'get') denials = '';
    }
    if (!DENIAL.test(word)) last = word;
  }
  return denials === '' ? found : [...found, { word: '', stem: '', as: denials }];
}

/** The words of a text that claim something, each as its stem. */
export const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(placed(text).flatMap(({ stem }) => (stem === '' ? [] : [stem])));

/** What a text denies, in its order: of “had no feedback on why they were not moved forward” feedback and moving. */
export const denied = (text: string): string =>
  placed(text)
    .flatMap(({ as }) => (as.startsWith('!') ? [as.replace(/[~^]/g, '')] : []))
    .join();

const HAPPENED =
  /(?:\b(?:had|has|have|ever|never)|'ve)(?:n't)?(?: (?:ever|never|not|been))* (\w+ed|heard|had|got|given|sent|brought)\b/g;

/** What a text says has happened ever, or never has: “have been ghosted”, and not “are ghosted”; “who had applied” is of whom. */
export const happened = (text: string): string =>
  [
    ...normal(text)
      .replace(/\bwho ha(d|s|ve)\b/g, '')
      .matchAll(HAPPENED),
  ]
    .map(([, word = '']) => stem(word))
    .join();

/** Stems that are judged by themselves, of places and groups, wherever they stand: “US job seekers” are “job seekers in the US”. */
export const KNOWN = /^(unit|kingdom|u[sk]|.*american?|.*ireland|irish|brit.*|young|student|graduate)$/;

/** The words of a text that another has, too, in their order, and what is between two of them. */
function shared(those: readonly Placed[], others: readonly Placed[]): string {
  let [isAfterOne, between] = [false, ''];
  return those
    .filter(({ stem }) => !KNOWN.test(stem))
    .flatMap(({ stem, as }) => {
      if (stem === '') between += as;
      const isShared = stem !== '' && others.some((other) => other.stem === stem);
      const kept = isShared ? [`${isAfterOne ? between : ''} ${as}`] : [];
      if (stem !== '') [isAfterOne, between] = [isShared, ''];
      return kept;
    })
    .join();
}

/** Do two texts put the words that both have in the same order, with the same between them: whoever does it to whom. */
export function sameOrder(a: string, b: string): boolean {
  const [one, other] = [placed(a), placed(b)];
  return shared(one, other) === shared(other, one);
}

/** How much of one set is in another: 0 to 1. */
export const covered = (a: ReadonlySet<string>, by: ReadonlySet<string>): number =>
  a.size === 0 ? 0 : [...a].filter((one) => by.has(one)).length / a.size;
