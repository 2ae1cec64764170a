import { limits } from './limits.ts';
import type { OwnState } from './ownState.ts';
import type { Rejection } from './rejection.ts';
import type { Role } from './role.ts';
import type { SeenState } from './state.ts';
import type { ThreadKind } from './thread.ts';

/** The status of a comment that was written on this device. */
export type Standing =
  /** Still to be sent; once tried, it may have arrived although no answer came back. */
  | { readonly is: 'outgoing'; readonly tried: boolean }
  /** The server will not take it as it is. */
  | { readonly is: 'refused'; readonly code: string; readonly sentence: string }
  /** Taken back while something else was in the box where it was written: it waits for its place there, and is not sent. */
  | { readonly is: 'taken' }
  /** With the server. `editableUntil` is by this device’s clock, in milliseconds since 1970. */
  | {
      readonly is: 'kept';
      readonly state: SeenState;
      readonly reason: Rejection | null;
      readonly editableUntil: number;
    }
  /** The server knows no comment by its code any more. */
  | { readonly is: 'unknown' };

/** The record of a comment that was written on this device: what is sent, and the receipt for it. */
export interface OwnComment {
  /** Changes when older records can no longer be read. */
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
  /** Empty once the server has deleted it. */
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
