/**
 * Written by "npm run instrument". Do not edit.
 *
 * The days since which registration.md has had a text, oldest first: one only until the project is frozen.
 */
export const registrations: readonly { readonly day: string; readonly sha256: string }[] = [
  { day: '2026-12-01', sha256: '4022d460595f8be885e7e18db46243c4a8ed7d25462dc920904239f4a657861b' },
];
