import { globSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { knownFrom } from './recompute/known.ts';
import { readLines } from './recompute/lines.ts';
import { numbersIn } from './recompute/texts.ts';

/**
 * node scripts/recompute.ts [built site]: a stranger’s check, without the site’s code, of every share and range against the counts
 * in estimates.csv; it ends with 1 where one differs.
 */

const folder = process.argv[2] ?? 'dist';
const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');
const pages = new Map(globSync('**/*.html', { cwd: folder }).map((name) => [name, read(name)]));
const release = /Release “([^”]+)”/.exec([...pages.values()].join())?.[1];
if (release === undefined) {
  console.error(`There is no site with a release in ${folder}: build one, or name the folder that it is in.`);
  process.exit(1);
}
const known = knownFrom(readLines(read(`data/${release}/estimates.csv`)));
const { differences } = known;
let checked = 0;
for (const [name, markup] of pages) {
  const $ = load(markup.replace(/<(script|style|textarea|pre|code)\b.*?<\/\1>/gs, ''));
  const [, chart, cut = 'none'] = /(?:charts|fragments)[\\/]([\w-]+)[\\/](?:by\W(\w+)\W)?/.exec(name) ?? [];
  for (const part of $(chart === undefined ? '.fig[id], .charts li, [data-of]' : 'html').toArray()) {
    const of = $(part).attr('data-of')?.split(' ');
    const texts =
      of === undefined ? known.ofPage(chart ?? $(part).attr('id') ?? '', cut) : known.ofAnswers(of);
    const found = numbersIn($.html(part));
    differences.push(...found.filter((one) => !texts.includes(one)).map((one) => `${name}: “${one}”`));
    checked += found.length;
  }
}
console.log([`${checked} numbers checked: ${differences.length} differences`, ...differences].join('\n'));
process.exitCode = differences.length === 0 && checked > 0 ? 0 : 1;
