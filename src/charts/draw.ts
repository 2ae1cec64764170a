import { bars } from './bars.ts';
import { curve } from './curve.ts';
import type { Drawing, Frame } from './drawing.ts';
import type { Figure } from './figure.ts';
import { gap } from './gap.ts';
import { ladder } from './ladder.ts';
import type { Pen } from './pen.ts';
import type { Size } from './size.ts';
import { stack } from './stack.ts';

/** A figure as a Chart.js chart, in the form it asks for. */
export function draw(figure: Figure, size: Size, frame: Frame, pen: Pen): Drawing {
  switch (figure.form) {
    case 'ladder':
      return size.id === 'card' && figure.series.length > 2
        ? stack(figure, size, frame, pen)
        : ladder(figure, size, frame, pen);
    case 'diverging':
      return stack(figure, size, frame, pen);
    case 'curve':
      return curve(figure, size, frame, pen);
    case 'gap':
      return gap(figure, size, frame, pen);
    case 'bars':
      return bars(figure, size, frame, pen);
  }
}
