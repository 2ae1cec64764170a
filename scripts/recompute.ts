import { globSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';

// A stranger’s recomputation: node scripts/recompute.ts [folder of the built site]. It shares no code with the site.
// From the counts of answers in estimates.csv it computes every share and range anew and holds them against that file
// and against every chart on every page: drawing, table and words. It ends with 1 where a number follows from no line.
const folder = process.argv[2] ?? 'dist';
const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');
const pages = new Map(globSync('**/*.html', { cwd: folder }).map((name) => [name, read(name)]));
const release = /Release “([^”]+)”/.exec([...pages.values()].join())?.[1] ?? 'without a name';
const [header = [], ...rows] = [...read(`data/${release}/estimates.csv`).matchAll(/.+/g)].map(([row]) =>
  [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((at) => at[1] ?? at[2] ?? ''),
);
const lines = rows.map((row) => (name: string) => row[header.indexOf(name)] ?? '');
const seriesOf = (line: (name: string) => string): string => `${line('chart')} ${line('series')}`;
const differences: string[] = [];
const z2 = 1.959963984540054 ** 2;
function wilson(x: number, n: number): readonly number[] {
  const half = Math.sqrt((z2 * x * (n - x)) / n + z2 ** 2 / 4);
  return [(x + z2 / 2 - half) / (n + z2), (x + z2 / 2 + half) / (n + z2)];
}
function percent(x: number, n: number): string {
  const whole = Math.floor((200 * x + n) / (2 * n));
  if ((x === 0 || x === n) && n < 100) return `${x} of ${n}`;
  return whole === 0 && x > 0 ? '<1%' : whole === 100 && x < n ? '>99%' : `${whole}%`;
}
function range(ends: readonly number[]): string {
  const [lo = 0, hi = 0] = ends.map((end) => Math.round(Number((end * 100).toFixed(10))));
  return lo === hi ? `${lo}%` : `${lo}–${hi}%`;
}
/** How a page may print a count with its share and range; cells of a table are set apart by a stroke. */
function printed(x: number, n: number, ends: readonly number[], isWhole: boolean): readonly string[] {
  const [share, between] = [percent(x, n), range(ends)];
  const cells = [`${share} (${x})|${between}`, `${share} (${x})|${between}|${n}`, `${between}|${n}`];
  const inWords = [share, between, `${x} of ${n}`, `Of ${n}, ${x}`, `n ${n}`, `${n}`];
  return isWhole ? [...cells, ...inWords] : cells;
}
const known = new Map<string, Set<string>>();
for (const line of lines.filter((one) => /published|carried/.test(one('status')) && one('hi') !== '')) {
  const answers = lines.filter((one) => one('measure') === 'answer' && seriesOf(one) === seriesOf(line));
  const parts = answers.filter((one) => line('parts').split(' ').includes(one('option')));
  const sum = (list: typeof lines, limit: string) =>
    list.reduce((total, one) => total + Number(one('x')) * (limit === '' ? 1 : Number(one(limit)) / 100), 0);
  const isWhole = line('segment_var') === 'none';
  const isBand = line('method') === 'implied_share';
  const x = isBand ? NaN : isWhole ? sum(parts, '') : Number(line('x'));
  const n = isWhole ? sum(answers, '') : Number(line('n_answered'));
  const ends = isBand ? ['lower', 'upper'].map((limit) => sum(parts, limit) / n) : wilson(x, n);
  const exact = { n_answered: n, lo: ends[0], hi: ends[1], ...(!isBand && { x, share: x / n }) };
  const where = `estimates.csv, ${seriesOf(line)} ${line('option')} ${line('segment')}`;
  for (const [name, value = NaN] of Object.entries(exact))
    if (!(Math.abs(Number(line(name)) - value) < 1e-6)) differences.push(`${where}: ${name} is ${value}`);
  // Those that a headline leaves out, or whom a day comes too early for, are a share as well.
  const isCut = /headline|by_day/.test(line('measure'));
  const others = isCut ? printed(n - x, n, ends.map((end) => 1 - end).reverse(), isWhole) : [];
  const texts = [...(known.get(line('chart')) ?? []), ...printed(x, n, ends, isWhole), ...others];
  known.set(line('chart'), new Set(texts));
}
let checked = 0;
const token =
  /Of \d+(?= [^.|]*?(, \d+))|\d+ of (?:the )?\d+|(?:[<>]?\d+% \(\d+\)\|)?(?:\d+–|[<>])?\d+%(?:\|\d+(?=\|))?|\bn (?:= )?\d+|(?<=Answered\|(?:\d+\|)*)\d+(?=\|)/g;
for (const [name, markup] of pages) {
  const $ = load(markup.replace(/<(script|style)\b.*?<\/\1>/gs, ''));
  const chart = /charts\W([\w-]+)\W/.exec(name)?.[1];
  for (const part of $(chart === undefined ? 'figure.fig[id]' : 'html').toArray()) {
    const words = $.html(part).replace(/<[^>]*?(?:aria-label|content)="([^"]*)"[^>]*>|<[^>]+>/g, '|$1|');
    const cells = words
      .replace(/[\s|]*\|[\s|]*/g, '|')
      .replace(/&([lg])t;/g, (_, at) => (at === 'l' ? '<' : '>'));
    const plain = cells.replace(/\|0\|(\d+%\|)+100%|(?<=\d),(?=\d{3})/g, '');
    for (const [found, more = ''] of plain.matchAll(token)) {
      const text = `${found}${more}`.replace(/the |= /, '');
      if (!known.get(chart ?? $(part).attr('id') ?? '')?.has(text)) differences.push(`${name}: “${text}”`);
      checked += 1;
    }
  }
}
console.log([`${checked} numbers checked: ${differences.length} differences`, ...differences].join('\n'));
process.exitCode = differences.length === 0 && checked > 0 ? 0 : 1;
