import type { Queue } from '../../../thread/moderation.ts';
import type { Rejection } from '../../../thread/rejection.ts';
import type { Command } from '../shortcuts.ts';

/** A page of a list. */
export interface View {
  readonly list: Queue;
  readonly after: string | null;
}

export const firstPage = (list: Queue): View => ({ list, after: null });

/** What a moderator was at when their session ended: kept in the page, never sent by itself. */
export interface Chosen {
  readonly view: View;
  /** The comment, or null when none was chosen. */
  readonly id: string | null;
  /** The button that was pressed, or null when they were only reading. */
  readonly press: Command | null;
  readonly reason: Rejection | null;
}
