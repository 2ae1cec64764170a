import { limits } from './limits.ts';
import type { OwnState } from './ownState.ts';
import type { Rejection } from './rejection.ts';
import type { Role } from './role.ts';
import type { SeenState } from './state.ts';
import type { ThreadKind } from './thread.ts';

/** Where a comment stands that was written on this device. */
export type Standing =
  /** On its way; once it was tried, it may have arrived without our knowing. */
  | { readonly is: 'outgoing'; readonly tried: boolean }
  /** The server will not take it as it is. */
  | { readonly is: 'refused'; readonly code: string; readonly sentence: string }
  /** With the server. `editableUntil` is by this device’s clock, in milliseconds since 1970. */
  | {
      readonly is: 'kept';
      readonly state: SeenState;
      readonly reason: Rejection | null;
      readonly editableUntil: number;
    }
  /** The server knows no comment by its code any more. */
  | { readonly is: 'unknown' };

/** A comment that was written on this device, as it lies there: the outbox and the receipt in one. */
export interface OwnComment {
  /** Changes when a record of before cannot be read any more. */
  readonly format: 1;
  readonly id: string;
  /** The receipt code, 28 symbols. */
  readonly code: string;
  /** Its SHA-256, 64 hexadecimal digits; this is what is sent. */
  readonly receipt: string;
  readonly kind: ThreadKind;
  readonly thread: string;
  readonly parent: string | null;
  readonly role: Role;
  /** Empty when the server has let go of the words. */
  readonly text: string;
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
  readonly standing: Standing;
}

/** The comment that has just arrived. @param now milliseconds since 1970 */
export const arrived = (own: OwnComment, now: number): OwnComment => ({
  ...own,
  standing: {
    is: 'kept',
    state: 'waiting',
    reason: null,
    editableUntil: now + limits.editMinutes * 60_000,
  },
});

/** The comment as the server has it now. @param now milliseconds since 1970 */
export function asKept(own: OwnComment, state: OwnState, now: number): OwnComment {
  if (state.status === 'unknown') return { ...own, standing: { is: 'unknown' } };
  const { id, kind, thread, parent, role, text, reason, editable_seconds } = state;
  return {
    ...own,
    id,
    kind,
    thread,
    parent,
    role,
    text: text ?? '',
    standing: { is: 'kept', state: state.state, reason, editableUntil: now + editable_seconds * 1000 },
  };
}
