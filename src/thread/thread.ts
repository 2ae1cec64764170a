/** What a thread can belong to, as in the address of its page: /essays/<id>/, /charts/<id>/. */
export const threadKinds = ['essay', 'chart'] as const;
export type ThreadKind = (typeof threadKinds)[number];

/** The ids of essays and charts. The database has no list of them, so pages are added without it. */
export const threadId = {
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  maxLength: 100,
  message: 'Say which essay or chart this belongs to.',
} as const;
