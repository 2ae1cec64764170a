import type { Box } from '../marks/strokes.ts';
import { font, type Label, type LabelWriter, type Measure } from './label.ts';
import { svgLabel, type Inherited } from './svgLabel.ts';
import { attributes, numbers } from './svgText.ts';

type State = Pick<SvgContext, (typeof STATE)[number]> & {
  readonly origin: Origin;
  readonly dash: readonly number[];
  readonly clip: Box | undefined;
};
interface Origin {
  readonly x: number;
  readonly y: number;
}

const STATE = [
  'fillStyle',
  'strokeStyle',
  'lineWidth',
  'lineJoin',
  'lineCap',
  'lineDashOffset',
  'globalAlpha',
  'font',
  'textAlign',
  'textBaseline',
] as const;
const WHOLE_CIRCLE = 2 * Math.PI;

/** How far below a text’s middle or top its baseline lies, in ems of Source Sans 3. */
const BASELINE: Readonly<Record<string, number>> = { alphabetic: 0, middle: 0.33, top: 0.73 };

/**
 * A 2D context that writes SVG down instead of painting. Chart.js lays out and draws on it as on a canvas; a label
 * stays one text element, a colour stays the name it was given, and nothing needs an id. It knows what Chart.js and
 * our own plugins use, on a plane that may be moved but not turned, and throws on the rest.
 * Why this and not Skia’s export: docs/decisions/0003-charts-at-build.md.
 */
export class SvgContext implements LabelWriter {
  fillStyle: string;
  strokeStyle: string;
  lineWidth = 1;
  lineJoin = 'miter';
  lineCap = 'butt';
  lineDashOffset = 0;
  globalAlpha = 1;
  font: string;
  textAlign = 'left';
  textBaseline = 'alphabetic';

  readonly canvas: { width: number; height: number; getContext: () => SvgContext };
  readonly elements: string[] = [];
  readonly #measure: Measure;
  readonly #inherited: Inherited;
  readonly #saved: State[] = [];
  #origin: Origin = { x: 0, y: 0 };
  #dash: readonly number[] = [];
  #clip: Box | undefined;
  #rect: Box | undefined;
  #path = '';
  #circle: (Origin & { r: number }) | undefined;

  constructor(width: number, height: number, inherited: Inherited, measure: Measure) {
    this.canvas = { width, height, getContext: () => this };
    this.#measure = measure;
    this.#inherited = inherited;
    this.fillStyle = this.strokeStyle = inherited.colour;
    this.font = font(inherited.size);
  }

  save(): void {
    const state = Object.fromEntries(STATE.map((name) => [name, this[name]])) as Pick<
      SvgContext,
      (typeof STATE)[number]
    >;
    this.#saved.push({ ...state, origin: this.#origin, dash: this.#dash, clip: this.#clip });
  }
  restore(): void {
    const saved = this.#saved.pop();
    if (saved === undefined) return;
    const { origin, dash, clip, ...state } = saved;
    Object.assign(this, state);
    this.#origin = origin;
    this.#dash = dash;
    this.#clip = clip;
  }
  translate(x: number, y: number): void {
    this.#origin = { x: this.#origin.x + x, y: this.#origin.y + y };
  }
  rotate(angle: number): void {
    if (angle !== 0) throw new Error('A chart in SVG is neither scaled nor turned.');
  }
  setTransform(a: number, b: number, c: number, d: number, x: number, y: number): void {
    if (a !== 1 || b !== 0 || c !== 0 || d !== 1)
      throw new Error('A chart in SVG is neither scaled nor turned.');
    this.#origin = { x, y };
  }
  resetTransform(): void {
    this.#origin = { x: 0, y: 0 };
  }
  setLineDash(dash: readonly number[]): void {
    this.#dash = [...dash];
  }

  beginPath(): void {
    this.#path = '';
    this.#rect = undefined;
    this.#circle = undefined;
  }
  moveTo(x: number, y: number): void {
    this.#path += `M${this.#point(x, y)}`;
  }
  lineTo(x: number, y: number): void {
    this.#path += `${this.#path === '' ? 'M' : 'L'}${this.#point(x, y)}`;
  }
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.#path += `Q${this.#point(cx, cy)} ${this.#point(x, y)}`;
  }
  closePath(): void {
    if (this.#path !== '') this.#path += 'Z';
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.#rect = { x: x + this.#origin.x, y: y + this.#origin.y, width, height };
    this.#path += `M${this.#point(x, y)}h${numbers(width)}v${numbers(height)}h${numbers(-width)}z`;
  }
  arc(x: number, y: number, r: number, from: number, to: number): void {
    if (to - from < WHOLE_CIRCLE || this.#path !== '')
      throw new Error('A chart in SVG has whole circles only.');
    this.#circle = { x: x + this.#origin.x, y: y + this.#origin.y, r };
  }
  /** Chart.js clips its axis labels to their axis. Ours fit, so the clip is checked and not drawn. */
  clip(): void {
    if (this.#rect === undefined) throw new Error('A chart in SVG is clipped to a rectangle only.');
    this.#clip = this.#rect;
  }

  fill(): void {
    const opacity = this.globalAlpha === 1 ? undefined : String(this.globalAlpha);
    const own = this.fillStyle === this.#inherited.colour ? undefined : this.fillStyle;
    this.#shape(attributes({ fill: own, 'fill-opacity': opacity }));
  }
  stroke(): void {
    // A straight line holds no area, so it need not say that it is not filled.
    const straight = this.#circle === undefined && /^(M[^A-Za-z]+L[^A-Za-z]+)*$/.test(this.#path);
    this.#shape(
      attributes({
        fill: straight ? undefined : 'none',
        stroke: this.strokeStyle,
        'stroke-width': this.lineWidth === 1 ? undefined : numbers(this.lineWidth),
        'stroke-linejoin': this.lineJoin === 'miter' ? undefined : this.lineJoin,
        'stroke-linecap': this.lineCap === 'butt' ? undefined : this.lineCap,
        'stroke-dasharray': this.#dash.length === 0 ? undefined : numbers(...this.#dash),
      }),
    );
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.stroke();
  }
  clearRect(): void {
    // Nothing has been painted yet when Chart.js clears the canvas it has just been given.
  }

  measureText(text: string): { width: number } {
    return { width: this.#measure(text, this.font) };
  }
  /** Text that Chart.js writes itself, on its axes; ours comes whole, through writeLabel. */
  fillText(text: string, x: number, y: number): void {
    const [, size] = /([\d.]+)px/.exec(this.font) ?? [];
    const down = BASELINE[this.textBaseline];
    const align = this.textAlign;
    if (
      size === undefined ||
      down === undefined ||
      (align !== 'left' && align !== 'center' && align !== 'right')
    ) {
      throw new Error(
        `A chart in SVG cannot write “${text}” in ${this.font}, ${align}, ${this.textBaseline}.`,
      );
    }
    const [px, py] = [x + this.#origin.x, y + this.#origin.y];
    if (this.#clip !== undefined && !contains(this.#clip, px, py))
      throw new Error(`“${text}” does not fit its axis.`);
    this.writeLabel({
      x: px,
      y: py + down * Number(size),
      size: Number(size),
      align,
      runs: [{ text, colour: this.fillStyle }],
    });
  }
  writeLabel(label: Label): void {
    this.elements.push(svgLabel(label, this.#inherited));
  }

  #point(x: number, y: number): string {
    return numbers(x + this.#origin.x, y + this.#origin.y);
  }
  #shape(paint: string): void {
    if (this.#clip !== undefined)
      throw new Error('A mark in SVG is not clipped: set clip to false on its dataset.');
    if (this.#circle !== undefined) {
      const { x, y, r } = this.#circle;
      this.elements.push(`<circle cx="${numbers(x)}" cy="${numbers(y)}" r="${numbers(r)}"${paint}/>`);
    } else if (this.#path !== '') {
      this.elements.push(`<path d="${this.#path}"${paint}/>`);
    }
  }
}

function contains({ x, y, width, height }: Box, px: number, py: number): boolean {
  return px >= x && px <= x + width && py >= y && py <= y + height;
}
