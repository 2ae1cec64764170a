import type { Figure } from '../../figures/figure.ts';
import { labelWidth } from '../../charts/canvas/label.ts';
import { unbroken } from '../../charts/card/unbroken.ts';
import { drawingRatio } from '../../charts/canvas/drawingRatio.ts';
import { measure, renderSvg } from '../../charts/render.ts';
import type { Typeface } from '../../charts/canvas/theme.ts';
import { embedLength } from './embedLengths.ts';
import { embedWords } from './embedWords.ts';

/** From this frame width on, in pixels, the frame must be this tall. */
export interface EmbedStep {
  readonly from: number;
  readonly height: number;
}

const [narrowest, widest] = [300, 760];
/** What a step may leave over at its narrow end: pixels of drawing. */
const MOST_SPARE = 40;
/** Headlines are set a little tight, see `.fig__title`. */
const TITLE_TRACKING = -0.014;
/** Browsers measure text to the 64th of a pixel and we do not. */
const SLACK = 2;

interface Paragraph {
  readonly text: string;
  readonly size: number;
  readonly line: number;
  readonly weight?: 400 | 500 | 600;
  readonly typeface?: Typeface;
  readonly tracking?: number;
  /** Whether it is a finding, of which some words are kept together. */
  readonly whole?: true;
}

/**
 * How tall an embed gets, for frames of 300 pixels and more, in steps of at most 20, narrower the taller the drawing is:
 * in each the most that any width in it needs.
 * Worked out at build from the very fonts and lengths the page uses, because the embed runs no script that could say.
 */
export function embedHeights(figure: Figure): readonly EmbedStep[] {
  const plot = plotHeight(figure);
  const heightAt = heights(figure, plot);
  const step = Math.max(2, Math.min(20, Math.floor(MOST_SPARE / (plot(narrowest) / narrowest))));
  const steps: EmbedStep[] = [];
  for (let from = narrowest; from <= widest; from += step) {
    const all = Array.from({ length: step }, (_, more) => heightAt(from + more));
    steps.push({ from, height: Math.max(...all) });
  }
  // Steps that change nothing need not be told.
  return steps.filter(({ height }, index) => height !== steps[index - 1]?.height);
}

/** The height at one width of the frame. @throws RangeError below the narrowest width */
export function embedHeight(steps: readonly EmbedStep[], width: number): number {
  const found = steps.findLast(({ from }) => from <= width);
  if (found === undefined)
    throw new RangeError(`An embed is ${narrowest} pixels wide or more, not ${width}.`);
  return found.height;
}

function heights(figure: Figure, plot: (width: number) => number): (width: number) => number {
  const [edge, gap, plotGap] = [embedLength('edge'), embedLength('gap'), embedLength('plot-gap')];
  const { finding, note, mark, source } = embedWords(figure);
  const title = {
    text: finding,
    size: embedLength('title'),
    line: embedLength('title-line'),
    weight: 500,
    typeface: 'serif',
    tracking: TITLE_TRACKING,
    whole: true,
  } as const;
  const asked = { size: embedLength('asked'), line: embedLength('asked-line') };
  const small = { size: embedLength('small'), line: embedLength('small-line') };
  const paragraphs = [
    title,
    ...figure.asked.map(({ whom, question }) => ({ ...asked, text: `${whom}: “${question}”` })),
    { ...small, text: note },
    { ...small, text: mark === undefined ? source : `${mark} ${source}`, weight: 600 as const },
  ].map((paragraph: Paragraph) => ({ line: paragraph.line, lines: linesOf(paragraph) }));
  return (frame) => {
    const width = Math.min(frame - 2 * edge, embedLength('widest'));
    const text = paragraphs.reduce((sum, { line, lines }) => sum + lines(width) * line, 0);
    // A gap before each question, one after each of the two small paragraphs, and two around the drawing.
    const gaps = (figure.asked.length + 2) * gap + 2 * plotGap;
    return Math.ceil(2 * edge + text + gaps + plot(width) + 1 + embedLength('link'));
  };
}

function plotHeight(figure: Figure): (width: number) => number {
  const ratio = (size: 'wide' | 'narrow') => drawingRatio(renderSvg(figure, size));
  const [wide, narrow] = [ratio('wide'), ratio('narrow')];
  return (width) =>
    width >= embedLength('wide') ? width * wide : Math.min(width, embedLength('narrow')) * narrow;
}

/**
 * How many lines a paragraph takes at a width, broken at spaces only: a browser that breaks elsewhere too needs no more.
 * Words are measured once and added up, because Skia takes its time over a text.
 */
function linesOf({
  text,
  size,
  weight = 400,
  typeface = 'sans',
  tracking = 0,
  whole,
}: Paragraph): (width: number) => number {
  const widthOf = (words: string) =>
    labelWidth({ size, typeface, tracking, runs: [{ text: words, colour: '', weight }] }, measure);
  const space = widthOf(' ');
  const words = (whole ? unbroken(text) : text.split(' ')).map(widthOf);
  return (width) => {
    let [count, used] = [1, 0];
    for (const word of words) {
      const longer = used === 0 ? word : used + space + word;
      if (used === 0 || longer <= width - SLACK) used = longer;
      else [count, used] = [count + 1, word];
    }
    return count;
  };
}
