import { figureOf } from '../figures/estimates/figureOf.ts';
import type { Source } from '../figures/estimates/source.ts';
import { findingOf } from './titleOf.ts';

/**
 * In which order figures lead the site. It was fixed before anybody answered, so that no number chooses what the front page
 * says: first whether there was a reason, which is what the site asks; then whether people are told, what helps, what it
 * costs, and last what employers say of themselves. Who answered is no finding, and never leads.
 */
export const ranked = [
  'explanation-ladder',
  'known-not-said',
  'told-by-day',
  'asking',
  'most-useful',
  'clarity',
  'told-by-stage',
  'promise',
  'how-told',
  'waiting',
  'outcome',
  'hours',
  'confidence',
  'apply-again',
  'barriers',
  'legal-worry',
  'support',
] as const;

/** The figure that would lead if it had a finding. */
export const [firstInLine] = ranked;

/** The first figure in this order that has a finding in the release shown; none before there is one. */
export const leadingFigure = (source: Source): string | undefined =>
  ranked.find((id) => findingOf(figureOf(id, source)) !== undefined);
