import { globSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
// node scripts/recompute.ts [built site]: a stranger’s check, without the site’s code, of every share and range against the counts in estimates.csv; it ends with 1 where one differs.
const folder = process.argv[2] ?? 'dist';
const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');
const pages = new Map(globSync('**/*.html', { cwd: folder }).map((name) => [name, read(name)]));
const release = /Release “([^”]+)”/.exec([...pages.values()].join())?.[1] ?? 'without a name';
const [header = [], ...rows] = [...read(`data/${release}/estimates.csv`).matchAll(/.+/g)].map(([row]) =>
  [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((at) => at[1] ?? at[2] ?? ''),
);
const lines = rows.map((row) => (name: string) => row[header.indexOf(name)] ?? '');
type Line = (typeof lines)[number];
const key = (line: Line, ...names: readonly string[]): string => names.map((name) => line(name)).join(' ');
const pageOf = (line: Line): string => key(line, 'chart', 'segment_var');
const differences: string[] = [];
const add = (list: readonly Line[], name = 'x', limit?: string): number =>
  list.reduce((sum, one) => sum + Number(one(name)) * (limit === undefined ? 1 : Number(one(limit))), 0);
const wilson = (x: number, n: number, z2 = 1.959963984540054 ** 2): readonly number[] =>
  [-1, 1].map((end) => (x + z2 / 2 + end * Math.sqrt((z2 * x * (n - x)) / n + z2 ** 2 / 4)) / (n + z2));
function percent(x: number, n: number, whole = Math.floor((200 * x + n) / (2 * n))): string {
  if (x % n === 0 && n < 100) return `${x} of ${n}`;
  return whole === 0 && x > 0 ? '<1%' : whole === 100 && x < n ? '>99%' : `${whole}%`;
}
const range = (ends: readonly number[]): string =>
  `${[...new Set(ends.map((end) => Math.round(Number((end * 100).toFixed(10)))))].join('–')}%`;
function printed(x: number, n: number, ends = wilson(x, n), bounds = ''): readonly string[] {
  const [share, between] = [percent(x, n), range(ends)];
  const row = ['', `|${n}`, `|${bounds}`, `|${bounds}|${n}`].map((end) => `${share} (${x})|${between}${end}`);
  const words = [share, between, bounds, `${x} of ${n}`, `Of ${n}, ${x}`, `n ${n}`, `${n}`];
  return [`${share} (${x})`, ...row, `${between}|${n}`, ...words];
}
function ofAnswers([estimate, series, ...codes]: readonly string[]): readonly string[] {
  const own = lines.filter((one) => key(one, 'estimate_id', 'series') === `${estimate} ${series}`);
  const answers = own.filter((one) => one('measure') === 'answer');
  const [x, n] = [add(answers.filter((one) => codes.includes(one('option')))), add(answers)];
  const all = n + add(own.filter((one) => /^(dk|pnts|blank)$/.test(one('option'))));
  return printed(x, n, wilson(x, n), range([x / all, (x + all - n) / all]));
}
function textsOf(line: Line): readonly string[] {
  const own = lines.filter((one) => key(one, 'chart', 'series') === key(line, 'chart', 'series'));
  const answers = own.filter((one) => one('measure') === 'answer');
  const parts = answers.filter((one) => line('parts').split(' ').includes(one('option')));
  const isWhole = line('segment_var') === 'none';
  const n = isWhole ? add(answers) : add([line], 'n_answered');
  if (line('hi') === '')
    return line('bound') === '' ? [] : [`${line('bound') === 'low' ? 5 : n - 5} of ${n}`];
  const x = line('x') === '' ? NaN : add(isWhole ? parts : [line]);
  const ends = x >= 0 ? wilson(x, n) : ['lower', 'upper'].map((end) => add(parts, 'x', end) / n / 100);
  const exact = { n_answered: n, lo: ends[0], hi: ends[1], ...(x >= 0 && { x, share: x / n }) };
  const where = `estimates.csv, ${key(line, 'chart', 'series', 'option', 'segment')}`;
  for (const [name, value = NaN] of Object.entries(exact))
    if (!(Math.abs(Number(line(name)) - value) < 1e-6)) differences.push(`${where}: ${name} is ${value}`);
  const rest = /headline|by_day/.test(line('measure')) ? printed(n - x, n) : [];
  const cut = own.filter((one) => key(one, 'segment_var', 'option') === key(line, 'segment_var', 'option'));
  const shown = cut.filter((one) => one('x') !== '');
  const others = shown.filter((one) => one !== line);
  const sums = [shown, others].flatMap((some) => printed(add(some), add(some, 'n_answered')));
  const whole = isWhole ? ofAnswers(key(line, 'estimate_id', 'series', 'parts').split(' ')) : [];
  return [...printed(x, n, ends), ...whole, ...rest, ...sums];
}
const known = new Map([...Map.groupBy(lines, pageOf)].map(([page, own]) => [page, own.flatMap(textsOf)]));
let checked = 0;
const token =
  /Of \d+(?= [^.|]*?(, \d+))|\d+ of (?:the )?\d+|[<>]?\d+% \(\d+\)(?:\|(?:\d+–)?\d+%(?! \())*(?:\|\d+(?=\|))?|\d+–\d+%(?:\|\d+(?=\|))?|[<>]?\d+%|\bn (?:= )?\d+|(?<=Answered\|(?:\d+\|)*)\d+(?=\|)/g;
for (const [name, markup] of pages) {
  const $ = load(markup.replace(/<(script|style|textarea|pre|code)\b.*?<\/\1>/gs, ''));
  const [, chart, cut = 'none'] = /(?:charts|fragments)[\\/]([\w-]+)[\\/](?:by\W(\w+)\W)?/.exec(name) ?? [];
  for (const part of $(chart === undefined ? '.fig[id], .charts li, [data-of]' : 'html').toArray()) {
    const of = $(part).attr('data-of')?.split(' ');
    const texts = of === undefined ? known.get(`${chart ?? $(part).attr('id') ?? ''} ${cut}`) : ofAnswers(of);
    const words = $.html(part).replace(/<[^>]*?(?:aria-label|content)="([^"]*)"[^>]*>|<[^>]+>/g, '|$1|');
    const text = words.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    const plain = text.replace(/[\s|]*\|[\s|]*/g, '|').replace(/\|0\|(\d+%\|)+|(?<=\d),(?=\d{3})/g, '');
    const found = [...plain.matchAll(token)].map(([one, more = '']) => (one + more).replace(/the |= /, ''));
    differences.push(...found.filter((one) => !texts?.includes(one)).map((one) => `${name}: “${one}”`));
    checked += found.length;
  }
}
console.log([`${checked} numbers checked: ${differences.length} differences`, ...differences].join('\n'));
process.exitCode = differences.length === 0 && checked > 0 ? 0 : 1;
