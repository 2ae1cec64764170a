import { expect, test } from 'vitest';
import { onCanvas, type SkiaCanvas } from '../../../../src/charts/canvas/skia.ts';

const pixels = ({ width, height }: SkiaCanvas): number => width * height;

test('a canvas keeps no pixels once it is painted, also where painting fails', () => {
  const used: SkiaCanvas[] = [];
  const png = onCanvas(40, 30, (canvas) => {
    used.push(canvas);
    expect(pixels(canvas)).toBe(1200);
    return canvas.toBuffer('image/png');
  });
  const fail = () =>
    onCanvas(40, 30, (canvas) => {
      used.push(canvas);
      throw new Error('No ink.');
    });
  expect(fail).toThrow('No ink.');
  expect(used.map(pixels)).toEqual([1, 1]);
  // Width and height of the file: https://www.w3.org/TR/png-3/#11IHDR
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([40, 30]);
});
