import type { Bars } from '../../../figures/barsFigure.ts';

/** A figure of the explorer, as its address names it. */
export interface Choice {
  /** The chart that is cut: its slug. */
  readonly estimate: string;
  /** The segment it is cut by. */
  readonly by: string;
}

/** What an address asks for; undefined where it names no figure. @param search such as `?estimate=waiting&by=region` */
export function choiceIn(search: string): Choice | undefined {
  const asked = new URLSearchParams(search);
  const estimate = asked.get('estimate');
  return estimate === null ? undefined : { estimate, by: asked.get('by') ?? '' };
}

/** The address of a choice within the page: it leads to the explorer and opens it on this figure. */
export const addressOf = ({ estimate, by }: Choice): string =>
  `?${new URLSearchParams({ estimate, by }).toString()}#explore`;

/** What a figure is the choice of. Throws on a figure that is no cut. */
export function choiceOf({ id, cut }: Bars): Choice {
  if (cut === undefined) throw new Error(`${id} is no cut.`);
  return { estimate: cut.chart, by: cut.segment };
}

/**
 * The figure that was asked for; where there is none, the same chart by other groups, else the first of all.
 * Throws when there are no figures.
 */
export function figureFor(figures: readonly Bars[], wanted: Choice | undefined): Bars {
  const ofChart = figures.filter(({ cut }) => cut?.chart === wanted?.estimate);
  const found = ofChart.find(({ cut }) => cut?.segment === wanted?.by) ?? ofChart[0] ?? figures[0];
  if (found === undefined) throw new Error('There is no figure to choose from.');
  return found;
}
