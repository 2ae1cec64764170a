import { beforeEach, expect } from 'vitest';
import { call } from './call.ts';
import { comment, openCommentDoors, withCommentCode } from './comment.ts';
import type { Database } from './database.ts';
import { moderate, moderatorOf, type Account } from './moderator.ts';

type Changes = Readonly<Record<string, unknown>>;

/** Gives each test a thread and a moderator of its own, without limits in reach, and what tests do with comments in it. */
export function freshThreads(database: () => Database, name: string) {
  let moderator: Account | undefined;
  let count = 0;
  const replaceModerator = async () => {
    moderator = await moderatorOf(database());
  };
  beforeEach(async () => {
    await database().sql('delete from private.hit');
    await openCommentDoors(database());
    await replaceModerator();
    count += 1;
  });

  const thread = (): string => `${name}-${count}`;
  const cleo = (): Account => {
    if (moderator === undefined) throw new Error('Ask for the moderator inside a test.');
    return moderator;
  };
  const write = async (changes: Changes = {}) => {
    const made = withCommentCode({ thread: thread(), ...changes });
    expect((await comment(database(), made.sent)).body).toEqual({ status: 'stored' });
    return { ...made, id: made.sent.id };
  };
  const order = async (action: string, id: string, more: Changes = {}) => {
    const { status, body } = await moderate(database(), cleo(), action, id, more);
    expect(status, JSON.stringify(body)).toBe(200);
  };
  const shown = async (changes: Changes = {}) => {
    const made = await write(changes);
    await order('approve', made.id);
    return made;
  };
  const edit = (code: string, text: string, role = 'none') =>
    call(database(), 'edit_comment', { code, text, role });
  /** Closes the thread of the test, or opens it again. */
  const turn = (action: 'close' | 'reopen', caller = cleo().caller) =>
    call(database(), 'moderate', { action, kind: 'essay', thread: thread() }, caller);
  const remove = (code: unknown) => call(database(), 'remove_comment', { code });
  /** A comment that was rejected, hidden or removed. */
  const rejected = async (changes: Changes = {}) => {
    const made = await write(changes);
    await order('reject', made.id, { reason: 'abusive' });
    return made;
  };
  const hidden = async () => {
    const made = await shown();
    await order('hide', made.id);
    return made;
  };
  const removed = async () => {
    const made = await shown();
    await remove(made.code);
    return made;
  };
  return {
    thread,
    cleo,
    replaceModerator,
    write,
    order,
    shown,
    rejected,
    hidden,
    edit,
    turn,
    remove,
    removed,
  };
}
