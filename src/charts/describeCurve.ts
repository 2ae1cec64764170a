import { isWideRange } from '../statistics/precision.ts';
import type { Words } from './description.ts';
import { isWithheld, type Curve } from './figure.ts';
import { count, percent, percentRange } from './percent.ts';

/** The curve in words. */
export function describeCurve(figure: Curve): Words {
  const { name, series } = figure;
  const withheld = isWithheld(series);
  const parts = withheld ? [] : series.parts;
  const last = parts.at(-1);
  const steps = parts.map((part) => `${percent(part)} by day ${part.upTo}`).join(', ');
  return {
    finding: finding(figure),
    alt: withheld
      ? `${name}. ${series.label}: ${series.because}.`
      : `${name}. Stepped curve, n ${count(series.n)}: ${steps}${last === undefined ? '' : `, range ${percentRange(last.lo, last.hi)}`}.`,
    table: {
      caption: `${name}: cumulative percent of ${withheld ? 'those who answered' : `the ${count(series.n)} ${series.base}`}, with counts, and small-numbers ranges.`,
      rowHeading: 'Days since the last step',
      columns: [series.label, 'Range'],
      rows: withheld
        ? [{ label: 'All days', cells: [series.because, ''] }]
        : [
            ...parts.map((part) => ({
              label: `Up to day ${part.upTo}`,
              cells: [`${percent(part)} (${count(part.x)})`, percentRange(part.lo, part.hi)],
            })),
            { label: 'Answered', cells: [count(series.n), ''], sum: true as const },
          ],
    },
    howToRead:
      'The line climbs at the end of each stretch of days, by the share that had an answer by then. The shaded band is the small-numbers range. ' +
      'Everyone is in the base, those who never heard included, so the line need not reach the top.',
    doesNotShow:
      'It does not show how long an answer takes on average: those who never heard have no number of days. Nor does it show why some answers came sooner.',
  };
}

function finding({ name, series }: Curve): string {
  if (isWithheld(series)) return `${name}: too few answers yet`;
  const last = series.parts.at(-1);
  if (last === undefined || isWideRange(last))
    return `${name}: ${count(series.n)} answers so far, and a wide range`;
  return `By day ${last.upTo}, ${count(last.x)} of the ${count(last.n)} ${series.base} ${series.predicate}`;
}
