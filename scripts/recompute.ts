import { globSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { add, key, readLines, type Line } from './recompute/lines.ts';
import { implied, wilson } from './recompute/ranges.ts';
import { printed, range } from './recompute/texts.ts';
// node scripts/recompute.ts [built site]: a stranger’s check, without the site’s code, of every share and range against the counts in estimates.csv; it ends with 1 where one differs.
const folder = process.argv[2] ?? 'dist';
const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');
const pages = new Map(globSync('**/*.html', { cwd: folder }).map((name) => [name, read(name)]));
const release = /Release “([^”]+)”/.exec([...pages.values()].join())?.[1] ?? 'without a name';
const lines = readLines(read(`data/${release}/estimates.csv`));
const pageOf = (line: Line): string => key(line, 'chart', 'segment_var');
const differences: string[] = [];
function ofAnswers([estimate, series, ...codes]: readonly string[]): readonly string[] {
  const own = lines.filter((one) => key(one, 'estimate_id', 'series') === `${estimate} ${series}`);
  const answers = own.filter((one) => one('measure') === 'answer');
  const [x, n] = [add(answers.filter((one) => codes.includes(one('option')))), add(answers)];
  const all = n + add(own.filter((one) => /^(dk|pnts|blank|unseen|unknown)$/.test(one('option'))));
  const bounds = [x, n - x].map((some) => range([some / all, (some + all - n) / all]));
  return [...printed(x, n, wilson(x, n), bounds[0]), ...bounds];
}
function compare(line: Line, exact: Readonly<Record<string, number | undefined>>): void {
  const where = `estimates.csv, ${key(line, 'chart', 'series', 'option', 'segment')}`;
  for (const [name, value = NaN] of Object.entries(exact))
    if (!(Math.abs(Number(line(name)) - value) < 1e-6)) differences.push(`${where}: ${name} is ${value}`);
}
function textsOfBands(line: Line, parts: readonly Line[]): readonly string[] {
  const weighted = lines.filter((one) => one('measure') === 'answer' && one('weight') !== '');
  const isOfPeople = line('measure') === 'implied_share_of_people';
  // Each employer counts once unless it is weighted by people.
  const once = parts.map((one) => (name: string) => (name === 'weight' ? '' : one(name)));
  const { n, effective, means, range: ends } = implied(isOfPeople ? weighted : once);
  const exact = { n_answered: n, lo: ends[0], hi: ends[1], implied_lower: means[0], implied_upper: means[1] };
  compare(line, { ...exact, ...(isOfPeople && { n_effective: effective }) });
  return [range(means), ...printed(NaN, n, ends)];
}
function textsOf(line: Line): readonly string[] {
  const own = lines.filter((one) => key(one, 'chart', 'series') === key(line, 'chart', 'series'));
  const answers = own.filter((one) => one('measure') === 'answer');
  const parts = answers.filter((one) => line('parts').split(' ').includes(one('option')));
  const isWhole = line('segment_var') === 'none';
  const n = isWhole ? add(answers) : add([line], 'n_answered');
  const isFact = line('share') !== '' && line('hi') === '';
  if (line('hi') === '' && !isFact)
    return line('bound') === '' ? [] : [`${line('bound') === 'low' ? 5 : n - 5} of ${n}`];
  if (line('x') === '') return textsOfBands(line, parts);
  const x = add(isWhole ? parts : [line]);
  const ends = wilson(x, n);
  compare(line, { n_answered: n, x, share: x / n, ...(!isFact && { lo: ends[0], hi: ends[1] }) });
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
