import { bars } from './bars/bars.ts';
import { curve } from './curve/curve.ts';
import type { Drawing, Frame } from './canvas/drawing.ts';
import { dumbbell } from './dumbbell/dumbbell.ts';
import type { Ladder } from '../figures/ladderFigure.ts';
import { emptied } from './emptied.ts';
import { gap } from './gap/gap.ts';
import { ladder } from './stacks/ladder.ts';
import { medians } from './medians/medians.ts';
import type { Pen } from './canvas/label.ts';
import { stack } from './stacks/stack.ts';
import type { DescribedFigure, Words } from '../words/words.ts';

/** A figure as a Chart.js chart, in the form it asks for. */
export function draw({ figure: whole, words }: DescribedFigure, frame: Frame, pen: Pen): Drawing {
  const figure = whole.provenance.release === null ? emptied(whole) : whole;
  switch (figure.form) {
    case 'ladder':
      return ladderOrStack(figure, words, frame, pen);
    case 'diverging':
      return stack(figure, words, frame, pen);
    case 'curve':
      return curve(figure, words, frame, pen);
    case 'gap':
      return gap(figure, words, frame, pen);
    case 'dumbbell':
      return dumbbell(figure, words, frame, pen);
    case 'medians':
      return medians(figure, words, frame, pen);
    case 'bars':
      return bars(figure, words, frame, pen);
  }
}

/** A ladder with more bars, or more names over them, than a card has room for is closed up. */
function ladderOrStack(figure: Ladder, words: Words, frame: Frame, pen: Pen): Drawing {
  const usual = ladder(figure, words, frame, pen);
  const room = frame.height === undefined ? Infinity : frame.top + frame.height;
  return usual.bottom <= room ? usual : stack(figure, words, frame, pen);
}
