import type { Curve, CurvePoint } from '../../src/figures/curveFigure.ts';
import type { Figure } from '../../src/figures/figure.ts';
import type { Gap, GapRow, Implied } from '../../src/figures/gapFigure.ts';
import type { Ladder, LadderSeries } from '../../src/figures/ladderFigure.ts';
import { isWithheld } from '../../src/figures/parts.ts';
import { impliedShare } from '../../src/statistics/impliedShare.ts';
import { barsFigures } from './barsFigures.ts';
import { divergingFigures } from './divergingFigures.ts';
import { dumbbellFigures } from './dumbbellFigures.ts';
import { mediansFigures } from './mediansFigures.ts';
import { shareFound, sumFound } from '../../src/figures/estimates/shareFound.ts';
import { fewOf, hiddenAtTheEnd, sample, share, tooFew } from './figureParts.ts';

/** Figures by name, made up, shared by all tests of pictures and words. */

const RUNGS = [
  ['none', 'Nothing', 'Nothing'],
  ['form', 'No reason, only the no', 'Only the no'],
  ['generic', 'A reason for anyone', 'For anyone'],
  ['specific', 'A reason about the person', 'About them'],
  ['actionable', 'And something to do differently', 'With advice'],
] as const;

const TONES = ['silence', 'rung-1', 'rung-2', 'rung-3', 'rung-4'] as const;

function seekers(counts: readonly number[]): LadderSeries {
  const n = counts.reduce((sum, x) => sum + x, 0);
  const without = counts.slice(0, 3).reduce((sum, x) => sum + x, 0);
  return {
    id: 'job_seeker_interviewed',
    side: 'job_seeker',
    label: 'Job seekers, interviewed',
    shortLabel: 'Job seekers, interviewed',
    n,
    parts: RUNGS.map(([code, label, short], i) => ({
      ...share(code, label, short, counts[i] ?? 0, n),
      tone: TONES[i] ?? 'rung-4',
    })),
    sumFrom: 'start',
    sum: {
      ...share('no_reason', 'no reason about the person', 'no reason about the person', without, n),
    },
  };
}

function employers(counts: readonly number[]): LadderSeries {
  const like = seekers(counts);
  return {
    ...like,
    id: 'employer_interviewed',
    side: 'employer',
    label: 'Employers, each about one interviewed person',
    shortLabel: 'Employers, on one person',
  };
}

/** A bar that is read for its last part, which job seekers and employers call by other names. */
function fromTheEnd(like: LadderSeries): LadderSeries {
  const last = like.parts.at(-1);
  if (last === undefined) throw new Error('An example needs parts.');
  const parts = like.parts.map((part, i) =>
    i === 0
      ? { ...part, tone: 'mid' as const, short: like.side === 'employer' ? 'No one to ask' : 'Did not ask' }
      : part,
  );
  return {
    ...like,
    parts,
    sumFrom: 'end',
    sum: { ...like.sum, ...last, label: 'something to do' },
  };
}

/** Names of everything as long as a translation or a careless editor makes them. */
const longNames = (like: LadderSeries): LadderSeries => ({
  ...like,
  label: `${like.label}, and others of whom that is not known`,
  shortLabel: 'Whoever it was, interviewed or not',
  parts: like.parts.map((part) => ({ ...part, short: `${part.short}, or nearly` })),
  sum: { ...like.sum, short: 'without a reason of their own' },
});

/** A sum whose bounds must be printed, because many did not say. */
const bounded = (like: LadderSeries): LadderSeries => ({
  ...like,
  sum: { ...like.sum, bounds: { asked: 107, missing: 20, lower: 0.61, upper: 0.79 } },
});

function ladder(series: Ladder['series']): Ladder {
  return {
    form: 'ladder',
    id: 'explanation-ladder',
    name: 'The explanation ladder',
    asked: [
      {
        side: 'job_seeker',
        whom: 'Job seekers who were interviewed, and told no or left without an answer',
        question: 'When you were told no, what did you hear about why?',
      },
      {
        side: 'employer',
        whom: 'Employers, about one person who was interviewed and not hired',
        question: 'When they were told no, what did they hear about why?',
      },
    ],
    notes: ['13 employers did not or could not say.'],
    findings: series.map((one) =>
      sumFound(one, {
        who: one.side === 'employer' ? 'people whom employers describe here' : 'interviewed people',
        does: 'got no reason about them',
      }),
    ),
    series,
    rowHeading: 'What they heard about why',
    howToRead: 'Each bar is everyone who answered, cut by what was said.',
    doesNotShow: 'It does not show what happens to applicants in general.',
    provenance: sample('explanation-ladder'),
  };
}

function curve(counts: readonly number[], n: number): Curve {
  const days = [2, 7, 14, 30, 45];
  const found = share('d45', '', '', counts[4] ?? 0, n);
  return {
    ...curveWithheld,
    findings: [
      shareFound(found, { lead: 'After 45 days', who: 'people with no offer', does: 'had an answer' }),
    ],
    series: [
      {
        id: 'job_seeker_45_days',
        side: 'job_seeker',
        label: 'Job seekers, last step at least 45 days ago',
        shortLabel: 'Job seekers',
        n,
        base: 'applications described here',
        parts: days.map((upTo, i): CurvePoint => {
          const code = `d${upTo}`;
          return { ...share(code, `Within ${upTo} days`, `${upTo} days`, counts[i] ?? 0, n), upTo };
        }),
      },
    ],
  };
}

/** A second line, of employers. */
function bothSides(seekers: Curve, employers: Curve, asOf?: string): Curve {
  const [series] = employers.series;
  if (series === undefined) throw new Error('An example needs answers.');
  const label = 'Employers, each about one interviewed person';
  const second = {
    ...series,
    side: 'employer' as const,
    label,
    shortLabel: 'Employers',
    ...(asOf && { asOf }),
  };
  return { ...seekers, series: [...seekers.series, second] };
}

/** Its lines by names that take more than a line of a phone. */
const longCurve = (like: Curve): Curve => ({
  ...like,
  series: like.series.map((series) => ({
    ...series,
    label: `${series.label}, and all others who were waiting`,
    shortLabel: `${series.shortLabel} who waited for an answer`,
  })),
});

/** A curve by one of whose days the counts cannot be worked out. */
const withoutDay = (like: Curve, day: number): Curve => ({
  ...like,
  series: like.series.map((series) =>
    isWithheld(series)
      ? series
      : {
          ...series,
          parts: series.parts.filter(({ upTo }) => upTo !== day),
          unknown: [{ ...fewOf(`d${day}`, series.side, `Within ${day} days`, series.n), upTo: day }],
        },
  ),
});

const curveWithheld: Curve = {
  form: 'curve',
  id: 'told-by-day',
  name: 'Told by day',
  asked: [
    {
      side: 'job_seeker',
      whom: 'Job seekers whose last step was at least 45 days ago',
      question: 'How long after the last thing you did for it were you told?',
    },
  ],
  notes: [],
  findings: [],
  series: [tooFew('job_seeker_45_days', 'job_seeker', 'Job seekers')],
  howToRead: 'The line climbs at the end of each stretch of days.',
  doesNotShow: 'It does not show how long an answer takes on average.',
  blank: 'had heard',
  rest: 'no answer',
  measure: 'Percent who had been told by then',
  landmark: {
    day: 45,
    label: 'Ontario’s 45-day limit',
    note: 'by day 45 employers in Ontario must tell whoever they interviewed, since January 2026',
  },
  provenance: sample('told-by-day'),
};

const BANDS = [
  [0, 0],
  [1, 24],
  [25, 49],
  [50, 74],
  [75, 99],
  [100, 100],
] as const;

function implied(counts: readonly number[]): Implied {
  const found = impliedShare(BANDS.map(([lower, upper], i) => ({ n: counts[i] ?? 0, lower, upper })));
  if (found === null) throw new Error('An example needs answers.');
  return { ...found, counted: 'each employer counted once' };
}

function gap(rows: readonly GapRow[]): Gap {
  return {
    form: 'gap',
    id: 'told-by-stage',
    name: 'Told, by how far people got',
    asked: [
      { side: 'job_seeker', whom: 'Job seekers who were not selected', question: 'What is the result?' },
      {
        side: 'employer',
        whom: 'Employers',
        question: 'About how many of the people not hired were told so?',
      },
    ],
    notes: ['Employers chose bands, so no difference is computed.'],
    rows,
    measure: 'Percent who were told no',
    findings: rows.map(({ label, seeker }) =>
      shareFound(seeker, { lead: label, who: 'people not hired', does: 'were told so' }),
    ),
    provenance: sample('told-by-stage'),
  };
}

function told(
  id: string,
  label: string,
  [x, n]: readonly [number, number],
  bands: readonly number[],
): GapRow {
  return { id, label, seeker: share('told', 'Told', 'Told', x, n), employer: implied(bands) };
}

/** A stage that employers are not asked about. */
const seekersOnly = (id: string, label: string, [x, n]: readonly [number, number]): GapRow => ({
  id,
  label,
  seeker: share('told', 'Told', 'Told', x, n),
});

const carriedOver = ({ employer, ...row }: GapRow): GapRow => ({
  ...row,
  ...(employer !== undefined && { employer: { ...employer, asOf: '2026-10' } }),
});

export const figures = {
  ladder: {
    usual: ladder([seekers([17, 28, 20, 14, 8]), employers([11, 31, 27, 20, 9])]),
    large: ladder([seekers([2210, 3120, 1980, 1013, 4]), employers([120, 410, 390, 260, 130])]),
    smallN: ladder([seekers([6, 9, 6, 5, 4]), employers([4, 12, 8, 5, 3])]),
    withheld: ladder([seekers([17, 28, 20, 14, 8]), tooFew('employer_interviewed', 'employer', 'Employers')]),
    allWithheld: ladder([
      tooFew('job_seeker_interviewed', 'job_seeker', 'Job seekers, interviewed'),
      tooFew('employer_interviewed', 'employer', 'Employers'),
    ]),
    zero: ladder([seekers([40, 30, 16, 1, 0]), employers([0, 60, 20, 16, 2])]),
    all: ladder([seekers([34, 0, 0, 0, 0]), employers([0, 0, 0, 0, 120])]),
    carried: ladder([{ ...seekers([17, 28, 20, 14, 8]), asOf: '2026-10' }, employers([11, 31, 27, 20, 9])]),
    fourBars: ladder([
      seekers([17, 28, 20, 14, 8]),
      seekers([60, 10, 8, 4, 1]),
      seekers([90, 5, 2, 1, 1]),
      employers([11, 31, 27, 20, 9]),
    ]),
    fromTheEnd: ladder([
      fromTheEnd(seekers([48, 28, 20, 14, 8])),
      fromTheEnd(employers([11, 31, 27, 20, 9])),
    ]),
    hidden: ladder([
      hiddenAtTheEnd(seekers([40, 30, 10, 4, 3])),
      hiddenAtTheEnd(fromTheEnd(employers([50, 31, 10, 4, 3]))),
    ]),
    bounds: ladder([bounded(seekers([17, 28, 20, 14, 8]))]),
    longLabels: ladder([longNames(seekers([17, 28, 20, 14, 8])), longNames(employers([11, 31, 27, 20, 9]))]),
  },
  curve: {
    usual: curve([9, 30, 49, 66, 74], 180),
    smallN: curve([2, 6, 10, 14, 16], 31),
    withheld: curveWithheld,
    carried: bothSides(curve([9, 30, 49, 66, 74], 180), curve([10, 40, 80, 100, 110], 140), '2026-10'),
    bothSides: bothSides(curve([9, 30, 49, 66, 74], 180), curve([10, 40, 80, 100, 110], 140)),
    alike: bothSides(curve([9, 30, 49, 66, 74], 180), curve([10, 31, 50, 67, 75], 181)),
    oneWithheld: {
      ...curveWithheld,
      series: [
        ...curve([9, 30, 49, 66, 74], 180).series,
        tooFew('employer_interviewed', 'employer', 'Employers'),
      ],
    },
    hidden: withoutDay(bothSides(curve([9, 30, 49, 66, 74], 180), curve([4, 40, 80, 100, 110], 140)), 2),
    zero: curve([0, 0, 0, 0, 0], 90),
    all: curve([60, 70, 80, 88, 90], 90),
    longLabels: longCurve(bothSides(curve([9, 30, 49, 66, 74], 180), curve([10, 40, 80, 100, 110], 140))),
  },
  gap: {
    usual: gap([
      told('interviewed', 'Interviewed', [70, 87], [2, 8, 12, 18, 35, 25]),
      seekersOnly('screened', 'First call, test or task', [38, 55]),
      told('applied', 'Only applied', [60, 98], [22, 20, 15, 12, 15, 10]),
      seekersOnly('only_applied', 'Only applied, but further elsewhere', [60, 240]),
    ]),
    low: gap([
      told('interviewed', 'Interviewed', [22, 87], [18, 30, 14, 12, 16, 10]),
      told('screened', 'First call, test or task', [6, 55], [30, 20, 10, 6, 4, 1]),
      told('applied', 'Only applied', [10, 98], [60, 20, 8, 4, 1, 1]),
    ]),
    smallN: gap([
      told('interviewed', 'Interviewed', [16, 31], [2, 8, 12, 8, 5, 1]),
      told('screened', 'First call, test or task', [15, 30], [5, 4, 12, 3, 7, 1]),
      told('applied', 'Only applied', [2, 33], [22, 10, 5, 2, 1, 0]),
    ]),
    withheld: gap([
      told('interviewed', 'Interviewed', [70, 87], [2, 8, 12, 18, 35, 25]),
      {
        id: 'screened',
        label: 'First call, test or task',
        seeker: tooFew('job_seeker_screened', 'job_seeker', 'Job seekers'),
        employer: tooFew('employer_screened', 'employer', 'Employers'),
      },
      {
        ...told('applied', 'Only applied', [60, 98], [22, 20, 15, 12, 15, 10]),
        employer: tooFew('employer_applied', 'employer', 'Employers'),
      },
    ]),
    carried: gap([carriedOver(told('interviewed', 'Interviewed', [70, 87], [2, 8, 12, 18, 35, 25]))]),
    seekersAlone: gap([seekersOnly('screened', 'First call, test or task', [38, 55])]),
    counted: gap([
      {
        ...told('interviewed', 'Interviewed', [70, 87], [2, 8, 12, 18, 35, 25]),
        otherwise: { ...implied([20, 22, 20, 18, 15, 5]), counted: 'employers counted by people' },
      },
    ]),
    zero: gap([told('interviewed', 'Interviewed', [0, 87], [90, 0, 0, 0, 0, 0])]),
    all: gap([told('interviewed', 'Interviewed', [87, 87], [0, 0, 0, 0, 0, 90])]),
    longLabels: {
      ...gap([told('x', 'A test, a task or a call to see who fits', [70, 87], [2, 8, 12, 18, 35, 25])]),
      measure: 'Percent who were told no, by whatever way it was',
    },
  },
  bars: barsFigures,
  medians: mediansFigures,
  dumbbell: dumbbellFigures,
  diverging: divergingFigures,
} satisfies Record<Figure['form'], Record<string, Figure>>;

/** Every example with its name, e.g. “ladder usual”. */
export const namedFigures: readonly (readonly [string, Figure])[] = Object.entries(figures).flatMap(
  ([form, examples]) =>
    Object.entries(examples).map(([name, figure]) => [`${form} ${name}`, figure] as const),
);
