import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { light, type ColourName } from '../../../../src/charts/canvas/theme.ts';

const tokens = readFileSync(new URL('../../../../src/styles/tokens.css', import.meta.url), 'utf8');
const [, inTheDark = ''] = tokens.split('prefers-color-scheme: dark');
const dark = Object.fromEntries(
  Object.keys(light).map((name) => [
    name,
    new RegExp(`--${name}:\\s*(#[0-9a-f]{6});`).exec(inTheDark)?.[1] ?? '',
  ]),
) as Record<ColourName, string>;

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Complete loss of one kind of cone, in linear light: Machado, Oliveira, Fernandes 2009, https://doi.org/10.1109/TVCG.2009.113 */
const vision: Readonly<Record<string, Matrix>> = {
  'full colour vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const times = (matrix: Matrix, [a, b, c]: Triple): Triple =>
  matrix.map(([x, y, z]) => x * a + y * b + z * c) as unknown as Triple;

const linear = (hex: string): Triple =>
  [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;

/** CIE Lab under D65, from linear sRGB: https://www.w3.org/TR/css-color-4/#color-conversion-code */
function lab(rgb: Triple): Triple {
  const xyz = times(
    [
      [0.4124, 0.3576, 0.1805],
      [0.2126, 0.7152, 0.0722],
      [0.0193, 0.1192, 0.9505],
    ],
    rgb.map((value) => Math.min(1, Math.max(0, value))) as unknown as Triple,
  );
  const [x, y, z] = [xyz[0] / 0.95047, xyz[1], xyz[2] / 1.08883].map((t) =>
    t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116,
  ) as unknown as Triple;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** How far apart two colours look; about 2 is the least that can be seen side by side. */
const distance = (one: string, other: string, matrix: Matrix): number => {
  const [a, b] = [one, other].map((hex) => lab(times(matrix, linear(hex)))) as [Triple, Triple];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

/** Colours that touch in some picture, or stand for the two sides in one. */
const neighbours: readonly (readonly [ColourName, ColourName])[] = [
  ['paper', 'rung-1'],
  ['rung-1', 'rung-2'],
  ['rung-2', 'rung-3'],
  ['rung-3', 'rung-4'],
  ['rung-3', 'paper'],
  ['low-2', 'low-1'],
  ['low-1', 'mid'],
  ['mid', 'high-1'],
  ['high-1', 'high-2'],
  ['mid', 'rung-2'],
  ['mid', 'rung-4'],
  ['seeker', 'employer'],
];

describe.each(Object.entries(vision))('Under %s', (_name, matrix) => {
  test.each([
    ['light', light],
    ['dark', dark],
  ] as const)('colours that meet are ten steps apart or more, %s', (_theme, palette) => {
    for (const [one, other] of neighbours)
      expect(distance(palette[one], palette[other], matrix), `${one} and ${other}`).toBeGreaterThan(10);
  });
});

test('the yardstick is that of the field: black and white are 100 apart, and a colour 0 from itself', () => {
  const [full] = Object.values(vision);
  if (full === undefined) throw new Error('There is no yardstick.');
  expect(distance('#000000', '#ffffff', full)).toBeCloseTo(100, 1);
  expect(distance('#0f5f96', '#0f5f96', full)).toBe(0);
});
