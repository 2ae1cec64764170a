/** What a number question asks for. */
export interface NumberAsked {
  readonly min: number;
  readonly max: number;
  /** In the plural, as it stands behind the field: “hours”. */
  readonly unit: string;
}

/** What was typed, read: nothing, one whole number within the limits, or a sentence that says how to write it. */
export type NumberRead = { readonly number: number } | { readonly sentence: string } | 'nothing';

/** Longer text than any number is quoted in part. */
const quoteLength = 20;

/** “about 12” and “~12” are guesses, and a guess is fine. */
const guess = /^(?:about|around|roughly|approximately|approx\.?|circa|ca?\.|~|≈)\s*/i;
const dash = String.raw`\s*(?:\p{Dash}|to|or|/)\s*`;
const range = new RegExp(String.raw`^(\d{1,9})${dash}(\d{1,9})$`, 'iu');
const thousands = /^\d{1,3}(?:[,'’\s]\d{3})+$/;
const decimal = /^(\d{1,9})[.,](\d+)$/;

/** Whether a word is the unit or a way to shorten it: “hours”, “hour”, “hrs”, “hr.”, “h”. */
function isUnit(word: string, unit: string): boolean {
  const letters = Array.from(word.toLowerCase().replace(/\.$/, ''));
  let from = 0;
  return letters.every((letter, index) => {
    const at = unit.indexOf(letter, from);
    from = at + 1;
    return index === 0 ? at === 0 : at > 0;
  });
}

/** A digit of any script as one of ours: the ten of each stand together, nought first (https://www.unicode.org/policies/stability_policy.html). */
function asOurs(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value += 1;
  return `${value % 10}`;
}

const middle = (low: number, high: number): string => {
  const half = (low + high) / 2;
  return Number.isInteger(half) ? `${half}` : `${Math.floor(half)} or ${Math.ceil(half)}`;
};

const within = (number: number, { min, max }: NumberAsked): boolean => number >= min && number <= max;

/**
 * Reads what a person typed into a number field. The digits of every script count as digits; the unit
 * behind the number, a word such as “about” before it and a mark between thousands are left away. A fraction or a
 * range is never rounded for the person: the sentence proposes the numbers to choose from.
 */
export function readNumber(text: string, asked: NumberAsked): NumberRead {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\p{Nd}/gu, asOurs);
  if (plain === '') return 'nothing';
  const { min, max, unit } = asked;
  const said = plain.length > quoteLength ? `${plain.slice(0, quoteLength)}…` : plain;
  const limits = `Write one whole number from ${min} to ${max}.`;

  if (!/\d/.test(plain)) return { sentence: `“${said}” is not in figures. ${limits}` };
  const [, figures = '', word] = /^(.*?\d)\s*(\p{L}+\.?)?$/u.exec(plain.replace(guess, '')) ?? [];
  if (word !== undefined && !isUnit(word, unit))
    return { sentence: `“${said}” is not in ${unit}. ${limits}` };

  const [, low, high] = range.exec(figures) ?? [];
  if (low !== undefined && high !== undefined) {
    const ends = [Number(low), Number(high)] as const;
    const advice = ends.every((end) => within(end, asked))
      ? `Write one whole number; the middle is fine, so ${middle(...ends)}.`
      : limits;
    return { sentence: `“${said}” is a range. ${advice}` };
  }
  const [, whole, fraction] = decimal.exec(figures) ?? [];
  const isThousands = thousands.test(figures);
  if (!isThousands && whole !== undefined && fraction !== undefined && !/^00?$/.test(fraction)) {
    const near = [Number(whole), Number(whole) + 1].filter((number) => within(number, asked)).join(' or ');
    return { sentence: near === '' ? limits : `“${said}” is not a whole number. Write ${near}.` };
  }
  const digits = isThousands ? figures.replaceAll(/\D/g, '') : (whole ?? figures);
  if (!/^[-−–]?\d+$/.test(digits)) return { sentence: `“${said}” is not one whole number. ${limits}` };
  const number = Number(digits.replace(/^[−–]/, '-'));
  if (within(number, asked)) return { number: Math.abs(number) };
  return { sentence: `“${said}” is ${number < min ? `less than ${min}` : `more than ${max}`}. ${limits}` };
}
