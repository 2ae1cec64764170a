/**
 * Written by "npm run instrument". Do not edit.
 *
 * The days since which registration.md has had a text, oldest first: one only until the survey opens.
 */
export const registrations: readonly { readonly day: string; readonly sha256: string }[] = [
  { day: '2026-11-29', sha256: 'bb2560c5ccb1b2607b56d9f741e8dcb06acc0445f4c84cf293c53d18bafb0c98' },
];
