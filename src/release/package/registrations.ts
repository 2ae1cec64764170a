/**
 * Written by "npm run instrument". Do not edit.
 *
 * The days since which registration.md has had a text, oldest first: one only until the survey opens.
 */
export const registrations: readonly { readonly day: string; readonly sha256: string }[] = [
  { day: '2026-11-30', sha256: 'c975ecd2e8873b6164f8c677b016ff33c96e7de985fc5b7e12a38c4950beabd9' },
];
