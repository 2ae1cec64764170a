import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { PlainError } from '../server/PlainError.ts';
import { figureOf, pictureIds } from '../../src/figures/estimates/figureOf.ts';
import { currentRelease } from '../../src/release/currentRelease.ts';
import { release } from '../../src/release/release.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { describe } from '../../src/words/describe.ts';
import type { DescribedFigure } from '../../src/words/words.ts';
import { folders } from '../server/folders.ts';
import { timeDrawings } from './charts/drawings.ts';
import { chartJsAlone, pageDrawnOnArrival, pageOfDrawings, pageOfNothing } from './charts/pages.ts';
import { visitAll } from './charts/visit.ts';
import { alignedTable } from './alignedTable.ts';

/** A page of charts in the targets of the project. */
const PAGE = 12;

/** What the project promises, each held at the end of a run. */
const TARGET = {
  /** Charts drawn at run time take at least so many times the bytes. */
  timesTheBytes: 2,
  /** Bytes of a chart on the page, both drawings. */
  bytesAChart: 1800,
  /** Milliseconds; what the platform calls a long task: https://www.w3.org/TR/longtasks-1/ */
  task: 50,
  /** Eight times the charts may take at most so many times eight times as long. */
  growth: 1.25,
} as const;

const one = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const two = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const ms = (milliseconds: number): string => `${one.format(milliseconds)} ms`;
const kilobytes = (bytes: number): string => `${two.format(bytes / 1000)} kB`;

/** A promise, what was found, and whether it holds. */
interface Judged {
  readonly promise: string;
  readonly found: string;
  readonly holds: boolean;
}

/** The figure of every chart and then of every cut with its words, from the release that the site shows. */
function currentFigures(): readonly DescribedFigure[] {
  const releases = globSync('*/release.json', { cwd: folders.releases }).map((file) =>
    release.parse(JSON.parse(readFileSync(join(folders.releases, file), 'utf8'))),
  );
  const source = { release: currentRelease(releases), questionnaire, host: 'nobutwhy.example' };
  return pictureIds.map((id) => {
    const figure = figureOf(id, source);
    return { figure, words: describe(figure) };
  });
}

/** Prints what drawing takes; its growth is judged. */
function reportDrawing(): Judged {
  const figures = currentFigures();
  console.log(`Drawing ${figures.length} pictures, processor time …`);
  const { release, svg, file, png, growth } = timeDrawings(figures, [1, 2, 4, 8]);
  console.log(
    alignedTable([
      ['a drawing for a page (SVG)', ms(svg)],
      ['a file that stands alone (SVG)', ms(file)],
      ['a share card (PNG)', ms(png)],
      [`all of a release from cold: ${figures.length} × two drawings, file and card`, ms(release)],
    ]),
  );
  console.log();
  console.log(
    alignedTable([
      ['charts, both drawings', 'ms', 'ms a chart'],
      ...growth.map(({ charts: count, milliseconds }) => [
        String(count),
        one.format(milliseconds),
        two.format(milliseconds / count),
      ]),
    ]),
  );
  const aChart = growth.map(({ charts: count, milliseconds }) => milliseconds / count);
  const grew = (aChart.at(-1) ?? Number.NaN) / (aChart[0] ?? Number.NaN);
  return {
    promise: `a chart among ${growth.at(-1)?.charts ?? 0} takes at most ${TARGET.growth} times one among ${growth[0]?.charts ?? 0}`,
    found: two.format(grew),
    holds: grew <= TARGET.growth,
  };
}

/** Prints what a page of charts costs, drawn at build and drawn on arrival. */
async function reportPages(): Promise<readonly Judged[]> {
  const twelve = currentFigures().slice(0, PAGE);
  console.log(
    `\nA page of ${PAGE} charts on a phone, processor four times slower, medians of visits in turn …`,
  );
  const [none, ours, theirs] = await visitAll([
    pageOfNothing(),
    pageOfDrawings(twelve),
    await pageDrawnOnArrival(twelve),
  ]);
  if (none === undefined || ours === undefined || theirs === undefined)
    throw new Error('Three pages were visited and not measured.');
  console.log(
    alignedTable([
      ['', 'compressed', 'of it JavaScript', 'main thread', 'longest task'],
      ...[none, ours, theirs].map(({ name, bytes, scriptBytes, all, longestTask }) => [
        name,
        kilobytes(bytes),
        kilobytes(scriptBytes),
        ms(all),
        ms(longestTask),
      ]),
    ]),
  );
  const times = theirs.bytes / ours.bytes;
  const aChart = (ours.bytes - none.bytes) / PAGE;
  const alone = brotliCompressSync(await chartJsAlone()).length;
  console.log(
    `Drawn at run time: ${one.format(times)} times the bytes, ${one.format(theirs.all / ours.all)} times the main thread, ${one.format((theirs.all - none.all) / (ours.all - none.all))} times without what an empty page takes.`,
  );
  console.log(
    `Chart.js alone, without a single chart, is ${kilobytes(alone)}: ${one.format(alone / ours.bytes)} times our page.`,
  );
  return [
    {
      promise: `at least ${TARGET.timesTheBytes} times fewer bytes than drawn at run time`,
      found: one.format(times),
      holds: times >= TARGET.timesTheBytes,
    },
    {
      promise: `at most ${kilobytes(TARGET.bytesAChart)} a chart, both drawings`,
      found: kilobytes(aChart),
      holds: aChart <= TARGET.bytesAChart,
    },
    { promise: 'no JavaScript', found: kilobytes(ours.scriptBytes), holds: ours.scriptBytes === 0 },
    {
      promise: `no task over ${TARGET.task} ms`,
      found: ms(ours.longestTask),
      holds: ours.longestTask <= TARGET.task,
    },
  ];
}

/**
 * npm run bench -- charts: the drawings of the build against the same charts drawn at run time by a tree-shaken
 * Chart.js, in one run and one Chromium; and what drawing takes, and how it grows.
 * @throws {PlainError} when a target is missed
 */
export async function charts(args: readonly string[]): Promise<void> {
  if (args.length > 0) throw new PlainError('npm run bench -- charts takes no settings.');
  const judged = [reportDrawing(), ...(await reportPages())];
  console.log();
  console.log(
    alignedTable([
      ['target', 'found', 'so it is'],
      ...judged.map(({ promise, found, holds }) => [promise, found, holds ? 'met' : 'missed']),
    ]),
  );
  const missed = judged.filter(({ holds }) => !holds).map(({ promise, found }) => `${promise} (${found})`);
  if (missed.length > 0) throw new PlainError(`Missed: ${missed.join('; ')}.`);
}
