import * as v from 'valibot';
import { rejections } from './rejection.ts';
import { shownRoles } from './role.ts';
import { commentStates } from './state.ts';
import { threadKinds } from './thread.ts';

/** What `comment_state` says of one receipt code. */
export const ownState = v.union([
  v.object({ status: v.literal('unknown') }),
  v.object({
    status: v.literal('found'),
    id: v.string(),
    kind: v.picklist(threadKinds),
    thread: v.string(),
    parent: v.nullable(v.string()),
    role: v.picklist(shownRoles.map(({ code }) => code)),
    /** Null once the words of a rejected comment are deleted. */
    text: v.nullable(v.string()),
    state: v.picklist(commentStates.map(({ seen }) => seen)),
    reason: v.nullable(v.picklist(rejections.map(({ code }) => code))),
    editable_seconds: v.number(),
  }),
]);
export type OwnState = Readonly<v.InferOutput<typeof ownState>>;
