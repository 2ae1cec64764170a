import { bandsOf } from './counts.ts';
import { key, type Line } from './lines.ts';

/** Wilson’s score interval. */
export const wilson = (x: number, n: number, z2 = 1.959963984540054 ** 2): readonly number[] =>
  [-1, 1].map((end) => (x + z2 / 2 + end * Math.sqrt((z2 * x * (n - x)) / n + z2 ** 2 / 4)) / (n + z2));

/** The normal distribution function, by its series around 0. */
const phi = (z: number): number => {
  let [term, sum] = [z, z];
  for (let k = 3; Math.abs(term) > 1e-17; k += 2) sum += term *= (z * z) / k;
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
};
/** What weighted bands imply, its range after Imbens and Manski with Wilson’s ends, and Kish’s effective number. */
function implied(bands: readonly Line[]) {
  const weights = bands.map((one) => Number(one('weight') || 1));
  const sum = (of: (weight: number, one: Line) => number): number =>
    bands.reduce((all, one, i) => all + Number(one('x')) * of(weights[i] ?? NaN, one), 0);
  const [n, all, effective] = [sum(() => 1), sum((w) => w), sum((w) => w) ** 2 / sum((w) => w * w)];
  const ends = ['lower', 'upper'].map((end) => {
    const mean = sum((w, one) => (w * Number(one(end))) / 100) / all;
    const squares = sum((w, one) => (w * (Number(one(end)) / 100 - mean)) ** 2);
    return { mean, error: Math.sqrt((squares * n) / (n - 1)) / all };
  });
  const means = ends.map(({ mean }) => mean);
  const apart = ((means[1] ?? NaN) - (means[0] ?? NaN)) / Math.max(...ends.map(({ error }) => error));
  let [low, high] = [1.6, 2];
  for (let step = 0; step < 60; step += 1) {
    const c = (low + high) / 2;
    if (phi(Math.min(c + apart, 9)) - phi(-c) < 0.95) low = c;
    else high = c;
  }
  const range = ends.map(({ mean, error }, i) => {
    const like = error === 0 ? effective : (mean * (1 - mean)) / error ** 2;
    return wilson(mean * like, like, low ** 2)[i] ?? NaN;
  });
  return { n, effective, means, range };
}

/** What the bands of a line’s own series imply, each employer counted once; or those of all series with a weight. */
export function impliedBy(line: Line, series: readonly (readonly Line[])[]) {
  const isOfPeople = line('measure') === 'implied_share_of_people';
  const weighted = series.filter(([one]) => one?.('weight') !== '').flatMap(bandsOf);
  const own = series.filter(
    ([one]) => one && key(one, 'estimate_id', 'series') === key(line, 'estimate_id', 'series'),
  );
  const once = own.flatMap(bandsOf).map((one) => (name: string) => (name === 'weight' ? '' : one(name)));
  return { isOfPeople, ...implied(isOfPeople ? weighted : once) };
}
