import { catalogue } from '../../src/release/catalogue.ts';
import type { EstimateDefinition, SeriesDefinition } from '../../src/release/series.ts';
import type { SideId } from '../../src/survey/question.ts';

/** Every series of a side with its estimate, in the order of the catalogue. */
export const seriesOfSide = (
  side: SideId,
): readonly { readonly estimate: EstimateDefinition; readonly series: SeriesDefinition }[] =>
  catalogue.flatMap((estimate) =>
    estimate.series.filter((series) => series.side === side).map((series) => ({ estimate, series })),
  );
