import type { SitePath } from '../../address.ts';
import { findSeries } from '../../release/findSeries.ts';
import { isReleased } from '../../release/isReleased.ts';
import type { Release } from '../../release/release.ts';
import type { EstimateDefinition } from '../../release/series.ts';
import type { Questionnaire, SideId } from '../../survey/question.ts';
import { versions } from '../../survey/versions/versions.ts';
import { plain } from '../../survey/wording.ts';
import type { Asked, BaseFigure, Provenance } from '../baseFigure.ts';

/** What every figure is made from: a release, the questionnaire whose words it quotes, the address printed in pictures. */
export interface Source {
  readonly release: Release;
  readonly questionnaire: Questionnaire;
  /** Such as nobutwhy.example, or someone.github.io/why. */
  readonly host: string;
}

/** Where a chart stands on the site. */
export const chartPath = ({ slug }: Pick<EstimateDefinition, 'slug'>): SitePath => `/charts/${slug}/`;

/** Where a figure’s numbers come from. */
export const provenance = (
  { release, host }: Source,
  estimate: Pick<EstimateDefinition, 'slug'>,
): Provenance => ({
  release: isReleased(release) ? { id: release.id, published: release.published } : null,
  madeUp: release.made_up,
  address: `${host}${chartPath(estimate)}`,
});

/** A question as the last version has it that asks it. */
function questionOf({ questionnaire }: Source, side: SideId, id: string) {
  const newestFirst = [questionnaire, ...versions.toReversed()];
  const questions = newestFirst.flatMap(({ sides }) => sides[side].questions);
  const question = questions.find((entry) => entry.id === id);
  if (question === undefined) throw new Error(`The ${side} questionnaire has no question ${id}.`);
  return question;
}

/** The questions behind an estimate, in their own words, and whom they were put to. */
const asked = (
  source: Source,
  { questions }: EstimateDefinition,
  whom: Readonly<Partial<Record<SideId, string>>>,
): readonly Asked[] =>
  questions.map(({ side, id }) => ({
    side,
    whom: whom[side] ?? source.questionnaire.sides[side].people,
    question: plain(questionOf(source, side, id).wording),
  }));

/** What every figure of an estimate begins with. */
export const headOf = (
  source: Source,
  estimate: EstimateDefinition,
  whom: Readonly<Partial<Record<SideId, string>>>,
): Pick<BaseFigure, 'id' | 'name' | 'asked' | 'provenance'> => ({
  id: estimate.slug,
  name: estimate.name,
  asked: asked(source, estimate, whom),
  provenance: provenance(source, estimate),
});

/** The definition of one series of an estimate with what the release says of it. */
export function seriesOf(
  { release }: Pick<Source, 'release'>,
  { id, series }: EstimateDefinition,
  seriesId: string,
) {
  const definition = series.find((entry) => entry.id === seriesId);
  if (definition === undefined) throw new Error(`The estimate ${id} has no series ${seriesId}.`);
  return { definition, published: findSeries(release, id, seriesId) };
}
