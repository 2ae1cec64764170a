import { isWithheld } from '../figures/parts.ts';
import type { Source } from '../figures/estimates/source.ts';
import { toldByStage } from '../figures/estimates/toldByStage.ts';
import { percentRange } from '../figures/percent.ts';
import { stages } from '../release/bases.ts';
import { estimateOf } from '../release/catalogue.ts';
import type { Answers } from '../survey/answers.ts';
import { holds } from '../survey/condition.ts';
import type { Comparison } from './comparison.ts';
import { norDid, soDid } from './inCounts.ts';

export const chart = estimateOf('told-by-stage');

const who: Readonly<Record<(typeof stages)[number]['id'], string>> = {
  applied: 'people here who only applied',
  screened: 'people here who had a screening, test or task',
  interviewed: 'people here who were interviewed',
};

/** E11: whether the person was told at all, compared with others who got as far and with what employers say of that stage. */
export function told(source: Source, answers: Answers): Comparison {
  const stage = stages.find(({ where }) => holds(where, answers));
  const row = toldByStage(source).rows.find(({ id }) => id === stage?.id);
  if (stage === undefined || row === undefined)
    return { chart, sentence: 'You left out how far you got, so there is no place to mark as yours.' };
  const wasTold = answers.s_outcome === 'rejected_told';
  const yours = wasTold ? 'You were told that you were not selected.' : 'You were not told.';
  const you = `${row.label}: ${wasTold ? 'told' : 'not told'}`;
  const { seeker, employer } = row;
  if (isWithheld(seeker))
    return { chart, sentence: `${yours} There are too few answers yet to set beside it.`, you };
  const { x, n } = seeker;
  return {
    chart,
    sentence: `${yours} ${wasTold ? soDid('were', x, n, who[stage.id]) : norDid('were', n - x, n, who[stage.id])}`,
    ...(!isWithheld(employer) && {
      detail: `Of people who get as far, employers here say they tell ${percentRange(employer.lower, employer.upper)}. They chose bands, so theirs is an interval, and they did not describe the same applications.`,
    }),
    you,
  };
}
