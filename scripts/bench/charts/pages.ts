import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Figure } from '../../../src/charts/figure.ts';
import { renderSvg } from '../../../src/charts/render.ts';
import { light } from '../../../src/charts/theme.ts';

/** A page that is only its charts, and the script it loads, if it does. */
export interface ChartsPage {
  readonly name: string;
  readonly html: string;
  readonly script: string | null;
}

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Charts</title>${head}</head><body><main>${body}</main></body></html>`;

/** The few rules that the drawings of the site lean on: its colours, and one drawing at a time. */
const style = `<style>:root{${Object.entries(light)
  .map(([name, colour]) => `--${name}:${colour}`)
  .join(
    ';',
  )};--sans:Arial,sans-serif;--serif:Georgia,serif}svg{width:100%;height:auto}.n{display:none}@media(max-width:640px){.w{display:none}.n{display:block}}</style>`;

/** The drawings as the site has them: made at build, both widths, no script. */
export function pageOfDrawings(figures: readonly Figure[]): ChartsPage {
  const drawings = figures.map((figure) => renderSvg(figure, 'wide') + renderSvg(figure, 'narrow'));
  return { name: 'SVG made at build', html: page(style, drawings.join('')), script: null };
}

/** The same charts drawn on arrival: their data, our forms and a tree-shaken Chart.js. */
export async function pageDrawnOnArrival(figures: readonly Figure[]): Promise<ChartsPage> {
  const data = JSON.stringify(figures).replaceAll('<', '\\u003c');
  const tag = `<script type="application/json" id="figures">${data}</script><script type="module" src="/charts.js"></script>`;
  return { name: 'Chart.js at run time', html: page(tag, ''), script: await bundle('./drawInBrowser.ts') };
}

/** Chart.js by itself, as small as our charts allow: what drawing at run time costs at the very least. */
export const chartJsAlone = (): Promise<string> => bundle('./chartParts.ts');

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
