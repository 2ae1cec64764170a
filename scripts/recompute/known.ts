import { baseOf, counted, hiddenSums, impossible } from './counts.ts';
import { add, key, type Line } from './lines.ts';
import { impliedBy, wilson } from './ranges.ts';
import { fewOf, printed, range } from './texts.ts';

const ownKey = (line: Line): string => key(line, 'estimate_id', 'series');
const pageOf = (line: Line): string => key(line, 'chart', 'segment_var');
const isOfWhole = (line: Line): boolean => line('segment_var') === 'none';

/** Every text that pages may print of these lines, by page or by answers, and where the lines contradict each other. */
export function knownFrom(lines: readonly Line[]) {
  const series = Map.groupBy(lines, ownKey);
  const wholes = new Map([...series].map(([name, own]) => [name, own.filter(isOfWhole)]));
  const differences = [...wholes.values()].flatMap((own) =>
    impossible(own).map(
      (line) => `estimates.csv, ${ownKey(line)} ${line('option')}: hidden answers cannot make it`,
    ),
  );
  function compare(line: Line, exact: Readonly<Record<string, number | undefined>>): void {
    const where = `estimates.csv, ${key(line, 'chart', 'series', 'option', 'segment')}`;
    for (const [name, value = NaN] of Object.entries(exact))
      if (!(Math.abs(Number(line(name)) - value) < 1e-6)) differences.push(`${where}: ${name} is ${value}`);
  }
  function ofAnswers([estimate, name, ...codes]: readonly string[]): readonly string[] {
    const whole = wholes.get(`${estimate} ${name}`) ?? [];
    const [x, n] = [counted(whole, codes), baseOf(whole)];
    // Fewer than ten who did not answer may be nine.
    const unsaid = whole.filter((one) => one('measure') === 'not_in_base');
    const all = n + unsaid.reduce((sum, one) => sum + Number(one('x') || 9), 0);
    const bounds = [x, n - x].map((some) => range([some / all, (some + all - n) / all]));
    return [...printed(x, n, wilson(x, n), bounds[0]), ...bounds];
  }
  function textsOfBands(line: Line): readonly string[] {
    const { n, effective, means, range: ends, isOfPeople } = impliedBy(line, [...wholes.values()]);
    const exact = {
      n_answered: n,
      lo: ends[0],
      hi: ends[1],
      implied_lower: means[0],
      implied_upper: means[1],
    };
    compare(line, { ...exact, ...(isOfPeople && { n_effective: effective }) });
    return [range(means), ...printed(NaN, n, ends)];
  }
  function textsOf(line: Line): readonly string[] {
    const [own, whole] = [series.get(ownKey(line)) ?? [], wholes.get(ownKey(line)) ?? []];
    const isWhole = isOfWhole(line);
    const n = isWhole ? baseOf(whole) : add([line], 'n_answered');
    const isFact = line('share') !== '' && line('hi') === '';
    if (line('hi') === '' && !isFact) {
      const few = fewOf(line, n);
      // Hidden answers side by side are drawn as one, where their sum is known.
      const together = isWhole && line('n_answered') !== '' ? hiddenSums(whole) : [];
      return [...few, ...together.flatMap((x) => printed(x, n))];
    }
    if (line('x') === '') return textsOfBands(line);
    const isSum = isWhole && line('measure') !== 'not_in_base';
    const x = isSum ? counted(whole, line('parts').split(' ')) : add([line]);
    const ends = wilson(x, n);
    compare(line, { n_answered: n, x, share: x / n, ...(!isFact && { lo: ends[0], hi: ends[1] }) });
    const rest = /headline|by_day/.test(line('measure')) ? printed(n - x, n) : [];
    const cut = own.filter((one) => key(one, 'segment_var', 'option') === key(line, 'segment_var', 'option'));
    const shown = cut.filter((one) => one('x') !== '');
    const others = shown.filter((one) => one !== line);
    const sums = [shown, others].flatMap((some) => printed(add(some), add(some, 'n_answered')));
    const words = isWhole ? ofAnswers(key(line, 'estimate_id', 'series', 'parts').split(' ')) : [];
    return [...printed(x, n, ends), ...words, ...rest, ...sums];
  }
  const pages = new Map([...Map.groupBy(lines, pageOf)].map(([page, own]) => [page, own.flatMap(textsOf)]));
  /** The headline of everybody may be the title of a cut, and has its range and bounds in the pictures and posts of it. */
  const titles = Map.groupBy(
    lines.filter((one) => isOfWhole(one) && one('measure') === 'headline' && one('x') !== ''),
    (one) => one('chart'),
  );
  const ofPage = (chart: string, cut: string): readonly string[] => [
    ...(pages.get(`${chart} ${cut}`) ?? []),
    ...(titles.get(chart) ?? []).flatMap(textsOf),
  ];
  return { ofAnswers, ofPage, differences };
}
