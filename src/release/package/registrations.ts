/**
 * Written by "npm run instrument". Do not edit.
 *
 * The days since which registration.md has had a text, oldest first: one only until the survey opens.
 */
export const registrations: readonly { readonly day: string; readonly sha256: string }[] = [
  { day: '2026-11-30', sha256: '5a73f3f6a0c251bbfa8ae72f9fff86c06f2f5b118a5866b8db7456a494185ddc' },
];
