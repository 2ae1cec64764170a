/**
 * Written by "npm run instrument". Do not edit.
 *
 * The days since which registration.md has had a text, oldest first: one only until the survey opens.
 */
export const registrations: readonly { readonly day: string; readonly sha256: string }[] = [
  { day: '2026-11-29', sha256: '8d79632aef02d20761da7bac6941b0dbe7f1464fa7aee37bfb98c54f72898668' },
];
