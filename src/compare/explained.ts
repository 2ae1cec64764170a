import { rungNames } from '../figures/estimates/rungNames.ts';
import { chartPath, countOf, type Source } from '../figures/estimates/source.ts';
import { count, percent } from '../figures/percent.ts';
import { estimateOf, seriesIn } from '../release/catalogue.ts';
import { findSeries } from '../release/findSeries.ts';
import type { Release } from '../release/release.ts';
import type { SeriesDefinition } from '../release/series.ts';
import { whyWithheld } from '../figures/estimates/whyWithheld.ts';
import type { Answers } from '../survey/answers.ts';
import type { SideId } from '../survey/question.ts';
import type { Bar, Comparison, Empty, Fill } from './comparison.ts';
import { norDid, saySame, soDid } from './inCounts.ts';
import { standing } from './standing.ts';
import { whyNot } from './whyNot.ts';

const estimate = estimateOf('explanation-ladder');
const chart = { name: estimate.name, path: chartPath(estimate) };

/** The ladder is about people who were interviewed, on both sides. */
const series: Readonly<Record<SideId, SeriesDefinition>> = {
  job_seeker: seriesIn(estimate, 'job_seeker_interviewed'),
  employer: seriesIn(estimate, 'employer_interviewed'),
};

const fills: readonly Fill[] = ['nothing', 'rung-1', 'rung-2', 'rung-3', 'rung-4'];

/** What was said, as it stands in a sentence after “You got”. */
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

const headings: Readonly<Record<SideId, string>> = {
  job_seeker: 'Job seekers who were interviewed',
  employer: 'Employers, on people they interviewed',
};

function bar(
  release: Release,
  { id, side, cells }: SeriesDefinition,
  yours: string | undefined,
): Bar | Empty {
  const published = findSeries(release, estimate.id, id);
  if (published.status !== 'published')
    return { kind: 'empty', heading: headings[side], because: whyWithheld(published) };
  const n = published.n_answered;
  const parts = cells.map(({ code }, rung) => {
    const x = countOf(published, code);
    const fill = fills[rung] ?? 'nothing';
    return { name: rungNames[code] ?? code, x, text: percent({ x, n }), fill, you: code === yours };
  });
  return { kind: 'bar', heading: headings[side], n, parts };
}

const barInWords = (row: Bar | Empty): string =>
  row.kind === 'empty'
    ? `${row.heading}: ${row.because}.`
    : `${row.heading}, n ${count(row.n ?? 0)}: ${row.parts.map(({ name, text }) => `${name.toLowerCase()} ${text}`).join(', ')}.`;

/** E3: what was said about why, with the person’s own rung marked; for employers with the job seekers’ bar beside it. */
export function explained({ release }: Source, side: SideId, answers: Answers): Comparison {
  const mine = series[side];
  const published = findSeries(release, estimate.id, mine.id);
  const place = standing(mine, answers);
  if (place.in === 'none')
    return { chart, sentence: whyNot([notInterviewed], answers) ?? outside[side].other ?? '' };
  if (place.in === 'aside')
    return { chart, sentence: outside[side][place.code] ?? outside[side].other ?? '' };
  const beside = side === 'job_seeker' ? [mine] : [mine, series.job_seeker];
  const rows = beside.map((entry) => bar(release, entry, entry === mine ? place.code : undefined));
  const got = said(place.code, side === 'job_seeker' ? 'you' : 'them');
  const yours =
    side === 'employer'
      ? `From you, an interviewed candidate usually gets ${got}.`
      : place.code === 'silence'
        ? 'You never got a final answer.'
        : `You got ${got}.`;
  const picture = {
    alt: `Your answer, ${(rungNames[place.code] ?? '').toLowerCase()}, marked on a stacked bar. ${rows.map(barInWords).join(' ')}`,
    rows,
    scale: false,
    madeUp: release.made_up,
  };
  if (published.status !== 'published')
    return { chart, sentence: `${yours} There are too few answers yet to set beside it.`, picture };
  const x = countOf(published, place.code);
  const n = published.n_answered;
  const like =
    side === 'employer'
      ? saySame(x, n)
      : place.code === 'silence'
        ? norDid('did', x, n, 'people here')
        : soDid('did', x, n, 'people here');
  return { chart, sentence: `${yours} ${like}`, ...detail(release, side, place.code), picture };
}

/** What the other side tells of the same rung. */
function detail(release: Release, side: SideId, code: string): { detail?: string } {
  if (side === 'job_seeker') return {};
  const published = findSeries(release, estimate.id, series.job_seeker.id);
  if (published.status !== 'published') return {};
  const [x, n] = [count(countOf(published, code)), count(published.n_answered)];
  return { detail: `Of ${n} job seekers here who were interviewed, ${x} tell of the same.` };
}
