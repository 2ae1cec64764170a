import { variablesIn, type Condition, all, is } from '../survey/condition.ts';
import type { Variable } from '../survey/kinds/kind.ts';
import type { SideId } from '../survey/question.ts';
import { everAsked, runsOf, versions } from '../survey/versions/versions.ts';
import type { Base, Run } from './series.ts';
import { missingColumn } from '../survey/missingCodes.ts';

/** The column of a response that says which version of the questionnaire it answers. */
export const INSTRUMENT = 'instrument';

/** Every version of the questionnaire, the present one included, oldest first. */
export const versionIds: readonly string[] = versions.map(({ version }) => version);

/** Every variable that a side was ever asked, as the newest version that asks it does. */
export const variablesEver: Readonly<Record<SideId, readonly Variable[]>> = {
  job_seeker: everAsked(versions, 'job_seeker').map(({ variable }) => variable),
  employer: everAsked(versions, 'employer').map(({ variable }) => variable),
};

/** Whether a name in a condition is of a variable: its own, or that of its missing codes. */
export const isAbout = (name: string, { id }: Pick<Variable, 'id'>): boolean =>
  name === id || name === missingColumn(id);

/** The stretches of versions in which everything that some conditions look at is asked and answered alike, oldest first. */
export function runsFor(side: SideId, conditions: readonly Condition[]): readonly Run[] {
  const names = [...new Set(conditions.flatMap(variablesIn))];
  // A condition for both sides names questions of both; the other’s have no answer here.
  const looked = variablesEver[side].filter((variable) => names.some((name) => isAbout(name, variable)));
  const ids = looked.map(({ id }) => id);
  return runsOf(versions, side, ids).map((run): Run => {
    const [since] = run;
    const until = run[run.length - 1];
    return {
      versions: run,
      ...(since !== undefined && since !== versionIds[0] && { since }),
      ...(until !== undefined && until !== versionIds[versionIds.length - 1] && { until }),
    };
  });
}

/** What comes after a name where it is of some versions only: “@2+3”. */
export const ofVersions = ({ versions: own }: Pick<Run, 'versions'>): string =>
  own.length === versionIds.length ? '' : `@${own.join('+')}`;

/** A base in every version of the questionnaire. */
export const wholeOf = (base: Base): Base => base.of?.whole ?? base;

/** The versions whose answers a base holds. */
export const versionsIn = ({ of }: Base): readonly string[] => of?.versions ?? versionIds;

/** Those of a base who answered one of these versions. */
export function inRun(base: Base, run: Pick<Run, 'versions'>): Base {
  const whole = wholeOf(base);
  const which = ofVersions(run);
  if (which === '') return whole;
  return {
    ...whole,
    id: `${whole.id}${which}`,
    where: all(whole.where, is(INSTRUMENT, ...run.versions)),
    of: { versions: run.versions, whole },
  };
}
