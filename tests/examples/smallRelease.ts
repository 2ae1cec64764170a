import type { Source } from '../../src/figures/estimates/source.ts';
import type { SeriesDefinition } from '../../src/release/series.ts';
import { randomShare } from '../../src/sample/seededRandom.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { recounted } from './release.ts';
import { wholeRelease } from './wholeRelease.ts';

/** So many did not say, wherever anybody could. */
export const unsaidWherePossible =
  (unsaid: number) =>
  ({ asides }: SeriesDefinition): number =>
    asides.length > 0 ? unsaid : 0;

/** A release whose series are small: a third of all answers were given by one to four people. */
export function smallRelease(seed: number, unsaid = 3): Source {
  const counts = ({ id, base, cells }: SeriesDefinition) =>
    Object.fromEntries(
      cells.map(({ code }) => {
        const share = (of: string) => randomShare([seed, base.id, id, code, of]);
        const kind = share('kind');
        const most = kind < 0.1 ? 0 : kind < 0.4 ? 4 : kind < 0.7 ? 20 : 60;
        return [code, Math.ceil(share('count') * most)];
      }),
    );
  const release = recounted(wholeRelease(), counts, unsaidWherePossible(unsaid));
  return { release, questionnaire, host: 'nobutwhy.example' };
}
