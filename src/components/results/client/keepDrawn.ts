import type { Bars } from '../../../figures/barsFigure.ts';
import { font, type Measure } from '../../../charts/canvas/label.ts';
import type { LiveBars } from '../../../charts/live/liveBars.ts';
import { liveSize } from '../../../charts/live/liveSize.ts';
import { readPalette } from './readPalette.ts';

/** Draws a figure. `moves` is whether bars that were there may be seen on their way, for readers who have not asked for stillness. */
export type Draw = (figure: Bars, moves: boolean) => void;

/** What changes the colours of the page while it is open. */
const themes = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'];

const TYPE = 16;

/** Keeps a canvas drawn: in the page’s own type, at the width of its place, in the colours of the theme, also when these change. */
export async function keepDrawn(canvas: HTMLCanvasElement, live: LiveBars): Promise<Draw> {
  const place = canvas.parentElement ?? document.body;
  const ruler = document.createElement('canvas').getContext('2d');
  if (ruler === null) throw new Error('This browser draws on no canvas.');
  const measure: Measure = (text, of) => {
    ruler.font = of;
    return ruler.measureText(text).width;
  };
  // Without the page’s own face the words are set in another: they are measured in whichever there is.
  await document.fonts.load(font(TYPE)).catch(() => undefined);
  let shown: Bars | undefined;
  let drawnAt = '';

  function draw(moves = false): void {
    const width = place.clientWidth;
    if (shown === undefined || width === 0) return;
    const larger = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / TYPE;
    drawnAt = `${width} ${larger} ${devicePixelRatio}`;
    live.draw(shown, liveSize(width, larger), { colour: readPalette(place), measure }, moves);
  }
  function follow(): void {
    const larger = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / TYPE;
    if (drawnAt !== `${place.clientWidth} ${larger} ${devicePixelRatio}`) draw();
  }
  for (const theme of themes)
    matchMedia(theme).addEventListener('change', () => {
      draw();
    });
  new ResizeObserver(follow).observe(place);
  // Zooming changes the pixels of the screen under a place that may stay as wide as it was.
  addEventListener('resize', follow);
  return (figure, moves) => {
    shown = figure;
    draw(moves && !matchMedia('(prefers-reduced-motion: reduce)').matches);
  };
}
