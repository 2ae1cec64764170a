import { brotliCompressSync } from 'node:zlib';
import { PlainError } from '../server/PlainError.ts';
import { currentFigures } from './charts/currentFigures.ts';
import { timeDrawings } from './charts/drawings.ts';
import { chartJsAlone, pageDrawnOnArrival, pageOfDrawings } from './charts/pages.ts';
import { visitAll } from './charts/visit.ts';
import { alignedTable } from './alignedTable.ts';

/** A page of charts in the targets of the project. */
const PAGE = 12;

/** Fewer bytes than charts drawn at run time, at least so many times. */
const TIMES_FEWER_BYTES = 2;

/** Four times the charts may take at most so many times as long as four times the time. */
const LINEAR = 1.25;

const one = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const kilobytes = (bytes: number): string => `${one.format(bytes / 1000)} kB`;

/**
 * npm run bench -- charts: the drawings of the build against the same charts drawn at run time by a tree-shaken
 * Chart.js, in one run and one Chromium; and what drawing takes, and how it grows.
 * @throws {PlainError} when a target is missed
 */
export async function charts(args: readonly string[]): Promise<void> {
  if (args.length > 0) throw new PlainError('npm run bench -- charts takes no settings.');
  const figures = currentFigures();

  console.log(`Drawing ${figures.length} charts, warm, medians …`);
  const { svg, png, all, growth } = timeDrawings(figures, [1, 2, 4, 8]);
  console.log(`  one drawing as SVG ${one.format(svg)} ms, one share card as PNG ${one.format(png)} ms`);
  console.log(
    `  every picture of a release (${figures.length} charts: both drawings, card, file) ${one.format(all / 1000)} s`,
  );
  console.log(
    alignedTable([
      ['  charts, both drawings', 'ms', 'ms a chart'],
      ...growth.map(({ charts: count, milliseconds }) => [
        `  ${count}`,
        one.format(milliseconds),
        one.format(milliseconds / count),
      ]),
    ]),
  );

  const twelve = figures.slice(0, PAGE);
  console.log(
    `\nA page of ${PAGE} charts on a phone, processor four times slower, medians of visits in turn …`,
  );
  const costs = await visitAll([pageOfDrawings(twelve), await pageDrawnOnArrival(twelve)], PAGE);
  console.log(
    alignedTable([
      ['', 'compressed', 'of it JavaScript', 'main thread', 'in scripts', 'longest task'],
      ...costs.map(({ name, bytes, scriptBytes, thread, script, longTask }) => [
        name,
        kilobytes(bytes),
        kilobytes(scriptBytes),
        `${one.format(thread)} ms`,
        `${one.format(script)} ms`,
        longTask === 0 ? 'none over 50 ms' : `${one.format(longTask)} ms`,
      ]),
    ]),
  );
  const [ours, theirs] = costs;
  if (ours === undefined || theirs === undefined) throw new Error('Two pages were visited and not measured.');
  const fewer = theirs.bytes / ours.bytes;
  console.log(
    `Drawn at run time takes ${one.format(fewer)} times the bytes and ${one.format(theirs.thread / ours.thread)} times the main thread.`,
  );

  const alone = brotliCompressSync(await chartJsAlone()).length;
  console.log(
    `Chart.js alone, without a single chart, is ${kilobytes(alone)}: ${one.format(alone / ours.bytes)} times our page.`,
  );

  const [first, last] = [growth[0], growth.at(-1)];
  const grew =
    first === undefined || last === undefined
      ? Number.NaN
      : last.milliseconds / last.charts / (first.milliseconds / first.charts);
  const missed = [
    fewer >= TIMES_FEWER_BYTES ||
      `the page has ${one.format(fewer)} times fewer bytes, not ${TIMES_FEWER_BYTES}`,
    ours.longTask === 0 || `the page of drawings has a task of ${one.format(ours.longTask)} ms`,
    grew <= LINEAR ||
      `a chart among ${last?.charts ?? 0} takes ${one.format(grew)} times as long as among ${first?.charts ?? 0}`,
  ].filter((sentence) => sentence !== true);
  if (missed.length > 0) throw new PlainError(`Missed: ${missed.join('; ')}.`);
}
