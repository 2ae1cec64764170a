import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { drawingRatio } from '../../../src/charts/canvas/drawingRatio.ts';
import type { DescribedFigure } from '../../../src/words/words.ts';
import { renderSvg } from '../../../src/charts/render.ts';
import { folders } from '../../server/folders.ts';

/** A page that is only its charts, and the script it loads, if it does. */
export interface ChartsPage {
  readonly name: string;
  readonly html: string;
  readonly script: string | null;
  readonly charts: number;
}

/** The style sheets of the site that a drawing leans on: its colours, its type, one drawing at a time. */
const style = ['tokens', 'base', 'figure', 'results']
  .map((name) => readFileSync(join(folders.root, 'src/styles', `${name}.css`), 'utf8'))
  .join('\n')
  .replaceAll(/@import[^;]*;/g, '');

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Charts</title><style>${style}</style></head><body><main>${body}</main></body></html>`;

const plots = (inside: readonly string[]): string =>
  `<div class="findings"><div class="findings__text">${inside.map((plot) => `<figure class="fig">${plot}</figure>`).join('')}</div></div>`;

/** As src/components/charts/Plot.astro has them. */
function bothDrawings(figure: DescribedFigure): string {
  const [wide, narrow] = [renderSvg(figure, 'wide'), renderSvg(figure, 'narrow')];
  return `<div class="fig__plot" data-wide="${drawingRatio(wide).toFixed(4)}" data-narrow="${drawingRatio(narrow).toFixed(4)}">${wide}${narrow}</div>`;
}

/** The same page without a chart: what a browser and the site’s styles cost before anything is drawn. */
export const pageOfNothing = (): ChartsPage => ({
  name: 'no chart',
  html: page('<p>No, But Why?</p>'),
  script: null,
  charts: 0,
});

/** The drawings as the site has them: made at build, both widths, no script. */
export const pageOfDrawings = (figures: readonly DescribedFigure[]): ChartsPage => ({
  name: 'SVG made at build',
  html: page(plots(figures.map(bothDrawings))),
  script: null,
  charts: figures.length,
});

/** The same charts drawn on arrival: their data, our forms and a tree-shaken Chart.js. */
export async function pageDrawnOnArrival(figures: readonly DescribedFigure[]): Promise<ChartsPage> {
  const data = JSON.stringify(figures.map(({ figure }) => figure)).replaceAll('<', '\\u003c');
  const tag = `<script type="application/json" id="figures">${data}</script><script type="module" src="/charts.js"></script>`;
  return {
    name: 'Chart.js at run time',
    html: page(plots(figures.map(() => '<div class="fig__plot"></div>')) + tag),
    script: await bundle('./drawInBrowser.ts'),
    charts: figures.length,
  };
}

/** Chart.js by itself, as small as our charts allow: what drawing at run time costs at the very least. */
export const chartJsAlone = (): Promise<string> => bundle('../../../src/charts/canvas/chartParts.ts');

async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: fileURLToPath(import.meta.resolve(entry)) },
    },
  });
  if (Array.isArray(built) || !('output' in built)) throw new Error('Vite made no bundle.');
  return built.output[0].code;
}
