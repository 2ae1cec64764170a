/**
 * Written by "npm run instrument". Do not edit.
 *
 * The days since which registration.md has had a text, oldest first: one only until the survey opens.
 */
export const registrations: readonly { readonly day: string; readonly sha256: string }[] = [
  { day: '2026-11-29', sha256: '00af3864e65d4b8d0c7afda70d9d38dd53308b48b32db5190afd39afc031a03b' },
];
