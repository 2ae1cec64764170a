import { hasMinimumBase } from '../statistics/precision.ts';
import { catalogue, type SeriesDefinition } from './catalogue.ts';
import { release, type Release, type ReleaseSeries } from './release.ts';
import type { Tally } from './tally.ts';

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, x) => total + x, 0);

function seriesOf(estimate: string, definition: SeriesDefinition, tally: Tally): ReleaseSeries {
  const exact = tally.series[estimate]?.[definition.id];
  if (exact === undefined)
    throw new Error(
      `The tally holds no counts for ${estimate} ${definition.id}: the database is of another version.`,
    );
  const pick = (cells: SeriesDefinition['cells']) =>
    Object.fromEntries(
      cells.map(({ code }) => {
        const x = exact[code];
        if (x === undefined)
          throw new Error(
            `The tally holds no count for ${estimate} ${definition.id} ${code}: the database is of another version.`,
          );
        return [code, x];
      }),
    );
  const counts = pick(definition.cells);
  const asides = pick(definition.asides);
  const n_answered = sum(counts);
  const n_asked = n_answered + sum(asides);
  if (n_asked !== exact.asked)
    throw new Error(
      `${estimate} ${definition.id}: ${String(exact.asked)} people were asked but ${n_asked} are in a cell; every one must be in exactly one.`,
    );
  const head = { estimate, id: definition.id };
  // The base rule: under the minimum there is no percentage, no chart and no number (protocol 3.3, P3).
  return hasMinimumBase(n_answered)
    ? { ...head, status: 'published', n_asked, n_answered, counts, asides }
    : { ...head, status: 'small_base' };
}

/**
 * What of a tally may be published, as a release.
 * @throws Error when the tally is not of this catalogue or its counts cannot be, saying which.
 */
export function makeRelease(
  tally: Tally,
  head: Pick<Release, 'id' | 'published' | 'made_up' | 'instrument'>,
): Release {
  const { job_seeker, employer } = tally.sides;
  const series = catalogue.flatMap((estimate) =>
    estimate.series.map((definition) => seriesOf(estimate.id, definition, tally)),
  );
  return release.parse({ ...head, sides: { job_seeker, employer }, series });
}

/** The bytes of a release file: stable order, two spaces, a newline at the end. */
export const releaseText = (made: Release): string => `${JSON.stringify(made, null, 2)}\n`;
