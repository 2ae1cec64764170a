import { describe } from '../../src/words/describe.ts';
import { draw } from '../../src/charts/draw.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { narrow, wide } from '../../src/charts/canvas/size.ts';
import { light } from '../../src/charts/canvas/theme.ts';
import { Chart } from '../../src/charts/canvas/chartParts.ts';

/**
 * The peer: the very charts of the build, drawn on arrival from the same configs. It runs in the browser, and knows one
 * theme and one width where the build knows all.
 */
const ruler = document.createElement('canvas').getContext('2d');
if (ruler === null) throw new Error('This browser has no canvas.');
const pen = {
  size: matchMedia('(max-width: 640px)').matches ? narrow : wide,
  colour: light,
  measure: (text: string, font: string): number => {
    ruler.font = font;
    return ruler.measureText(text).width;
  },
};
const figures = JSON.parse(document.querySelector('#figures')?.textContent ?? '[]') as readonly Figure[];
const plots = document.querySelectorAll('.fig__plot');
for (const [i, figure] of figures.entries()) {
  const words = describe(figure);
  const { width, height, config } = draw({ figure, words }, { left: 0, top: 0 }, pen);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', words.alt);
  plots[i]?.append(canvas);
  new Chart(canvas, config);
}
