/** A number that a sentence states. */
export interface Stated {
  readonly value: number;
  /** `%`, or the word that follows: `days`; empty where nothing does. */
  readonly unit: string;
  /** Was it said as a fraction, “four in five”, which stands for what is near it. */
  readonly isFraction: boolean;
  /** Where it ends in the sentence. */
  readonly end: number;
  readonly written: string;
}

export const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
export const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const word = `(?:(?:${tens.join('|')})(?:[- ](?:${ones.slice(1, 10).join('|')}))?|${ones.join('|')})`;
const number = String.raw`\d[\d,]*(?:\.\d+)?`;

const fractions: Readonly<Record<string, number>> = {
  half: 50,
  'a third': 33.3,
  'one third': 33.3,
  'two thirds': 66.7,
  'a quarter': 25,
  'one quarter': 25,
  'three quarters': 75,
  'a fifth': 20,
  'one fifth': 20,
  'two fifths': 40,
  'three fifths': 60,
  'four fifths': 80,
  'a tenth': 10,
  'one tenth': 10,
};
const fraction = Object.keys(fractions)
  .map((one) => one.replace(' ', '[- ]'))
  .join('|');

/** What a number in digits or words is worth. */
function worth(written: string): number {
  if (/^\d/.test(written)) return Number(written.replaceAll(',', ''));
  const [ten = '', one] = written.split(/[- ]/);
  const small = ones.indexOf(written);
  if (small !== -1) return small;
  return (tens.indexOf(ten) + 2) * 10 + (one === undefined ? 0 : ones.indexOf(one));
}

const PERCENT = new RegExp(`\\b(${number}|${word})\\s?(?:%|per ?cent\\b|pc\\b)`, 'g');
const IN = new RegExp(`\\b(${number}|${word}) (?:in|out of|of) (?:every )?(${number}|${word})\\b`, 'g');
const PART = new RegExp(`\\b(${fraction})\\b`, 'g');
const BARE = new RegExp(`\\b(${number}|${word}(?= times\\b))(?:[ -]([a-z]+))?`, 'g');

const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1900 && value <= 2100;

/**
 * The numbers that a sentence states, shares first. Years are none.
 * @param text as `normal` gives it
 */
export function statedIn(text: string): readonly Stated[] {
  const at = (match: RegExpMatchArray) => ({ end: (match.index ?? 0) + match[0].length, written: match[0] });
  // “.94%” is not 94%; the oldest browsers cannot look behind in an expression.
  const isWhole = ({ index }: RegExpMatchArray): boolean => !/[.,]/.test(text.charAt((index ?? 0) - 1));
  const percents = [...text.matchAll(PERCENT)].filter(isWhole).map((match): Stated => ({
    value: worth(match[1] ?? ''),
    unit: '%',
    isFraction: false,
    ...at(match),
  }));
  const shares = [...text.matchAll(IN)].flatMap((match): Stated[] => {
    const [x, n] = [worth(match[1] ?? ''), worth(match[2] ?? '')];
    return x > 0 && x < n && n <= 100
      ? [{ value: (100 * x) / n, unit: '%', isFraction: true, ...at(match) }]
      : [];
  });
  const parts = [...text.matchAll(PART)].map((match): Stated => ({
    value: fractions[(match[1] ?? '').replace('-', ' ')] ?? 0,
    unit: '%',
    isFraction: true,
    ...at(match),
  }));
  const bare = [...text.matchAll(BARE)]
    .map((match): Stated => ({
      value: worth(match[1] ?? ''),
      unit: match[2] ?? '',
      isFraction: false,
      ...at(match),
    }))
    .filter(({ value }) => !isYear(value));
  return percents.length + shares.length > 0 ? [...percents, ...shares] : parts.length > 0 ? parts : bare;
}

/** The years that a text names. */
export const yearsIn = (text: string): readonly number[] =>
  [...text.matchAll(/\b(19|20)\d\d\b/g)].map(([year]) => Number(year));
