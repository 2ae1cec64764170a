import type { GonePlace, ShownComment } from './page.ts';

/** Something to be put into the tree, below its parent and after what stands there already. */
export interface Placed {
  readonly item: ShownComment | GonePlace;
  /** Null on top. */
  readonly parent: string | null;
  /** Levels above it. */
  readonly depth: number;
}

/**
 * Puts the pages of a thread together to one tree, in linear time: every comment is looked at once, by its id.
 * @returns a function that takes the next page and says what to put where, parents before their replies. Where a
 * parent is gone, its place comes before the first reply that needs it; what was placed before is not placed again.
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
