import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from '../scripts/command/folders.ts';
import { figureOf, pictureIds } from '../src/figures/estimates/figureOf.ts';
import { currentRelease } from '../src/release/currentRelease.ts';
import { release } from '../src/release/release.ts';
import { questionnaire } from '../src/survey/questionnaire.ts';
import { describe } from '../src/words/describe.ts';
import type { DescribedFigure } from '../src/words/words.ts';
import { timeDrawings } from './charts/drawings.ts';
import { bytesOf, pageDrawnOnArrival, pageOfDrawings, pageOfNothing, pagesOfPeers } from './charts/pages.ts';
import { visitAll } from './charts/visit.ts';
import { median, print, told, withRange } from './measure/rounds.ts';
import type { Found, Section } from './page/section.ts';

/** A page of charts in the targets of the project. */
const PAGE = 12;

/** What the project promises. */
const TARGET = {
  /** The same charts drawn at run time take at least so many times the bytes. */
  timesTheBytes: 2,
  /** Bytes of a chart on the page, both drawings. */
  bytesAChart: 1800,
  /** Milliseconds more than the longest task of the same page without a chart, which is one by itself on a slow processor. */
  task: 50,
  /** Eight times the charts may take at most so many times eight times as long. */
  growth: 1.25,
} as const;

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

/** What drawing takes, and how it grows. */
function drawing(figures: readonly DescribedFigure[]): Pick<Found, 'tables' | 'targets'> {
  console.log(`  drawing ${figures.length} pictures, processor time`);
  const { release: whole, svg, file, png, growth } = timeDrawings(figures, [1, 2, 4, 8]);
  const aChart = growth.map(({ charts: count, milliseconds }) => milliseconds / count);
  const grew = (aChart.at(-1) ?? Number.NaN) / (aChart[0] ?? Number.NaN);
  return {
    tables: [
      [
        ['Drawing, processor time', 'ms'],
        ['a drawing for a page (SVG)', print.ratio(svg)],
        ['a file that stands alone (SVG)', print.ratio(file)],
        ['a share card (PNG)', print.ratio(png)],
        [
          `all of a release from cold: ${figures.length} times two drawings, file and card`,
          print.whole(whole),
        ],
        ...growth.map(({ charts: count }, i) => [
          `one of ${count} charts, both drawings`,
          print.ratio(aChart[i] ?? Number.NaN),
        ]),
      ],
    ],
    targets: [
      {
        promise: `a chart among ${growth.at(-1)?.charts ?? 0} takes at most ${TARGET.growth} times one among ${growth[0]?.charts ?? 0}`,
        found: print.ratio(grew),
        holds: grew <= TARGET.growth,
      },
    ],
  };
}

async function onAPage(
  figures: readonly DescribedFigure[],
  rounds: number,
): Promise<Pick<Found, 'tables' | 'targets'>> {
  const [nothing, drawn, onArrival] = [
    pageOfNothing(),
    pageOfDrawings(figures),
    await pageDrawnOnArrival(figures),
  ];
  const pages = [nothing, drawn, onArrival, ...(await pagesOfPeers(figures))];
  const visits = await visitAll(rounds, pages);
  const longest = (name: string) => (visits.get(name) ?? []).map(({ longestTask }) => longestTask);
  const times = bytesOf(onArrival).all / bytesOf(drawn).all;
  const aChart = (bytesOf(drawn).all - bytesOf(nothing).all) / figures.length;
  const task = median(longest(drawn.name)) - median(longest(nothing.name));
  return {
    tables: [
      [
        [`A page of ${figures.length} charts`, 'kB', 'of it JavaScript', 'main thread ms', 'longest task ms'],
        ...pages.map((page) => [
          page.name,
          print.kilobytes(bytesOf(page).all),
          print.kilobytes(bytesOf(page).scripts),
          withRange((visits.get(page.name) ?? []).map(({ all }) => all)),
          withRange(longest(page.name)),
        ]),
      ],
    ],
    targets: [
      {
        promise: `at least ${TARGET.timesTheBytes} times fewer bytes than the same charts drawn in the browser`,
        found: print.ratio(times),
        holds: times >= TARGET.timesTheBytes,
      },
      {
        promise: `at most ${print.kilobytes(TARGET.bytesAChart)} kB a chart, both drawings`,
        found: `${print.kilobytes(aChart)} kB`,
        holds: aChart <= TARGET.bytesAChart,
      },
      {
        promise: `${PAGE} charts make the longest task at most ${TARGET.task} ms longer`,
        found: `${print.whole(task)} ms`,
        holds: task <= TARGET.task,
      },
    ],
  };
}

async function measure(quick: boolean): Promise<Found> {
  const rounds = quick ? 1 : 5;
  const figures = currentFigures();
  // First: its cold time is of what nobody has drawn yet.
  const drawn = drawing(quick ? figures.slice(0, PAGE) : figures);
  const shown = await onAPage(figures.slice(0, PAGE), rounds);
  return {
    rounds: told(rounds),
    tables: [...shown.tables, ...drawn.tables],
    targets: [...shown.targets, ...drawn.targets],
  };
}

export const charts: Section = {
  title: 'Twelve charts on a page',
  about: `Our charts as the site has them, the same drawn in the browser by a tree-shaken Chart.js, and bars of the same numbers by other
libraries as they draw them without further ado: without ranges, in one width, with what labels they fit. kB are all bytes on the wire, brotli. Main thread and
longest task are the thread’s own time in a real Chromium with a processor four times slower.`,
  minutes: 3,
  measure,
};
