import { expect, it } from 'vitest';
import { unbroken } from '../../../../src/charts/card/unbroken.ts';
import { measure } from '../../../../src/charts/canvas/skia.ts';
import { wrapTitle } from '../../../../src/charts/card/wrapTitle.ts';

const short =
  '234 of 880 job seekers choose “One thing to work on”, more often than employers do (82 of 448)';

it('keeps a short quoted answer in one piece, with what follows it closely', () => {
  expect(unbroken(short)).toContain('“One thing to work on”,');
  expect(unbroken(short).join(' ')).toBe(short);
});

it('keeps a count in one piece with what it is out of', () => {
  const title = 'Eight in ten got no reason (394 of 1,503 described here)';
  expect(unbroken(title)).toContain('(394 of 1,503');
  expect(unbroken(title).join(' ')).toBe(title);
});

it('lets a line break within an answer that would not fit a phone', () => {
  const long = '183 say that this exists: “Templates with room for a reason”';
  expect(unbroken(long)).toEqual(long.split(' '));
});

it('breaks no line of a card within a short answer', () => {
  const lines = wrapTitle(short, 1072, 48, measure);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.some((line) => line.includes('“One thing to work on”'))).toBe(true);
});
