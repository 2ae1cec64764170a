import type { Release, ReleaseSeries } from './release.ts';

/** One series of a release. Throws when the release does not hold it, saying which. */
export function findSeries(release: Release, estimate: string, id: string): ReleaseSeries {
  const found = release.series.find((series) => series.estimate === estimate && series.id === id);
  if (found === undefined)
    throw new Error(
      `The release “${release.id}” holds no series ${estimate} ${id}: it was made from another catalogue.`,
    );
  return found;
}
