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

const middle = (low: number, high: number): string => {
  const half = (low + high) / 2;
  return Number.isInteger(half) ? `${half}` : `${Math.floor(half)} or ${Math.ceil(half)}`;
};

const within = (number: number, { min, max }: NumberAsked): boolean => number >= min && number <= max;

/**
 * Reads what a person typed into a number field. Full-width and other compatible digits count as digits; the unit
 * behind the number, a word such as “about” before it and a mark between thousands are left away. A fraction or a
 * range is never rounded for the person: the sentence proposes the numbers to choose from.
 */
export function readNumber(text: string, asked: NumberAsked): NumberRead {
  const plain = text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ');
  if (plain === '') return 'nothing';
  const { min, max, unit } = asked;
  const said = plain.length > quoteLength ? `${plain.slice(0, quoteLength)}…` : plain;
  const limits = `Write one whole number from ${min} to ${max}.`;

  if (!/\d/.test(plain)) return { sentence: `“${said}” is not in figures. ${limits}` };
  const [, figures = '', word] = /^(.*?\d)\s*(\p{L}+\.?)?$/u.exec(plain.replace(guess, '')) ?? [];
  if (word !== undefined && !isUnit(word, unit))
    return {
      sentence: `“${said}” is not in ${unit}. Write one whole number of ${unit}, from ${min} to ${max}.`,
    };

  const [, low, high] = range.exec(figures) ?? [];
  if (low !== undefined && high !== undefined) {
    const numbers = middle(Number(low), Number(high));
    return within(Number(low), asked) && within(Number(high), asked)
      ? { sentence: `“${said}” is a range. Write one whole number; the middle is fine, so ${numbers}.` }
      : { sentence: `“${said}” is a range. ${limits}` };
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
