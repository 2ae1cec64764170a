import { expect, test } from 'vitest';
import { liveSize } from '../../../../src/charts/live/liveSize.ts';
import { narrow, wide } from '../../../../src/charts/canvas/size.ts';

test('a picture on the device has the sizes of the picture made at build', () => {
  expect(liveSize(wide.width, 1)).toEqual(wide);
  expect(liveSize(narrow.width, 1)).toEqual(narrow);
});

test.each([
  [640, 1, 'wide'],
  [639, 1, 'narrow'],
  [720, 1.25, 'narrow'],
])('in %i px with type %d times as large it is %s', (width, larger, id) => {
  expect(liveSize(width, larger).id).toBe(id);
});

test('with type twice as large all type is, and the width is not', () => {
  const { width, label, value, small, heading } = liveSize(720, 2);
  expect({ width, label, value, small, heading }).toEqual({
    width: 720,
    label: narrow.label * 2,
    value: narrow.value * 2,
    small: narrow.small * 2,
    heading: narrow.heading * 2,
  });
});
