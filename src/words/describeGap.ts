import { isWideRange } from '../statistics/precision.ts';
import { count, percent, percentRange, withCount } from '../figures/percent.ts';
import { answeredCell, lowered, rangeCell, rangeInWords } from './cells.ts';
import type { TableRow, FormWords } from './words.ts';
import type { Gap, GapRow, Implied } from '../figures/gapFigure.ts';
import { isWithheld, type Share, type Withheld } from '../figures/parts.ts';
import { sideNames } from '../figures/sideNames.ts';

/** The gap in words. */
export function describeGap(figure: Gap): FormWords {
  const { name, rows, measure, also } = figure;
  return {
    title: title(figure),
    alt: `${name}. ${[{ measure, rows }, ...(also === undefined ? [] : [also])].map(groupInWords).join(' ')}`,
    table: {
      caption: `${name}${also === undefined ? `: ${measure.charAt(0).toLowerCase()}${measure.slice(1)}` : ''}. Job seekers in percent of those who answered, with counts and small-numbers ranges; employers as the interval that their bands allow.`,
      rowHeading: 'Stage',
      columns: [sideNames.job_seeker, 'Range', 'Answered', sideNames.employer, 'Answered'],
      rows:
        also === undefined
          ? rows.map(tableRow)
          : [{ measure, rows }, also].flatMap((group) => [
              { label: group.measure, cells: [], group: true as const },
              ...group.rows.map(tableRow),
            ]),
    },
    howToRead:
      'A round mark is the share job seekers tell of, and the line through it its small-numbers range. A hatched box is what employers’ answers allow: ' +
      'they chose bands such as “1 in 4 to just under half”, so the box runs from the mean of the lower limits to the mean of the upper ones, and no point in it is better than another.',
    doesNotShow:
      'Employers and job seekers here did not describe the same applications. A distance between a mark and a box is a difference between two accounts, not a measure of who is right.',
    // Over two measures each has its own heading.
    footing: {
      axis: [
        ...(also === undefined ? [measure] : []),
        'Employers chose bands, so theirs is an interval and not a point',
      ],
    },
  };
}

function groupInWords({ measure, rows }: Pick<Gap, 'measure' | 'rows'>): string {
  const said = rows.map(
    ({ label, seeker, employer }) => `${label}: ${seekerInWords(seeker)}; ${employerInWords(employer)}.`,
  );
  return `${measure}, by stage. ${said.join(' ')}`;
}

function tableRow({ label, seeker, employer }: GapRow): TableRow {
  return {
    label,
    cells: [
      ...(isWithheld(seeker)
        ? [seeker.because, '', '']
        : [withCount(seeker), rangeCell(seeker), answeredCell(seeker)]),
      ...(isWithheld(employer)
        ? [employer.because, '']
        : [percentRange(employer.lower, employer.upper), answeredCell(employer)]),
    ],
  };
}

/** The first stage both sides can be quoted on; else the chart’s name and what is missing. */
function title({ name, rows, seekerBase, seekerVerb, employerVerb }: Gap): string {
  for (const { when, seeker, employer } of rows) {
    if (isWithheld(seeker) || isWithheld(employer) || isWideRange(seeker)) continue;
    const interval = percentRange(employer.lower, employer.upper);
    return `${when}, employers here ${employerVerb} ${interval} of people; ${count(seeker.x)} of ${count(seeker.n)} ${seekerBase} ${seekerVerb}`;
  }
  const some = rows.some(({ seeker, employer }) => !isWithheld(seeker) && !isWithheld(employer));
  return `${name}: ${some ? 'few answers so far, and wide ranges' : 'too few answers yet'}`;
}

function seekerInWords(seeker: Share | Withheld): string {
  if (isWithheld(seeker)) return `${sideNames.job_seeker.toLowerCase()}, ${lowered(seeker.because)}`;
  return `${sideNames.job_seeker.toLowerCase()} ${percent(seeker)}, ${rangeInWords(seeker)}, n ${count(seeker.n)}`;
}

function employerInWords(employer: Implied | Withheld): string {
  if (isWithheld(employer)) return `${sideNames.employer.toLowerCase()}, ${lowered(employer.because)}`;
  return `${sideNames.employer.toLowerCase()}’ bands imply ${percentRange(employer.lower, employer.upper)}, n ${count(employer.n)}`;
}
