import type { Bars } from './barsFigure.ts';
import type { Curve } from './curveFigure.ts';
import type { Dumbbell } from './dumbbellFigure.ts';
import type { Gap } from './gapFigure.ts';
import type { Diverging, Ladder } from './ladderFigure.ts';
import type { Medians } from './mediansFigure.ts';

/**
 * What a chart is made from: plain data, already protected by the release, with every word that belongs to one
 * chart alone. Shares and limits run from 0 to 1. Nothing here knows how it will be drawn.
 */
export type Figure = Ladder | Curve | Gap | Bars | Diverging | Dumbbell | Medians;
