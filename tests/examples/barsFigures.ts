import type { BarGroup, BarRow, Bars } from '../../src/figures/barsFigure.ts';
import type { Compared } from '../../src/figures/finding.ts';
import { newcombe } from '../../src/statistics/newcombe.ts';
import { sample, share, tooFew } from './figureParts.ts';

function bars(groups: readonly BarGroup[], more: Partial<Bars> = {}): Bars {
  return {
    form: 'bars',
    id: 'barriers',
    name: 'What gets in the way',
    asked: [
      {
        side: 'employer',
        whom: 'Employers, yes or no for each',
        question: 'Do any of these keep you from giving candidates more feedback?',
      },
    ],
    notes: ['Each row was answered yes or no by itself, so the percentages add up to more than 100.'],
    provenance: sample('barriers'),
    groups,
    findings: [],
    rowHeading: 'Reason',
    yesNo: true,
    howToRead: 'Each bar is the share that said yes.',
    measure: 'Percent of employers who said yes to it',
    doesNotShow: 'It does not show what would change if a reason went away.',
    ...more,
  };
}

const row = (id: string, label: string, x: number, n: number): BarRow => ({
  id,
  label,
  bars: [{ side: 'employer', value: share(id, label, label, x, n) }],
});

const one = (...rows: readonly BarRow[]): readonly BarGroup[] => [{ id: 'all', label: '', rows }];

const LONG = 'Legal, consulting and other professional services, and whatever else has a long name';

const pair = (
  id: string,
  label: string,
  seekers: readonly [number, number],
  employers: readonly [number, number],
) => ({
  id,
  label,
  bars: [
    { side: 'job_seeker' as const, value: share(id, label, label, ...seekers) },
    { side: 'employer' as const, value: share(id, label, label, ...employers) },
  ],
});

/** Two groups of employers set beside each other, and whether a sentence may say that they differ. */
export function worry(
  [xa, na]: readonly [number, number],
  [xb, nb]: readonly [number, number],
  higher: Compared['higher'],
): Compared {
  const found = newcombe({ x: xa, n: na }, { x: xb, n: nb });
  if (found === null) throw new Error('An example needs answers.');
  return {
    does: 'worry about one',
    a: { who: 'employers who know of a claim', x: xa, n: na },
    b: { who: 'employers who know of none', x: xb, n: nb },
    ...found,
    higher,
  };
}

const usual = one(
  row('time', 'Too little time for so many', 66, 97),
  row('system', 'The system sends standard messages only', 61, 96),
  row('legal', 'Worry about legal claims or complaints', 58, 97),
  row('policy', 'A rule against it', 28, 96),
  row('doubt', 'Candidates would not find it useful', 12, 94),
);

const bounded = { asked: 467, missing: 74, lower: 0.115, upper: 0.274 };
const template = row('template', 'Templates with room for a reason', 54, 393);

export const barsFigures = {
  usual: bars(usual, {
    findings: [
      {
        kind: 'share',
        share: share('time', '', '', 66, 97),
        who: 'employers',
        does: 'say too little time keeps them from giving more feedback',
      },
    ],
  }),
  smallN: bars(
    one(row('time', 'Too little time for so many', 16, 31), row('policy', 'A rule against it', 5, 30)),
  ),
  withheld: bars(
    one(row('time', 'Too little time for so many', 66, 97), {
      id: 'policy',
      label: 'A rule against it',
      bars: [{ side: 'employer', value: tooFew('policy', 'employer', 'A rule against it') }],
    }),
  ),
  carried: bars(
    one(row('time', 'Too little time for so many', 66, 97), {
      id: 'policy',
      label: 'A rule against it',
      bars: [{ side: 'employer', value: { ...share('policy', '', '', 28, 96), asOf: '2026-10' } }],
    }),
  ),
  bounds: bars(
    one({
      ...template,
      bars: template.bars.map(({ side, value }) => ({ side, value: { ...value, bounds: bounded } })),
    }),
  ),
  zero: bars(
    one(row('time', 'Too little time for so many', 0, 97), row('policy', 'A rule against it', 0, 240)),
  ),
  all: bars(
    one(row('time', 'Too little time for so many', 97, 97), row('policy', 'A rule against it', 240, 240)),
  ),
  longLabels: bars(one(row('time', LONG, 66, 97), row('policy', 'Short', 240, 240))),
  bothSides: bars(
    [
      {
        id: 'level',
        label: 'By the level of the job',
        rows: [
          pair('entry', 'Entry level', [304, 1050], [132, 459]),
          pair('leading', 'Managers and directors', [35, 1050], [15, 459]),
        ],
      },
      {
        id: 'region',
        label: 'By region',
        rows: [
          pair('north_america', 'North America', [459, 1032], [215, 448]),
          pair('elsewhere', 'Elsewhere', [6, 1032], [0, 448]),
        ],
      },
    ],
    { yesNo: false, measure: 'Percent of those who answered on each side' },
  ),
  facts: bars(
    [
      {
        id: 'level',
        label: 'By the level of the job',
        rows: [pair('entry', 'Entry level', [16, 31], [132, 459])],
      },
    ],
    { yesNo: false, facts: true },
  ),
  compared: bars(usual, { compared: [worry([48, 65], [221, 354], null)] }),
} satisfies Record<string, Bars>;
