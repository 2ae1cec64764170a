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

/**
 * The choice that was asked for; where there is none, the same chart by other groups, else the first of all.
 * @throws Error when there is nothing to choose from
 */
export function nearest<Kind extends Choice>(choices: readonly Kind[], wanted: Choice | undefined): Kind {
  const ofChart = choices.filter(({ estimate }) => estimate === wanted?.estimate);
  const found = ofChart.find(({ by }) => by === wanted?.by) ?? ofChart[0] ?? choices[0];
  if (found === undefined) throw new Error('There is no figure to choose from.');
  return found;
}
