import { rungNames } from '../figures/estimates/rungNames.ts';
import { countOf, type Source } from '../figures/estimates/source.ts';
import { count } from '../figures/percent.ts';
import { estimateOf, seriesIn } from '../release/catalogue.ts';
import { findSeries } from '../release/findSeries.ts';
import type { Release } from '../release/release.ts';
import type { SeriesDefinition } from '../release/series.ts';
import type { Answers } from '../survey/answers.ts';
import type { SideId } from '../survey/question.ts';
import type { Comparison } from './comparison.ts';
import { norDid, saySame, soDid } from './inCounts.ts';
import { placeInSeries } from './placeInSeries.ts';
import { whyNot } from './whyNot.ts';

export const chart = estimateOf('explanation-ladder');

/** The ladder is about people who were interviewed, on both sides. */
const series: Readonly<Record<SideId, SeriesDefinition>> = {
  job_seeker: seriesIn(chart, 'job_seeker_interviewed'),
  employer: seriesIn(chart, 'employer_interviewed'),
};

/** What was said, as words that follow “You got”. */
const said = (code: string, them: string): string =>
  ({
    silence: 'no message',
    form: 'a standard message',
    generic: 'a reason that could have gone to anyone',
    specific: `a reason about ${them}`,
    actionable: `a reason about ${them}, and something to do differently`,
  })[code] ?? code;

const outside: Readonly<Record<SideId, Readonly<Record<string, string>>>> = {
  job_seeker: {
    dk: 'You do not know what the employer told you about why, so there is no place to mark as yours.',
    other: 'You left out what the employer told you about why, so there is no place to mark as yours.',
  },
  employer: {
    varies: 'You said that it depends on who handles it, so there is no one place to mark as yours.',
    dk: 'You do not know what an interviewed candidate usually gets, so there is no place to mark as yours.',
    other: 'You left out what an interviewed candidate usually gets, so there is no place to mark as yours.',
  },
};

const notInterviewed = {
  when: { variable: 's_stage', notIn: ['int1', 'int2', 'int3'] },
  sentence:
    'You were not interviewed. The explanation ladder counts people who were, so it has no place for your answer.',
};

/** E3: the person’s rung on the explanation ladder, and how many others are on it. */
export function explained({ release }: Source, side: SideId, answers: Answers): Comparison {
  const mine = series[side];
  const published = findSeries(release, chart.id, mine.id);
  const place = placeInSeries(mine, answers);
  if (place.in === 'none')
    return { chart, sentence: whyNot([notInterviewed], answers) ?? outside[side].other ?? '' };
  if (place.in === 'aside')
    return { chart, sentence: outside[side][place.code] ?? outside[side].other ?? '' };
  const got = said(place.code, side === 'job_seeker' ? 'you' : 'them');
  const yours =
    side === 'employer'
      ? `From you, an interviewed candidate usually gets ${got}.`
      : place.code === 'silence'
        ? 'You never got a final answer.'
        : `You got ${got}.`;
  const you = rungNames[place.code] ?? place.code;
  if (published.status !== 'published')
    return { chart, sentence: `${yours} There are too few answers yet to set beside it.`, you };
  const x = countOf(published, place.code);
  const n = published.n_answered;
  const like =
    side === 'employer'
      ? saySame(x, n)
      : place.code === 'silence'
        ? norDid('did', x, n, 'people here')
        : soDid('did', x, n, 'people here');
  return { chart, sentence: `${yours} ${like}`, ...detail(release, side, place.code), you };
}

/** How many job seekers tell of what this employer says. */
function detail(release: Release, side: SideId, code: string): { detail?: string } {
  if (side === 'job_seeker') return {};
  const published = findSeries(release, chart.id, series.job_seeker.id);
  if (published.status !== 'published') return {};
  const [x, n] = [count(countOf(published, code)), count(published.n_answered)];
  return { detail: `Of ${n} job seekers here who were interviewed, ${x} tell of the same.` };
}
