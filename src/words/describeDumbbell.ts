import { percent } from '../figures/percent.ts';
import { answerCell, answeredCell, rangeCell, rangeInWords } from './cells.ts';
import { footingOf } from './footing.ts';
import type { FormWords } from './words.ts';
import type { Dumbbell } from '../figures/dumbbellFigure.ts';
import { isWithheld, type Share, type Withheld } from '../figures/parts.ts';
import { sideNames } from '../figures/sideNames.ts';
import { lowered } from '../figures/capital.ts';

/** Both sides’ shares in words. */
export function describeDumbbell(figure: Dumbbell): FormWords {
  const { name, rows, measure, rowHeading, howToRead, doesNotShow } = figure;
  const shown = rows
    .flatMap(({ seeker, employer }) => [seeker, employer])
    .filter((value): value is Share => !isWithheld(value));
  return {
    drawn: 'Both sides’ shares with ranges',
    alt: rows
      .map(
        ({ label, seeker, employer }) =>
          `${label}: ${sideNames.job_seeker.toLowerCase()} ${inWords(seeker)}, ${sideNames.employer.toLowerCase()} ${inWords(employer)}.`,
      )
      .join(' '),
    table: {
      caption: `${name}: percent of those who answered on each side, with counts and small-numbers ranges.`,
      rowHeading,
      columns: [sideNames.job_seeker, sideNames.employer].map((heading) => ({
        heading,
        beside: ['range', 'base'],
      })),
      rows: rows.map(({ label, seeker, employer }) => ({
        label,
        cells: [...cells(seeker), ...cells(employer)],
      })),
    },
    howToRead,
    doesNotShow,
    footing: footingOf([measure], shown, 'Bounds: had all who did not say chosen it, or none'),
  };
}

function cells(value: Share | Withheld): readonly string[] {
  if (isWithheld(value)) return [answerCell(value), '', answeredCell(value)];
  return [answerCell(value), rangeCell(value), answeredCell(value)];
}

function inWords(value: Share | Withheld): string {
  if (isWithheld(value)) return lowered(value.because);
  return `${percent(value)}, ${rangeInWords(value)}`;
}
