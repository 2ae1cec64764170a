import { wilson } from './ranges.ts';

function percent(x: number, n: number, whole = Math.floor((200 * x + n) / (2 * n))): string {
  if (x % n === 0 && n < 100) return `${x} of ${n}`;
  return whole === 0 && x > 0 ? '<1%' : whole === 100 && x < n ? '>99%' : `${whole}%`;
}
export const range = (ends: readonly number[]): string =>
  `${[...new Set(ends.map((end) => Math.round(Number((end * 100).toFixed(10)))))].join('–')}%`;
/** Every way in which the site may print a count and its share. */
export function printed(x: number, n: number, ends = wilson(x, n), bounds = ''): readonly string[] {
  const [share, between] = [percent(x, n), range(ends)];
  const row = ['', `|${n}`, `|${bounds}`, `|${bounds}|${n}`].map((end) => `${share} (${x})|${between}${end}`);
  const words = [share, between, bounds, `${x} of ${n}`, `Of ${n}, ${x}`, `n ${n}`, `${n}`];
  return [`${share} (${x})`, `${share} (${x})|${n}`, ...row, `${between}|${n}`, ...words];
}
