import type { GapRow } from '../figures/gapFigure.ts';
import { isWithheld } from '../figures/parts.ts';
import { chartPath, type Source } from '../figures/estimates/source.ts';
import { toldByStage } from '../figures/estimates/toldByStage.ts';
import { count, percentRange } from '../figures/percent.ts';
import { stages } from '../release/bases.ts';
import { estimateOf } from '../release/catalogue.ts';
import type { Answers } from '../survey/answers.ts';
import { holds } from '../survey/condition.ts';
import type { Comparison, Empty, Row, Span } from './comparison.ts';
import { norDid, soDid } from './inCounts.ts';

const estimate = estimateOf('told-by-stage');
const chart = { name: estimate.name, path: chartPath(estimate) };

const who: Readonly<Record<(typeof stages)[number]['id'], string>> = {
  applied: 'people here who only applied',
  screened: 'people here who had a screening, test or task',
  interviewed: 'people here who were interviewed',
};

/** What employers’ bands of one stage allow, as a row. */
export function employersRow({ employer }: GapRow): Span | Empty {
  const heading = 'Employers, of the people they turn down';
  if (isWithheld(employer)) return { kind: 'empty', heading, because: employer.because };
  const { n, lower, upper } = employer;
  return { kind: 'span', whose: 'employer', heading, n, lower, upper, text: percentRange(lower, upper) };
}

/** E11: whether the person was told at all, among those who got as far, with what employers say of that stage. */
export function told(source: Source, answers: Answers): Comparison {
  const stage = stages.find(({ where }) => holds(where, answers));
  const row = toldByStage(source).rows.find(({ id }) => id === stage?.id);
  if (stage === undefined || row === undefined)
    return { chart, sentence: 'You left out how far you got, so there is no place to mark as yours.' };
  const wasTold = answers.s_outcome === 'rejected_told';
  const yours = wasTold ? 'You were told that you were not selected.' : 'You were not told.';
  const heading = `Job seekers: ${stage.label.toLowerCase()}`;
  const { seeker } = row;
  const madeUp = source.release.made_up;
  if (isWithheld(seeker)) {
    const rows: Row[] = [{ kind: 'empty', heading, because: seeker.because }];
    return {
      chart,
      sentence: `${yours} There are too few answers yet to set beside it.`,
      picture: { alt: `${heading}: ${seeker.because}.`, rows, scale: false, madeUp },
    };
  }
  const { x, n } = seeker;
  const employers = employersRow(row);
  const parts = [
    { name: 'Told', x, text: count(x), fill: wasTold ? 'yours' : 'others', you: wasTold } as const,
    { name: 'Not told', x: n - x, text: count(n - x), fill: 'nothing', you: !wasTold } as const,
  ];
  return {
    chart,
    sentence: `${yours} ${wasTold ? soDid('were', x, n, who[stage.id]) : norDid('were', n - x, n, who[stage.id])}`,
    ...(employers.kind === 'span' && {
      detail: `Of people who get as far, employers here say they tell ${employers.text}. They chose bands, so theirs is an interval, and they did not describe the same applications.`,
    }),
    picture: {
      alt: `Of ${count(n)} ${who[stage.id]}, ${count(x)} were told and ${count(n - x)} were not; you were ${wasTold ? 'told' : 'not told'}. ${employers.heading}: ${employers.kind === 'span' ? employers.text : employers.because}.`,
      rows: [{ kind: 'bar', heading, n, parts: parts.filter((part) => part.x > 0 || part.you) }, employers],
      scale: true,
      madeUp,
    },
  };
}
