import type { Run, SeriesDefinition } from '../../release/series.ts';
import { lowered } from '../capital.ts';

/** Since or until which version of the questionnaire a series is asked; undefined where every version asks it alike. */
function whenAsked({ run }: SeriesDefinition): string | undefined {
  const { since, until }: Partial<Run> = run ?? {};
  if (since !== undefined && until !== undefined)
    return `Asked from version ${since} to version ${until} of the questionnaire`;
  if (until !== undefined) return `Asked until version ${until} of the questionnaire`;
  return since === undefined ? undefined : `Asked since version ${since} of the questionnaire`;
}

/** Sentences under a chart whose series are not all asked in every version alike: of all of them, or of each by its name. */
export function versionNotes(series: readonly SeriesDefinition[]): readonly string[] {
  const [when, ...others] = new Set(series.map(whenAsked));
  if (others.length === 0) return when === undefined ? [] : [`${when}.`];
  const said = series.flatMap((one) => {
    const own = whenAsked(one);
    return own === undefined ? [] : [`${one.shortLabel}: ${lowered(own)}.`];
  });
  return [...new Set(said)];
}
