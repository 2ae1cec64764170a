/** A stranger’s reading of a title, without the site’s code: what is wrong with it, in words. */

const words: Readonly<Record<string, number>> = {
  'a quarter of': 1 / 4,
  'a third of': 1 / 3,
  'half of': 1 / 2,
  'two thirds of': 2 / 3,
  'three quarters of': 3 / 4,
  ...Object.fromEntries(
    ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map((word, i) => [
      `${word} in ten`,
      (i + 1) / 10,
    ]),
  ),
};

const badEnglish: Readonly<Record<string, RegExp>> = {
  'two spaces': / {2}/,
  'a space in a wrong place': / [,.;:)]|\( |^ | $/,
  'a small letter at the start': /^[a-z]/,
  'a doubled word': /\b([a-z]+) \1\b/i,
  'a symbol': /[<>≥≤±=+|&−“”]/,
  'a sign that is not closed up': /\d %/,
  'one of several': /\b1 (people|job seekers|employers|applicants|interviewees)\b/i,
  'an article before a number': /\ba \d/i,
  'a part of nothing': /\b(a|of|than|in) (of(?! the )|than|\()/i,
  'in ten of people': /in ten of (?!the )/i,
  'a tenth of the whole of some': /in ten the /i,
  'a verb in the singular':
    /^[^:;]*\b(seekers|employers|people|applicants|interviewees|rejections) (was|is|has|does|gets|says|comes)\b/i,
  'every one of a few pooled groups': /\bin every (field|region)\b/i,
  'a number of no form': /(?<!as of )\d{4}|NaN|undefined|null|Infinity/,
  jargon: /in the groups shown|cannot be told apart|significant|margin|n =/i,
  'all employers or job seekers, where some answered (protocol 2.9)':
    /(% of|(third|quarter|half|thirds|quarters) of|in ten) (all )?(candidates|applicants|employers|job ?seekers)\b/i,
  'an end': /[.,;:]$/,
};

const number = (text = ''): number => Number(text.replaceAll(',', ''));

/** “Of people told no, 43% heard why”, whose people are named before the share alone. */
const NAMED = /^of (?!the )[^();%]+, (less than |more than )?(\d+)% (?!of )/i;

/** What a title says of a share: a percentage, a fraction or a tenth. */
function shareSaid(title: string): number | undefined {
  const percent = /(?:^|, )(less than |more than )?(\d+)% of /i.exec(title) ?? NAMED.exec(title);
  if (percent !== null) return Number(percent[2]) / 100;
  return Object.entries(words).find(([word]) =>
    new RegExp(`(?:^|, )${word} |^of [^,]+, ${word.replace(/ of$/, '')} `, 'i').test(title),
  )?.[1];
}

const counts = (title: string) =>
  [...title.matchAll(/([\d,]+) of ([\d,]+)/g)].map(([, x, n]) => number(x) / number(n));

const isNear = (said: number, is: number): boolean => Math.abs(said - is) <= 0.02 + 1e-9;

/** Whether a whole percent is the nearest to a share. */
function isNearest(percent: string, share: number): boolean {
  if (/^less than 1$/i.test(percent)) return share < 0.01;
  if (/^more than 99$/i.test(percent)) return share > 0.99;
  return Math.abs(number(percent) - 100 * share) <= 0.5 + 1e-9;
}

const isOnFew = (...pairs: readonly (readonly [x: number, n: number])[]): boolean =>
  pairs.some(([x, n]) => n < 30 || x < 10 || n - x < 10);

function falseIn(title: string): readonly string[] {
  const inTwo = falseInParts(title) ?? falseInRange(title) ?? falseInDifference(title);
  if (inTwo !== undefined) return inTwo;
  const [first] = counts(title);
  if (/^(more|fewer) than half of /i.test(title) || /, (more|fewer) than half of /i.test(title))
    return first !== undefined && first > 0.5 === /more than half/i.test(title)
      ? []
      : ['the wrong side of half'];
  const said = shareSaid(title);
  if (said === undefined) return [];
  if (first === undefined) return ['a share without its counts'];
  return isNear(said, first) ? [] : [`a share off by more than 2 points: ${said} for ${first}`];
}

/** “By field of work, 43% to 51% of … (lowest 46 of 107, highest 56 of 109)”: both ends are the nearest whole percent of their counts. */
const RANGE =
  /, ((?:less|more) than \d+|\d+)%(?: to ((?:less|more) than \d+|\d+)%)? of .* \(lowest ([\d,]+) of ([\d,]+), highest ([\d,]+) of ([\d,]+)(?: [a-z, ]+)?\)$/;

function falseInRange(title: string): readonly string[] | undefined {
  if (!/^(By [a-z ]+), /.test(title)) return undefined;
  const found = RANGE.exec(title);
  if (found === null) return ['a range without the counts of its ends'];
  const [, least = '', most = least, ...ends] = found;
  const [x = 0, n = 0, otherX = 0, otherN = 0] = ends.map(number);
  return [
    ...(isNearest(least, x / n) && isNearest(most, otherX / otherN)
      ? []
      : ['a range that is not its counts']),
    ...(x / n <= otherX / otherN ? [] : ['a range the wrong way round']),
    ...(isOnFew([x, n], [otherX, otherN]) ? ['a range on a few people'] : []),
  ];
}

/** “Of the people here, 39% were told and 11% asked (157 and 44 of 400)”. */
const PARTS =
  /^Of the [^();%]+, ((?:less|more) than \d+|\d+)% [^();%]+ and ((?:less|more) than \d+|\d+)% [^();%]+ \(([\d,]+) and ([\d,]+) of ([\d,]+)[^();]*\)$/;

function falseInParts(title: string): readonly string[] | undefined {
  if (!/^Of the [^();%]+, /.test(title)) return undefined;
  const found = PARTS.exec(title);
  if (found === null) return ['two parts without their counts'];
  const [, one = '', other = '', ...counted] = found;
  const [x = 0, y = 0, n = 0] = counted.map(number);
  return [
    ...(isNearest(one, x / n) && isNearest(other, y / n) ? [] : ['a part that is not its counts']),
    ...(x + y <= n ? [] : ['parts of more than all']),
    ...(isOnFew([x, n], [y, n]) ? ['a part on a few people'] : []),
  ];
}

/** “After a test, 43% of … (46 of 107); otherwise, 30% (30 of 100)”, or “Of people told no, 43% … (46 of 107); of those …”; of what people say, that the others “say the same”. */
const DIFFERENCE =
  /^(?:([^();]+), )?((?:less|more) than \d+|\d+)% ([^();]+) \(([\d,]+) of ([\d,]+)[^();]*\); ([^();]+), ((?:less|more) than \d+|\d+)%( say the same)? \(([\d,]+) of ([\d,]+)[^();]*\)$/;

function falseInDifference(title: string): readonly string[] | undefined {
  if (!title.includes('); ') || /\); shown by [a-z ]+(, (some )?as of \d{4}-\d\d)?$/.test(title))
    return undefined;
  const found = DIFFERENCE.exec(title);
  if (found === null) return ['a second clause that is no group'];
  const [, lead = '', one = '', whom = '', x, n, otherLead = '', other = '', same, otherX, otherN] = found;
  const pairs = [
    [number(x), number(n)],
    [number(otherX), number(otherN)],
  ] as const;
  const [first, second] = pairs.map(([k, of]) => k / of) as [number, number];
  const said = number(one.replace(/\D/g, '')) / 100 - number(other.replace(/\D/g, '')) / 100;
  return [
    ...(/^of /i.test(lead) === whom.startsWith('of ') ? ['people who are named twice, or never'] : []),
    ...((whom.includes(' say ') && /^of /i.test(otherLead)) === (same !== undefined)
      ? []
      : ['others who say what?']),
    ...(isNearest(one, first) && isNearest(other, second) ? [] : ['a share that is not its counts']),
    ...(isNear(said, first - second) ? [] : ['a difference off by more than 2 points']),
    ...(one === other || lead.toLowerCase() === otherLead ? ['a difference that is none'] : []),
    ...(isOnFew(...pairs) ? ['a difference on a few people'] : []),
  ];
}

/** Everything that is wrong with a title; nothing where all is well. */
export function faultsIn(title: string): readonly string[] {
  const open = title.split('(').length;
  const closed = title.split(')').length;
  const [before = ''] = title.split(' (');
  const compared = title.replace(/\b(more|fewer|less) than (half|1%|99%|\d+ hours)/gi, '');
  return [
    ...Object.entries(badEnglish).flatMap(([name, pattern]) => (pattern.test(title) ? [name] : [])),
    ...(open === closed ? [] : ['a bracket that does not close']),
    ...(before.length <= 90 ? [] : ['more than 90 letters before the bracket']),
    ...(title.length <= 200 ? [] : ['more than 200 letters in all']),
    ...(compared.split(/\bthan\b/).length > 2 || compared.split('; ').length > 2 ? ['two comparisons'] : []),
    ...falseIn(title),
  ];
}
