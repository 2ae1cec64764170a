/**
 * Written by "npm run instrument". Do not edit.
 *
 * The days since which registration.md has had a text, oldest first: one only until the survey opens.
 */
export const registrations: readonly { readonly day: string; readonly sha256: string }[] = [
  { day: '2026-11-29', sha256: '23c8f38ee7bbc5ffbdc4fe2bb17de21a9352056e5c88908380369e41c1543e9b' },
];
