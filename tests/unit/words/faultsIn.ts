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
  'in ten of': /in ten of/i,
  'a verb in the singular':
    /^[^:;]*\b(seekers|employers|people|applicants|interviewees) (was|is|has|does|gets|says)\b/i,
  'a number of no form': /\d{4}|NaN|undefined|null|Infinity/,
  jargon: /in the groups shown|cannot be told apart|significant|margin|n =/i,
  'an end': /[.,;:]$/,
};

const number = (text = ''): number => Number(text.replaceAll(',', ''));

/** What a title says of a share: a percentage, a fraction or a tenth. */
function shareSaid(title: string): number | undefined {
  // “Of employers, 53% say …” as well as “53% of employers say …”.
  const isOf = /^of [^,]+, /i.test(title);
  const percent = (
    isOf ? /, (less than |more than )?(\d+)% / : /(?:^|, )(less than |more than )?(\d+)% of /i
  ).exec(title);
  if (percent !== null) return Number(percent[2]) / 100;
  return Object.entries(words).find(([word]) =>
    new RegExp(`(?:^|, )${isOf ? word.replace(/ of$/, '') : word} `, 'i').test(title),
  )?.[1];
}

const counts = (title: string) =>
  [...title.matchAll(/([\d,]+) of ([\d,]+)/g)].map(([, x, n]) => number(x) / number(n));

const isNear = (said: number, is: number): boolean => Math.abs(said - is) <= 0.02 + 1e-9;

function falseIn(title: string): readonly string[] {
  const inRange = falseInRange(title);
  if (inRange !== undefined) return inRange;
  const [first, second] = counts(title);
  const against =
    /: (?:less than |more than )?(\d+)% \(.*\) against (?:less than |more than )?(\d+)% \(/.exec(title);
  if (against !== null) {
    if (first === undefined || second === undefined) return ['a difference without its counts'];
    const [one, other] = [Number(against[1]) / 100, Number(against[2]) / 100];
    const fewer = /^(of [^,]+, )?fewer /i.test(title);
    return [
      ...(isNear(one, first) && isNear(other, second) ? [] : ['a share that is not its counts']),
      ...(isNear(one - other, first - second) ? [] : ['a difference off by more than 2 points']),
      ...(fewer === first < second ? [] : ['the higher is not the higher']),
    ];
  }
  if (/^(more|fewer) than half of /i.test(title) || /, (more|fewer) than half of /i.test(title))
    return first !== undefined && first > 0.5 === /more than half/i.test(title)
      ? []
      : ['the wrong side of half'];
  const said = shareSaid(title);
  if (said === undefined) return [];
  if (first === undefined) return ['a share without its counts'];
  return isNear(said, first) ? [] : [`a share off by more than 2 points: ${said} for ${first}`];
}

/** “In every field, 43% to 51% of … (from 46 of 107 to 56 of 109)”: both ends are the nearest whole percent of their counts. */
const RANGE =
  /, ((?:less|more) than \d+|\d+)%(?: to ((?:less|more) than \d+|\d+)%)? of .* \(from ([\d,]+) of ([\d,]+) to ([\d,]+) of ([\d,]+)\)$/;

function falseInRange(title: string): readonly string[] | undefined {
  if (!/^(In|At) every |^However many /.test(title) || title.includes(' against ')) return undefined;
  const found = RANGE.exec(title);
  if (found === null) return ['a range without the counts of its ends'];
  const [, least = '', most = least, ...ends] = found;
  const [x = 0, n = 0, otherX = 0, otherN = 0] = ends.map(number);
  const isSaid = (percent: string, share: number) => {
    if (percent === 'less than 1') return share < 0.01;
    if (percent === 'more than 99') return share > 0.99;
    return Math.abs(number(percent) - 100 * share) <= 0.5 + 1e-9;
  };
  return [
    ...(isSaid(least, x / n) && isSaid(most, otherX / otherN) ? [] : ['a range that is not its counts']),
    ...(x / n <= otherX / otherN ? [] : ['a range the wrong way round']),
    ...(Math.min(n, otherN) >= 30 && Math.min(x, otherX, n - x, otherN - otherX) >= 10
      ? []
      : ['a range on a few people']),
  ];
}

/** Everything that is wrong with a title; nothing where all is well. */
export function faultsIn(title: string): readonly string[] {
  const open = title.split('(').length;
  const closed = title.split(')').length;
  const [before = ''] = title.split(' (');
  return [
    ...Object.entries(badEnglish).flatMap(([name, pattern]) => (pattern.test(title) ? [name] : [])),
    ...(open === closed ? [] : ['a bracket that does not close']),
    ...(before.length <= 90 ? [] : ['more than 90 letters before the bracket']),
    ...(title.split(/more than|fewer than| than /i).length <= 2 || /than half|than 1%|than 99%/.test(title)
      ? []
      : ['two comparisons']),
    ...falseIn(title),
  ];
}
