import { basename } from 'node:path';

/** A face that pages are set in. */
export interface Face {
  readonly family: string;
  readonly style: 'normal' | 'italic';
  /** In the packages of @fontsource-variable. */
  readonly file: string;
  readonly weights: number | { readonly min: number; readonly max: number };
}

const from = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);
/** The letters that a whole Latin font has beyond those of a keyboard. */
const letters = [...from(0xc0, 0xd6), ...from(0xd8, 0xf6), ...from(0xf8, 0xff), 0x131, 0x152, 0x153];
const LAST = 0x10ffff;

const hex = (code: number): string => code.toString(16).toUpperCase();

/** As CSS writes code points. @param codes in rising order */
function rangeOf(codes: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const code of codes) {
    const last = ranges.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges.map(([first, last]) => `U+${hex(first)}${first === last ? '' : `-${hex(last)}`}`).join(', ');
}

/** What is left between such code points. */
const otherThan = (codes: readonly number[]): string =>
  [-1, ...codes]
    .map((code, i) => [code + 1, (codes[i] ?? LAST + 1) - 1] as const)
    .filter(([first, last]) => first <= last)
    .map(([first, last]) => `U+${hex(first)}-${hex(last)}`)
    .join(', ');

/**
 * The faces as CSS: the cut font for everything, and the whole one, fetched where a page has a letter that the cut one lacks, such
 * as one of a name in a comment. Their ranges must not meet: a browser does not ask the other file for a letter that is in the
 * range of this one and not in it. Their weights must be equal, or a browser takes them for other faces. Italics are cut alone.
 * @param characters that the cut fonts have
 */
export function fontFaces(faces: readonly Face[], characters: string): string {
  const lacking = letters.filter((code) => !characters.includes(String.fromCodePoint(code)));
  const face = ({ family, style, weights }: Face, url: string, range?: string): string => `@font-face {
  font-family: '${family}';
  src: url('${url}') format('woff2');
  font-weight: ${typeof weights === 'number' ? weights : `${weights.min} ${weights.max}`};
  font-style: ${style};
  font-display: swap;
${range === undefined ? '' : `  unicode-range: ${range};\n`}}
`;
  return faces
    .flatMap((one) => {
      const cut = `./${basename(one.file)}`;
      return one.style === 'italic'
        ? face(one, cut)
        : [
            face(one, `@fontsource-variable/${one.file}`, rangeOf(lacking)),
            face(one, cut, otherThan(lacking)),
          ];
    })
    .join('');
}
