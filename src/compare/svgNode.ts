/** An element of an SVG picture as plain data, so that whoever has a document can make it without parsing text. */
export interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SvgNode | string)[];
}

type Values = Readonly<Record<string, string | number | undefined>>;

/** An element; a tenth of a pixel is enough, and an attribute without a value is left away. */
export const node = (tag: string, values: Values, ...children: readonly (SvgNode | string)[]): SvgNode => ({
  tag,
  attributes: Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined
        ? []
        : [[name, typeof value === 'number' ? `${Math.round(value * 10) / 10}` : value] as const],
    ),
  ),
  children,
});

/** A colour by its token, so that it follows theme, contrast and forced colours. */
export const colour = (token: string): string => `var(--${token})`;

/** One line of text; `y` is its baseline. */
export const text = (
  words: string | readonly (SvgNode | string)[],
  x: number,
  y: number,
  size: number,
  values: Values = {},
): SvgNode =>
  node(
    'text',
    { x, y, 'font-size': size, fill: colour('ink'), ...values },
    ...(typeof words === 'string' ? [words] : words),
  );
