import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { drawingRatio } from '../../src/charts/canvas/drawingRatio.ts';
import type { DescribedFigure } from '../../src/words/words.ts';
import { renderSvg } from '../../src/charts/render.ts';
import { folders } from '../../scripts/command/folders.ts';
import { bundle } from '../measure/bundle.ts';

/** A page that is only its charts. */
export interface ChartsPage {
  readonly name: string;
  /** By their path; the page itself is “/”. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Drawings that can be seen when it is done. */
  readonly charts: number;
}

/** The style sheets of the site that a drawing leans on: its colours, its type, one drawing at a time. */
const style = ['tokens', 'base', 'figure', 'results']
  .map((name) => readFileSync(join(folders.root, 'src/styles', `${name}.css`), 'utf8'))
  .join('\n')
  .replaceAll(/@import[^;]*;/g, '');

const page = (body: string, styles: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Charts</title><style>${styles}</style></head><body><main>${body}</main></body></html>`;

const ofOurs = (plots: readonly string[], script = ''): string =>
  page(
    `<div class="findings"><div class="findings__text">${plots.map((plot) => `<figure class="fig">${plot}</figure>`).join('')}</div></div>${script}`,
    style,
  );

/** As src/components/charts/Plot.astro has them. */
function bothDrawings(figure: DescribedFigure): string {
  const [wide, narrow] = [renderSvg(figure, 'wide'), renderSvg(figure, 'narrow')];
  return `<div class="fig__plot" data-wide="${drawingRatio(wide).toFixed(4)}" data-narrow="${drawingRatio(narrow).toFixed(4)}">${wide}${narrow}</div>`;
}

/** The same page without a chart: what a browser and the site’s styles cost before anything is drawn. */
export const pageOfNothing = (): ChartsPage => ({
  name: 'no chart, our styles',
  files: new Map([['/', page('<p>No, But Why?</p>', style)]]),
  charts: 0,
});

/** The drawings as the site has them: made at build, both widths, no script. */
export const pageOfDrawings = (figures: readonly DescribedFigure[]): ChartsPage => ({
  name: 'ours: SVG made at build, for both widths',
  files: new Map([['/', ofOurs(figures.map(bothDrawings))]]),
  charts: figures.length,
});

/** The same charts drawn on arrival: their data, our forms and a tree-shaken Chart.js. */
export async function pageDrawnOnArrival(figures: readonly DescribedFigure[]): Promise<ChartsPage> {
  const data = JSON.stringify(figures.map(({ figure }) => figure)).replaceAll('<', '\\u003c');
  const { script, files } = await bundle('charts/drawInBrowser.ts');
  const tag = `<script type="application/json" id="figures">${data}</script><script type="module" src="${script}"></script>`;
  return {
    name: 'ours, drawn by Chart.js in the browser',
    files: new Map([
      ...files,
      [
        '/',
        ofOurs(
          figures.map(() => '<div class="fig__plot"></div>'),
          tag,
        ),
      ],
    ]),
    charts: figures.length,
  };
}

/** A bar of a peer’s chart: a row of our table, and the first share in it, in per cent. */
interface Bar {
  readonly label: string;
  readonly share: number;
}

const barsOf = ({ words }: DescribedFigure): readonly Bar[] =>
  words.table.rows.flatMap(({ label, cells }) => {
    const share = cells.map((cell) => /^(\d+)%/.exec(cell)?.[1]).find((found) => found !== undefined);
    return share === undefined ? [] : [{ label, share: Number(share) }];
  });

const peerStyle = 'body{font:16px system-ui,sans-serif}.plot{width:350px;min-height:200px}';
const ROW = 40;

const drawnByHand = (bars: readonly Bar[]): string => {
  const rows = bars.map(
    ({ label, share }, i) =>
      `<text y="${i * ROW + 14}">${label.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text><rect y="${i * ROW + 18}" width="${share * 3}" height="14" fill="#4682b4"/><text x="${share * 3 + 4}" y="${i * ROW + 30}">${share}%</text>`,
  );
  return `<svg viewBox="0 0 350 ${bars.length * ROW}" font-size="12">${rows.join('')}</svg>`;
};

/** Bars of the same numbers, as each library draws them without further ado: no ranges, one width. */
export async function pagesOfPeers(figures: readonly DescribedFigure[]): Promise<readonly ChartsPage[]> {
  const charts = figures.map(barsOf);
  const plots = (inside: readonly string[]) =>
    inside.map((plot) => `<div class="plot">${plot}</div>`).join('');
  const drawnBy = async (name: string, entry: string): Promise<ChartsPage> => {
    const { script, files } = await bundle(`peers/charts/${entry}`, { charts });
    const body = `${plots(charts.map(() => ''))}<script type="module" src="${script}"></script>`;
    return { name, files: new Map([...files, ['/', page(body, peerStyle)]]), charts: charts.length };
  };
  return [
    {
      name: 'SVG by hand, bars',
      files: new Map([['/', page(plots(charts.map(drawnByHand)), peerStyle)]]),
      charts: charts.length,
    },
    await drawnBy('Chart.js, bars', 'chartJs.js'),
    await drawnBy('Observable Plot, bars', 'plot.js'),
    await drawnBy('ECharts, bars', 'eCharts.js'),
    await drawnBy('Vega-Lite, bars', 'vegaLite.js'),
  ];
}

const weigh = (files: readonly (string | Uint8Array)[]): number =>
  files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0);

/** Bytes on the wire of all that a page loads, compressed, and of its scripts. */
export const bytesOf = ({ files }: ChartsPage): { readonly all: number; readonly scripts: number } => ({
  all: weigh([...files.values()]),
  scripts: weigh([...files].flatMap(([path, file]) => (path.endsWith('.js') ? [file] : []))),
});
