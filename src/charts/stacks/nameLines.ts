import type { LadderSeries } from '../../figures/ladderFigure.ts';
import { isWithheld, type Withheld } from '../../figures/parts.ts';
import type { Measure } from '../canvas/label.ts';
import { count } from '../../figures/percent.ts';
import { wrapLabel } from '../marks/wrapLabel.ts';

/** A line of a series’ name; behind the last one stand how many answered, and since when. */
export interface NameLine {
  readonly text: string;
  readonly facts: string;
}

const NO_BREAK = '\u00a0';

/** A series’ name in as few lines as fit, its mark before it; `n = 87, as of 2026-10` stays in one piece on the last. */
export function nameLines(
  series: LadderSeries | Withheld,
  name: string,
  { type, room, measure }: { readonly type: number; readonly room: number; readonly measure: Measure },
): readonly NameLine[] {
  const since = series.asOf === undefined ? '' : `, as of ${series.asOf}`;
  const facts = isWithheld(series) ? '' : `n = ${count(series.n)}${since}`;
  const whole = facts.replaceAll(' ', NO_BREAK);
  const lines = wrapLabel(`${name} ${whole}`.trim(), type, room - type * 1.15, measure, 600);
  return lines.map((text, i) =>
    facts !== '' && i === lines.length - 1
      ? { text: text.slice(0, -whole.length).trimEnd(), facts }
      : { text, facts: '' },
  );
}
