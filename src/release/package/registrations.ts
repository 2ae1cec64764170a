/**
 * Written by "npm run instrument". Do not edit.
 *
 * The days since which registration.md has had a text, oldest first: one only until the survey opens.
 */
export const registrations: readonly { readonly day: string; readonly sha256: string }[] = [
  { day: '2026-11-29', sha256: '88c57b29014e660b404fc2474647a6114df33d9d58bdf6d5416c2dc918b58f48' },
];
