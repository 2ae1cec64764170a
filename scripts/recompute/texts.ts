import type { Line } from './lines.ts';
import { wilson } from './ranges.ts';

function percent(x: number, n: number, whole = Math.floor((200 * x + n) / (2 * n))): string {
  if (x % n === 0 && n < 100) return `${x} of ${n}`;
  return whole === 0 && x > 0 ? '<1%' : whole === 100 && x < n ? '>99%' : `${whole}%`;
}
export const range = (ends: readonly number[]): string =>
  `${[...new Set(ends.map((end) => Math.round(Number((end * 100).toFixed(10)))))].join('–')}%`;
/** How a count without a share may be printed, beside its base: a bound, or of 10 to 29 answers the count itself. */
export function fewOf(line: Line, n: number): readonly string[] {
  const [x, all, status, bound] = ['x', 'n_answered', 'status', 'bound'].map(line);
  const few = status === 'few_answers' ? [`${x} of ${all}`] : [];
  const ends = bound === '' ? [] : [`${bound === 'low' ? 5 : n - 5} of ${n}`];
  return all === '' ? [] : [`n ${all}`, `${all}`, ...few, ...ends];
}
/** Every way in which the site may print a count and its share. */
export function printed(x: number, n: number, ends = wilson(x, n), bounds = ''): readonly string[] {
  const [share, between] = [percent(x, n), range(ends)];
  const row = ['', `|${n}`, `|${bounds}`, `|${bounds}|${n}`].map((end) => `${share} (${x})|${between}${end}`);
  const words = [share, between, bounds, `${x} of ${n}`, `Of ${n}, ${x}`, `n ${n}`, `${n}`];
  return [`${share} (${x})`, `${share} (${x})|${n}`, ...row, `${between}|${n}`, ...words];
}

const token =
  /Of \d+(?= [^.|]*?(, \d+))|\d+ of (?:the )?\d+|[<>]?\d+% \(\d+\)(?:\|(?:\d+–)?\d+%(?! \())*(?:\|\d+(?=\|))?|\d+–\d+%(?:\|\d+(?=\|))?|[<>]?\d+%|\bn (?:= )?\d+|(?<=\()\d+(?= (?:who answered|[a-z]+)\))|(?<=\()\d+(?= and \d+( of \d+))|(?<=Answered\|(?:\d+\|)*)\d+(?=\|)/g;
/** Every count, share, range and base in a part of a page, as `printed` writes them. */
export function numbersIn(html: string): readonly string[] {
  // A span that keeps a line from breaking divides no sentence.
  const joined = html.replace(/<span class="whole">([^<]*)<\/span>/g, '$1');
  const words = joined.replace(/<[^>]*?(?:aria-label|content)="([^"]*)"[^>]*>|<[^>]+>/g, '|$1|');
  const text = words.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  const plain = text.replace(/[\s|]*\|[\s|]*/g, '|').replace(/\|0\|(\d+%\|)+|(?<=\d),(?=\d{3})/g, '');
  return [...plain.matchAll(token)].map(([one, more = '', of = '']) =>
    (one + more + of).replace(/the |= /, ''),
  );
}
