/** How large a chart is drawn, and its type in pixels: always at 1:1, so these are the sizes a reader sees. */
export interface Size {
  readonly id: 'wide' | 'narrow' | 'card';
  readonly width: number;
  /** Stretches the space between marks with the type. */
  readonly unit: number;
  readonly heading: number;
  readonly label: number;
  readonly value: number;
  readonly small: number;
  readonly big: number;
  readonly bar: number;
}

const type = { unit: 1, heading: 15, label: 14, value: 16, small: 13, big: 24 };

/** Beside text, from 640 px of room. */
export const wide: Size = { id: 'wide', width: 720, bar: 46, ...type };

/** On a phone. A 720 px drawing shrunk to one would have 7 px type. */
export const narrow: Size = { id: 'narrow', width: 358, bar: 42, ...type };

/** Inside a picture to post, which feeds show at a third to a half of its 1080 pixels. */
export const card: Size = {
  id: 'card',
  width: 952,
  unit: 1.4,
  heading: 24,
  label: 23,
  value: 25,
  small: 22,
  big: 52,
  bar: 58,
};

/** The room a horizontal axis takes under its plot: a tick, and a line of type. */
export function axisHeight({ small, unit }: Size): number {
  return Math.round(small * 1.4 + 8 * unit);
}

/** How far words keep from the line at 0 of a plot: on a phone they stand inside it, elsewhere beside it. */
export const insetOf = ({ id }: Size): number => (id === 'narrow' ? 7 : 0);
