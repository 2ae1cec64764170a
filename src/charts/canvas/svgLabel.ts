import type { Label, Run } from './label.ts';
import { attributes, escapeXml, numbers } from './svgText.ts';
import type { Typeface } from './theme.ts';

/** What the root element says once for all its text. */
export interface Inherited {
  readonly size: number;
  readonly colour: string;
  /** How a typeface is called: by CSS variable in a page, by name in a file. */
  readonly family: (typeface: Typeface) => string;
}

const ANCHOR = { left: undefined, center: 'middle', right: 'end' } as const;

/** A colour of words inside other words. As a plain `fill` the same tools take it for a background, as of any wide shape. */
const inWords = (colour: string) => ({ color: colour, fill: 'currentColor' });

/**
 * One label as one text element, whatever weights and colours it holds. Its colour is always its own: tools that darken
 * pages take an inherited one for the background of the whole drawing (https://github.com/darkreader/darkreader/issues/8374).
 */
export function svgLabel(label: Label, inherited: Inherited): string {
  const { x, y, size, align = 'left', typeface = 'sans', halo, tracking, runs } = label;
  const [first] = runs;
  const style = (run: Run) => ({
    ...(run.size !== undefined && run.size !== size && { 'font-size': numbers(run.size) }),
    'font-weight': run.weight === undefined || run.weight === 400 ? undefined : String(run.weight),
  });
  const whole = {
    'text-anchor': ANCHOR[align],
    'font-family': typeface === 'sans' ? undefined : inherited.family(typeface),
    'letter-spacing': tracking === undefined ? undefined : `${tracking}em`,
    'font-size': size === inherited.size ? undefined : numbers(size),
    ...(halo !== undefined && {
      'paint-order': 'stroke',
      stroke: halo,
      'stroke-width': '4',
      'stroke-linejoin': 'round',
    }),
    ...(first !== undefined && runs.length === 1 && style(first)),
    fill: first?.colour ?? inherited.colour,
  };
  const words =
    runs.length === 1
      ? escapeXml(first?.text ?? '')
      : runs
          .map((run) => {
            const own = attributes({
              ...style(run),
              ...(run.colour !== first?.colour && inWords(run.colour)),
            });
            return own === '' ? escapeXml(run.text) : `<tspan${own}>${escapeXml(run.text)}</tspan>`;
          })
          .join('');
  return `<text x="${numbers(x)}" y="${numbers(y)}"${attributes(whole)}>${words}</text>`;
}
