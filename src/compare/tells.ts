import { isWithheld } from '../figures/parts.ts';
import { countOf, labelOf, type Source } from '../figures/estimates/source.ts';
import { toldByStage } from '../figures/estimates/toldByStage.ts';
import { count } from '../figures/percent.ts';
import type { StageId } from '../release/bases.ts';
import { findSeries } from '../release/findSeries.ts';
import type { Answers } from '../survey/answers.ts';
import type { Comparison } from './comparison.ts';
import { lower, saySame } from './inCounts.ts';
import { placeInSeries } from './placeInSeries.ts';
import { chart } from './told.ts';

const no: Readonly<Record<string, string>> = {
  na_stage: 'You do not have this stage, so there is nothing to compare.',
  dk: 'You do not know how many are told, so there is no place to mark as yours.',
  other: 'You left out how many are told, so there is no place to mark as yours.',
};

/** “3 in 4 or more, but not all, of the people you turn down” */
const ofPeople = (label: string): string =>
  `${lower(label)}${label.includes(',') ? ',' : ''} of the people you turn down`;

/** E11 from the employers’ side: the band a person chose for one stage. */
export function tells(source: Source, stage: StageId, answers: Answers): Comparison {
  const series = chart.series.find(({ id }) => id === `employer_${stage}`);
  const row = toldByStage(source).rows.find(({ id }) => id === stage);
  if (series === undefined || row === undefined) throw new Error(`Told by stage has no stage ${stage}.`);
  const place = placeInSeries(series, answers);
  if (place.in !== 'cell') {
    const code = place.in === 'aside' ? place.code : 'other';
    return { chart, sentence: `${row.when}: ${lower(no[code] ?? no.other ?? '')}` };
  }
  const label = labelOf(source, 'band', place.code);
  const { seeker, when } = row;
  const published = findSeries(source.release, chart.id, series.id);
  const yours = `${when}, you tell ${ofPeople(label)}.`;
  return {
    chart,
    sentence:
      published.status === 'published'
        ? `${yours} ${saySame(countOf(published, place.code), published.n_answered)}`
        : `${yours} There are too few answers yet to set beside it.`,
    ...(!isWithheld(seeker) && {
      detail: `Of ${count(seeker.n)} job seekers here who got as far, ${count(seeker.x)} were told. They did not describe the same applications.`,
    }),
    you: `${row.label}: ${lower(label)}`,
  };
}
