/**
 * Written by "npm run instrument". Do not edit.
 *
 * The days since which registration.md has had a text, oldest first: one only until the survey opens.
 */
export const registrations: readonly { readonly day: string; readonly sha256: string }[] = [
  { day: '2026-11-29', sha256: '01ceb1335214051e4afeb04ee0022d8f15cf49b9ed10b203d1e01d84ce1c3e9f' },
];
