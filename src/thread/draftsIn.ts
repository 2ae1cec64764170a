import { keptUntil } from '../survey/draft.ts';
import type { CommentDraft, DraftBook, Place } from './draftBook.ts';
import { roles, type Role } from './role.ts';

/**
 * The drafts of the newest book among those found on the device, which is the last, without those that are empty or too old (30 days
 * after the last change, as in the survey). Where it holds only what a tab had changed, the book before it counts elsewhere.
 * Words of somebody whose role we do not know are nobody’s in particular.
 */
export function draftsIn(found: readonly DraftBook[], now: number): Map<Place, CommentDraft> {
  const book = found[found.length - 1];
  const before = book?.over === undefined ? {} : found[found.length - 2]?.drafts;
  const drafts = Object.entries({ ...before, ...book?.drafts }).filter(
    ([, { text, at }]) => text.trim() !== '' && now < keptUntil(at),
  );
  const roleOf = ({ role }: CommentDraft): Role => (roles.some(({ code }) => code === role) ? role : 'none');
  return new Map(drafts.map(([place, draft]) => [place, { ...draft, role: roleOf(draft) }]));
}

/** The texts found, with their places, that `drafts` does not contain, and that no tab had seen before it wrote over them. */
export function hiddenUnder(
  drafts: ReadonlyMap<Place, CommentDraft>,
  found: readonly DraftBook[],
  now: number,
): (readonly [Place, string])[] {
  const last = found[found.length - 1];
  return (
    found
      .flatMap((book) => [...draftsIn([book], now)])
      // A place that a whole book lacks was emptied by whoever wrote it.
      .filter(([place]) => last?.over !== undefined || last?.drafts[place] !== undefined)
      .map(([place, { text }]) => [place, text] as const)
      .filter(
        ([place, text]) => text !== last?.over?.[place] && drafts.get(place)?.text.includes(text) !== true,
      )
  );
}
