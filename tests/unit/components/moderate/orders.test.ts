import { expect, test } from 'vitest';
import { commentOrderOf, orderBack, orderOf, undoing } from '../../../../src/components/moderate/orders.ts';

const entry = {
  id: '6f1c1f0e-5d7f-4a53-9d43-0d2f5b1f9a10',
  revision: 3,
  kind: 'chart',
  thread: 'hours',
} as const;

test.each(['approve', 'restore', 'hide'] as const)(
  '%s names the comment and the revision that was read',
  (action) => {
    expect(orderOf(entry, action, null)).toEqual({ action, comment: entry.id, revision: 3 });
  },
);

test('a rejection carries its reason, and there is none without', () => {
  expect(orderOf(entry, 'reject', 'abusive')).toEqual({
    action: 'reject',
    comment: entry.id,
    revision: 3,
    reason: 'abusive',
  });
  expect(() => orderOf(entry, 'reject', null)).toThrow('A rejection has a reason.');
});

test('is taken back in the revision that was decided on', () => {
  expect(undoing(commentOrderOf(entry, 'reject', 'abusive'))).toEqual({
    action: 'undo',
    comment: entry.id,
    revision: 3,
  });
});

test('a reason left over from a rejection is sent with no other decision', () => {
  expect(orderOf(entry, 'hide', 'abusive')).not.toHaveProperty('reason');
});

test.each([
  ['close', 'reopen'],
  ['reopen', 'close'],
] as const)('%s is about the thread alone, and taken back by %s', (action, back) => {
  const order = orderOf(entry, action, null);
  expect(order).toEqual({ action, kind: 'chart', thread: 'hours' });
  expect(orderBack(order)).toEqual({ action: back, kind: 'chart', thread: 'hours' });
});

test('a decision about a comment is undone in the revision it was about, without its reason', () => {
  expect(orderBack(orderOf(entry, 'reject', 'abusive'))).toEqual({
    action: 'undo',
    comment: entry.id,
    revision: 3,
  });
});
