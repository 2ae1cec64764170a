import type { GonePlace } from '../../../thread/page.ts';
import type { Role } from '../../../thread/role.ts';
import type { ThreadKind } from '../../../thread/thread.ts';

/** What the code that writes, sends and reports needs of the discussion that is shown. */
export interface View {
  readonly section: HTMLElement;
  readonly kind: ThreadKind;
  /** The id of the essay or chart. */
  readonly thread: string;
  /** Says something to a screen reader; what is seen says it by itself. */
  readonly say: (sentence: string) => void;
  /** The list item of a comment that is shown. */
  readonly item: (id: string) => HTMLElement | undefined;
  /** The list of replies under a comment that is shown. */
  readonly repliesOf: (id: string) => HTMLElement | null | undefined;
  /** Takes a comment out of what is shown because its author did; its place stays where it was answered. */
  readonly retire: (id: string, state: GonePlace['state'], author: Role) => void;
  /** Leaves out again what the role that is chosen leaves out. */
  readonly only: () => boolean;
}
