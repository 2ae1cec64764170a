import { countOf, labelOf, type Source } from '../figures/estimates/source.ts';
import { count } from '../figures/percent.ts';
import { estimateOf } from '../release/catalogue.ts';
import { findSeries } from '../release/findSeries.ts';
import type { Answers } from '../survey/answers.ts';
import type { Comparison } from './comparison.ts';
import { lower, norDid } from './inCounts.ts';
import { placeInSeries } from './placeInSeries.ts';
import { whyNot, type Reasons } from './whyNot.ts';

export const chart = estimateOf('told-by-day');

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

/** E2: how long the person waited to be told, compared with the others. */
export function waited(source: Source, answers: Answers): Comparison {
  const [series] = chart.series;
  if (series === undefined) throw new Error('Told by day has no series.');
  const place = placeInSeries(series, answers);
  if (place.in === 'none') return { chart, sentence: whyNot(outside, answers) ?? '' };
  if (place.in === 'aside') return { chart, sentence: noDays };
  const wasTold = place.code !== 'never';
  const label = wasTold ? labelOf(source, 'time', String(answers.s_time)) : '';
  const yours = wasTold ? `You were told ${when(label)}.` : 'You were never told.';
  const you = wasTold ? label : 'Never told';

  const published = findSeries(source.release, chart.id, series.id);
  if (published.status !== 'published')
    return { chart, sentence: `${yours} There are too few answers yet to set beside it.`, you };
  const n = published.n_answered;
  const never = countOf(published, 'never');
  if (!wasTold) return { chart, sentence: `${yours} ${norDid('were', never, n, 'people here')}`, you };
  const codes = series.cells.filter(({ code }) => code !== 'never').map(({ code }) => code);
  const at = codes.indexOf(place.code);
  const sooner = codes.slice(0, at).reduce((sum, code) => sum + countOf(published, code), 0);
  const words = at === 0 ? people(countOf(published, place.code), 'as quickly') : people(sooner, 'sooner');
  return {
    chart,
    sentence: `${yours} Of the ${count(n)} people here, ${words} and ${count(never)} never.`,
    you,
  };
}
