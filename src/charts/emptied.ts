import type { Figure } from '../figures/figure.ts';
import { isWithheld } from '../figures/parts.ts';

const silent = <Value extends object>(value: Value): Value =>
  isWithheld(value) ? { ...value, because: '' } : value;

/** A figure whose blanks say nothing: before the first release they all mean the same, which the footing says once. */
export function emptied(figure: Figure): Figure {
  switch (figure.form) {
    case 'ladder':
      return { ...figure, series: figure.series.map(silent) };
    case 'diverging':
      return { ...figure, series: figure.series.map(silent) };
    case 'curve':
      return { ...figure, series: figure.series.map(silent) };
    case 'medians':
      return { ...figure, series: figure.series.map(silent) };
    case 'gap':
      return {
        ...figure,
        rows: figure.rows.map(({ seeker, employer, ...row }) => ({
          ...row,
          seeker: silent(seeker),
          ...(employer !== undefined && { employer: silent(employer) }),
        })),
      };
    case 'dumbbell':
      return {
        ...figure,
        rows: figure.rows.map(({ seeker, employer, ...row }) => ({
          ...row,
          seeker: silent(seeker),
          employer: silent(employer),
        })),
      };
    case 'bars':
      return {
        ...figure,
        groups: figure.groups.map((group) => ({
          ...group,
          rows: group.rows.map((row) => ({
            ...row,
            bars: row.bars.map(({ side, value }) => ({ side, value: silent(value) })),
          })),
        })),
      };
  }
}
