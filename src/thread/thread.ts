/** What a thread can stand under, and how the thing is named in its address: /essays/<id>/, /charts/<id>/. */
export const threadKinds = ['essay', 'chart'] as const;
export type ThreadKind = (typeof threadKinds)[number];

/** The ids of essays and charts. The database knows no list of them: pages come and go without it. */
export const threadId = {
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  maxLength: 100,
  message: 'Say which essay or chart this belongs to.',
} as const;
