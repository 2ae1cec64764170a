import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { card } from '../../../../src/charts/canvas/size.ts';
import { measure, skiaCanvas } from '../../../../src/charts/canvas/skia.ts';
import { light } from '../../../../src/charts/canvas/theme.ts';
import { drawPoster, type Poster } from '../../../../src/charts/poster/poster.ts';
import { papers, posterOf, posterPath, posters } from '../../../../src/components/passing/posters.ts';
import { invitationCode, posterAsks } from '../../../../src/components/passing/texts.ts';
import { channelOf } from '../../../../src/survey/channel.ts';
import { frame } from '../../../../src/survey/frame.ts';

const pen = { size: card, colour: light, measure };
/** Pixels for a point: what a telephone sees of a page that is held in the hand. */
const scale = 3;

/** The poster as pixels, on white. */
function photograph(poster: Poster) {
  const [width, height] = [Math.round(poster.width * scale), Math.round(poster.height * scale)];
  const { context } = skiaCanvas(width, height);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.scale(scale, scale);
  drawPoster(context as unknown as CanvasRenderingContext2D, poster, pen);
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

/** How far from each edge the first ink stands, in points. */
function margins({ width, height, data }: ReturnType<typeof photograph>) {
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((data[(y * width + x) * 4 + 2] ?? 255) < 200) {
        [left, right] = [Math.min(left, x), Math.max(right, x)];
        [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
      }
  return [left, top, width - right, height - bottom].map((pixels) => pixels / scale);
}

/** The empty bands above the line at the foot, from below, in points: the first parts it from what stands over it. */
function gaps({ width, height, data }: ReturnType<typeof photograph>): readonly number[] {
  const isInk = (y: number, x: number): boolean => (data[(y * width + x) * 4 + 2] ?? 255) < 200;
  const inked = Array.from({ length: height }, (_, y) => {
    let many = 0;
    for (let x = 0; x < width; x += 1) if (isInk(y, x)) many += 1;
    return many;
  });
  // The line is the lowest row with ink from margin to margin.
  const foot = inked.findLastIndex((many) => many > width * 0.8);
  const found: number[] = [];
  let empty = 0;
  for (let y = foot - scale - 1; y >= 0; y -= 1)
    if (inked[y] === 0) empty += 1;
    else {
      if (empty > 0) found.push(empty / scale);
      empty = 0;
    }
  return found;
}

const site = new URL('https://nobutwhy.example/');
const all = posters.flatMap((one) => papers.map((paper) => [posterPath(one, paper), one, paper] as const));

describe.each(all)('%s', (_, one, paper) => {
  const picture = photograph(posterOf(one, paper, site));

  test('has a code that a camera reads, with the side and the channel of its place', () => {
    const { pathname, searchParams } = new URL(decodeQR(picture));
    expect(pathname).toBe(one.side === 'employer' ? '/survey/employer/' : '/survey/job-seeker/');
    expect(channelOf(searchParams.get('from'))).toBe(one.channel);
    expect(['direct', 'other']).not.toContain(one.channel);
  });

  test('keeps the margin that every printer needs', () => {
    for (const margin of margins(picture)) expect(margin).toBeGreaterThan(36);
  });

  test('has room above the line at its foot, and below its question', () => {
    const [first = 0, ...others] = gaps(picture);
    expect(first).toBeGreaterThan(12);
    expect(Math.max(...others)).toBeGreaterThan(24);
  });
});

test('posters for job seekers, and the paragraph for a page, say how long ago the job has to be', () => {
  const said = `at least ${frame.days} days ago`;
  expect(posterAsks('job_seeker').join(' ')).toContain(said);
  expect(posterAsks('employer').join(' ')).not.toContain(said);
  expect(invitationCode('https://nobutwhy.example/survey/?from=embed')).toContain(said);
});

test('a long address is set smaller, and the code is still read', () => {
  const [one] = posters;
  const [paper] = papers;
  if (one === undefined) throw new Error('There are no posters.');
  const long = new URL('https://a-careers-service-with-a-long-name.example.org/research/no-but-why/');
  const picture = photograph(posterOf(one, paper, long));
  expect(decodeQR(picture)).toContain(long.host);
  for (const margin of margins(picture)) expect(margin).toBeGreaterThan(36);
});
