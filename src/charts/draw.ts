import { bars } from './bars.ts';
import { curve } from './curve.ts';
import type { Drawing, Frame } from './drawing.ts';
import type { Figure } from './figure.ts';
import { gap } from './gap.ts';
import { ladder } from './ladder.ts';
import type { Pen } from './pen.ts';
import type { Size } from './size.ts';

/** A figure as a Chart.js chart, in the form it asks for. */
export function draw(figure: Figure, size: Size, frame: Frame, pen: Pen): Drawing {
  switch (figure.form) {
    case 'ladder':
      return ladder(figure, size, frame, pen);
    case 'curve':
      return curve(figure, size, frame, pen);
    case 'gap':
      return gap(figure, size, frame, pen);
    case 'bars':
      return bars(figure, size, frame, pen);
  }
}
