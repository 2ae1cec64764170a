import { chartPath, countOf, labelOf, type Source } from '../figures/estimates/source.ts';
import { whyWithheld } from '../figures/estimates/whyWithheld.ts';
import { count } from '../figures/percent.ts';
import { estimateOf } from '../release/catalogue.ts';
import { findSeries } from '../release/findSeries.ts';
import type { Answers } from '../survey/answers.ts';
import type { Comparison, Part } from './comparison.ts';
import { lower, norDid } from './inCounts.ts';
import { standing } from './standing.ts';
import { whyNot, type Reasons } from './whyNot.ts';

const estimate = estimateOf('told-by-day');
const chart = { name: estimate.name, path: chartPath(estimate) };
const heading = 'Job seekers whose last step was at least 45 days ago';

const outside: Reasons = [
  {
    when: { variable: 's_elapsed', in: ['lt45'] },
    sentence:
      'Your last step was less than 45 days ago. Told by day counts people who have all had at least 45 days, so it has no place for your answer yet.',
  },
  {
    when: { all: [] },
    sentence:
      'You left out when your last step was. Told by day counts people whose last step was at least 45 days ago, so it has no place for your answer.',
  },
];
const noDays = 'You left out how long it was until you were told, so there is no place to mark as yours.';

/** “in 8 to 14 days”, “within 2 days”, “after more than 90 days” */
function when(label: string): string {
  if (/^\d/.test(label)) return `in ${label}`;
  return label.startsWith('More') ? `after ${lower(label)}` : lower(label);
}

const people = (x: number, what: string): string => `${count(x)} ${x === 1 ? 'was' : 'were'} told ${what}`;

/** E2: how long it was until the person was told, among the others. */
export function waited(source: Source, answers: Answers): Comparison {
  const [series] = estimate.series;
  if (series === undefined) throw new Error('Told by day has no series.');
  const place = standing(series, answers);
  if (place.in === 'none') return { chart, sentence: whyNot(outside, answers) ?? '' };
  if (place.in === 'aside') return { chart, sentence: noDays };
  const wasTold = place.code !== 'never';
  const label = wasTold ? labelOf(source, 'time', String(answers.s_time)) : '';
  const yours = wasTold ? `You were told ${when(label)}.` : 'You were never told.';

  const published = findSeries(source.release, estimate.id, series.id);
  if (published.status !== 'published') {
    const picture = {
      alt: `${heading}: ${whyWithheld(published)}.`,
      rows: [{ kind: 'empty', heading, because: whyWithheld(published) } as const],
      scale: false,
      madeUp: source.release.made_up,
    };
    return { chart, sentence: `${yours} There are too few answers yet to set beside it.`, picture };
  }
  const n = published.n_answered;
  const told = series.cells.filter(({ code }) => code !== 'never').map(({ code }) => code);
  const at = told.indexOf(place.code);
  const sum = (codes: readonly string[]) =>
    codes.reduce((total, code) => total + countOf(published, code), 0);
  const never = countOf(published, 'never');
  const [sooner, same, later] = wasTold
    ? [sum(told.slice(0, at)), sum(told.slice(at, at + 1)), sum(told.slice(at + 1))]
    : [sum(told), 0, 0];
  const part = (name: string, short: string, x: number, rest: Pick<Part, 'fill' | 'you'>): Part[] =>
    x === 0 && !rest.you ? [] : [{ name, short, x, text: count(x), ...rest }];
  const parts = [
    ...part(wasTold ? 'Told sooner' : 'Told', wasTold ? 'Sooner' : 'Told', sooner, {
      fill: 'others',
      you: false,
    }),
    ...(wasTold ? part('Same stretch', 'Same', same, { fill: 'yours', you: true }) : []),
    ...part('Told later', 'Later', later, { fill: 'others', you: false }),
    ...part('Never told', 'Never', never, { fill: 'nothing', you: !wasTold }),
  ];
  const stretches = [
    people(sooner, 'sooner'),
    people(same, 'in the same stretch of days'),
    people(later, 'later'),
    `${count(never)} never`,
  ].join(', ');
  const words = at === 0 ? people(same, 'as quickly') : people(sooner, 'sooner');
  return {
    chart,
    sentence: wasTold
      ? `${yours} Of the ${count(n)} people here, ${words} and ${count(never)} never.`
      : `${yours} ${norDid('were', never, n, 'people here')}`,
    picture: {
      alt: wasTold
        ? `Of ${count(n)} people, compared with you: ${stretches}.`
        : `Of ${count(n)} people, ${count(sooner)} were told and ${count(never)} never were, as you.`,
      rows: [{ kind: 'bar', heading, n, parts }],
      scale: false,
      madeUp: source.release.made_up,
    },
  };
}
