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

/** One label as one text element, whatever weights and colours it holds. */
export function svgLabel(label: Label, inherited: Inherited): string {
  const { x, y, size, align = 'left', typeface = 'sans', halo, tracking, runs } = label;
  const [only] = runs;
  const style = (run: Run) => ({
    ...(run.size !== undefined && run.size !== size && { 'font-size': numbers(run.size) }),
    'font-weight': run.weight === undefined || run.weight === 400 ? undefined : String(run.weight),
    fill: run.colour === inherited.colour ? undefined : run.colour,
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
    ...(only !== undefined && runs.length === 1 && style(only)),
  };
  const words =
    runs.length === 1
      ? escapeXml(only?.text ?? '')
      : runs
          .map((run) => {
            const own = attributes(style(run));
            return own === '' ? escapeXml(run.text) : `<tspan${own}>${escapeXml(run.text)}</tspan>`;
          })
          .join('');
  return `<text x="${numbers(x)}" y="${numbers(y)}"${attributes(whole)}>${words}</text>`;
}
