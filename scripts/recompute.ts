import { globSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';

// A stranger’s recomputation: node scripts/recompute.ts [folder of the built site]. It shares no code with the site, and
// holds every share and range in estimates.csv and on every page to the counts there; it ends with 1 where one differs.
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
const add = (list: typeof lines, limit?: string): number =>
  list.reduce((sum, one) => sum + Number(one('x')) * (limit === undefined ? 1 : Number(one(limit))), 0);
function wilson(x: number, n: number, z2 = 1.959963984540054 ** 2): readonly number[] {
  const half = Math.sqrt((z2 * x * (n - x)) / n + z2 ** 2 / 4);
  return [(x + z2 / 2 - half) / (n + z2), (x + z2 / 2 + half) / (n + z2)];
}
function percent(x: number, n: number, whole = Math.floor((200 * x + n) / (2 * n))): string {
  if (x % n === 0 && n < 100) return `${x} of ${n}`;
  return whole === 0 && x > 0 ? '<1%' : whole === 100 && x < n ? '>99%' : `${whole}%`;
}
const range = (ends: readonly number[]): string =>
  `${[...new Set(ends.map((end) => Math.round(Number((end * 100).toFixed(10)))))].join('–')}%`;
function printed(x: number, n: number, ends: readonly number[], isWhole: boolean): readonly string[] {
  const [share, between] = [percent(x, n), range(ends)];
  const cells = [`${share} (${x})|${between}`, `${share} (${x})|${between}|${n}`, `${between}|${n}`];
  return isWhole ? [...cells, share, between, `${x} of ${n}`, `Of ${n}, ${x}`, `n ${n}`, `${n}`] : cells;
}
const known = new Map<string, Set<string>>();
for (const line of lines.filter((one) => /published|carried/.test(one('status')) && one('hi') !== '')) {
  const answers = lines.filter((one) => one('measure') === 'answer' && seriesOf(one) === seriesOf(line));
  const parts = answers.filter((one) => line('parts').split(' ').includes(one('option')));
  const isWhole = line('segment_var') === 'none';
  const isBand = line('method') === 'implied_share';
  const x = isBand ? NaN : isWhole ? add(parts) : Number(line('x'));
  const n = isWhole ? add(answers) : Number(line('n_answered'));
  const ends = isBand ? ['lower', 'upper'].map((limit) => add(parts, limit) / n / 100) : wilson(x, n);
  const exact = { n_answered: n, lo: ends[0], hi: ends[1], ...(!isBand && { x, share: x / n }) };
  const where = `estimates.csv, ${seriesOf(line)} ${line('option')} ${line('segment')}`;
  for (const [name, value = NaN] of Object.entries(exact))
    if (!(Math.abs(Number(line(name)) - value) < 1e-6)) differences.push(`${where}: ${name} is ${value}`);
  const isCut = /headline|by_day/.test(line('measure'));
  const others = isCut ? printed(n - x, n, ends.map((end) => 1 - end).reverse(), isWhole) : [];
  const texts = known.get(line('chart')) ?? [];
  known.set(line('chart'), new Set([...texts, ...printed(x, n, ends, isWhole), ...others]));
}
function ofAnswers([estimate, series, ...codes]: readonly string[]): Set<string> {
  const own = lines.filter((one) => `${one('estimate_id')} ${one('series')}` === `${estimate} ${series}`);
  const answers = own.filter((one) => one('measure') === 'answer');
  const [x, n] = [add(answers.filter((one) => codes.includes(one('option')))), add(answers)];
  const all = n + add(own.filter((one) => /^(dk|pnts|blank)$/.test(one('option'))));
  return new Set([...printed(x, n, wilson(x, n), true), range([x / all, (x + all - n) / all])]);
}
let checked = 0;
const token =
  /Of \d+(?= [^.|]*?(, \d+))|\d+ of (?:the )?\d+|(?:[<>]?\d+% \(\d+\)\|)?(?:\d+–|[<>])?\d+%(?:\|\d+(?=\|))?|\bn (?:= )?\d+|(?<=Answered\|(?:\d+\|)*)\d+(?=\|)/g;
for (const [name, markup] of pages) {
  const $ = load(markup.replace(/<(script|style)\b.*?<\/\1>/gs, ''));
  const chart = /charts\W([\w-]+)\W/.exec(name)?.[1];
  for (const part of $(chart === undefined ? 'figure.fig[id], [data-of]' : 'html').toArray()) {
    const of = $(part).attr('data-of')?.split(' ');
    const texts = of === undefined ? known.get(chart ?? $(part).attr('id') ?? '') : ofAnswers(of);
    const words = $.html(part).replace(/<[^>]*?(?:aria-label|content)="([^"]*)"[^>]*>|<[^>]+>/g, '|$1|');
    const cells = words
      .replace(/[\s|]*\|[\s|]*/g, '|')
      .replace(/&([lg])t;/g, (_, at) => (at === 'l' ? '<' : '>'));
    const plain = cells.replace(/\|0\|(\d+%\|)+100%|(?<=\d),(?=\d{3})/g, '');
    for (const [found, more = ''] of plain.matchAll(token)) {
      const text = `${found}${more}`.replace(/the |= /, '');
      if (!texts?.has(text)) differences.push(`${name}: “${text}”`);
      checked += 1;
    }
  }
}
console.log([`${checked} numbers checked: ${differences.length} differences`, ...differences].join('\n'));
process.exitCode = differences.length === 0 && checked > 0 ? 0 : 1;
