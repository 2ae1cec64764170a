import { percent, percentRange } from '../figures/percent.ts';
import { answerCell, answeredCell, answeredInWords, rangeCell, rangeInWords } from './cells.ts';
import { footingOf } from './footing.ts';
import type { TableRow, FormWords } from './words.ts';
import type { Gap, GapRow, Implied } from '../figures/gapFigure.ts';
import { isWithheld, type Share, type Withheld } from '../figures/parts.ts';
import { sideNames } from '../figures/sideNames.ts';
import { lowered } from '../figures/capital.ts';

/** The gap in words. */
export function describeGap(figure: Gap): FormWords {
  const { name, rows, measure } = figure;
  const said = rows.map(
    ({ label, seeker, employer }) =>
      `${label}: ${[seekerInWords(seeker), ...(employer === undefined ? [] : [employerInWords(employer)])].join('; ')}.`,
  );
  return {
    drawn: `${measure}, by stage`,
    alt: said.join(' '),
    table: {
      caption: `${name}: ${lowered(measure)}. Job seekers in percent of those who answered, with counts and small-numbers ranges; employers as the interval that their bands allow, with the range that chance adds to it.`,
      rowHeading: 'Stage',
      columns: [sideNames.job_seeker, sideNames.employer].map((heading) => ({
        heading,
        beside: ['range', 'base'],
      })),
      rows: rows.flatMap(tableRows),
    },
    howToRead:
      'A round mark is the share of job seekers who were told, and the line through it its small-numbers range. A pale box between two thick ends is what employers’ answers allow: ' +
      'they chose bands such as “1 in 4 to just under half”, so the box runs from the mean of the lower limits to the mean of the upper ones, and no point in it is better than another; the line through it adds how far chance could move its ends. ' +
      'Among the interviewed, the box counts employers by how many people they did not hire where enough of them say so, and else each once; the table has both where both can be computed.',
    doesNotShow:
      'It does not show who is right: job seekers and employers here do not speak of the same people, so the distance between a mark and a box is a difference between two accounts.',
    footing: footingOf(
      [measure, 'Employers chose bands, so theirs is an interval and not a point'],
      rows.flatMap(({ seeker }) => (isWithheld(seeker) ? [] : [seeker])),
      'Bounds: had all who did not say been told, or not',
    ),
  };
}

function tableRows({ label, seeker, employer, otherwise }: GapRow): readonly TableRow[] {
  const seekers = isWithheld(seeker)
    ? [answerCell(seeker), '', answeredCell(seeker)]
    : [answerCell(seeker), rangeCell(seeker), answeredCell(seeker)];
  const counted = (of: GapRow['employer']) =>
    otherwise === undefined || of === undefined || isWithheld(of) ? '' : `; ${of.counted}`;
  return [
    { label: `${label}${counted(employer)}`, cells: [...seekers, ...employerCells(employer)] },
    ...(otherwise === undefined
      ? []
      : [{ label: `${label}${counted(otherwise)}`, cells: ['', '', '', ...employerCells(otherwise)] }]),
  ];
}

function employerCells(employer: GapRow['employer']): readonly string[] {
  if (employer === undefined) return ['not asked', '', ''];
  if (isWithheld(employer)) return [employer.because, '', ''];
  const { lower, upper, range } = employer;
  return [percentRange(lower, upper), percentRange(range.lo, range.hi), answeredCell(employer)];
}

function seekerInWords(seeker: Share | Withheld): string {
  if (isWithheld(seeker)) return `${sideNames.job_seeker.toLowerCase()}, ${lowered(seeker.because)}`;
  return `${sideNames.job_seeker.toLowerCase()} ${percent(seeker)}, ${rangeInWords(seeker)}, ${answeredInWords(seeker)}`;
}

function employerInWords(employer: Implied | Withheld): string {
  if (isWithheld(employer)) return `${sideNames.employer.toLowerCase()}, ${lowered(employer.because)}`;
  return `${sideNames.employer.toLowerCase()}’ bands imply ${percentRange(employer.lower, employer.upper)}, range ${percentRange(employer.range.lo, employer.range.hi)}, ${answeredInWords(employer)}`;
}
