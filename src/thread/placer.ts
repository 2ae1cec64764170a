import type { GonePlace, ShownComment } from './page.ts';

/** A comment to be added to the tree, as the last reply to its parent. */
export interface Placed {
  readonly item: ShownComment | GonePlace;
  /** Null at the top level. */
  readonly parent: string | null;
  /** The number of levels above it. */
  readonly depth: number;
}

/**
 * Puts the pages of a thread together to one tree, in linear time.
 * @returns a function that takes the next page and lists what to add, parents before their replies. A parent that is
 * gone comes as a placeholder before its first reply; what was added before is not listed again.
 */
export function placer(): (page: {
  readonly comments: readonly ShownComment[];
  readonly gone: readonly GonePlace[];
}) => readonly Placed[] {
  const depths = new Map<string, number>();

  return ({ comments, gone }) => {
    const goneById = new Map(gone.map((place) => [place.id, place]));
    const placed: Placed[] = [];

    function place(item: ShownComment | GonePlace): number {
      const { id, parent } = item;
      const before = depths.get(id);
      if (before !== undefined) return before;
      let above = parent === null ? undefined : depths.get(parent);
      const lost = parent === null || above !== undefined ? undefined : goneById.get(parent);
      if (lost !== undefined) above = place(lost);
      const depth = above === undefined ? 0 : above + 1;
      depths.set(id, depth);
      placed.push({ item, parent: above === undefined ? null : parent, depth });
      return depth;
    }
    for (const comment of comments) place(comment);
    return placed;
  };
}
