/**
 * Written by "npm run instrument". Do not edit.
 *
 * The days since which registration.md has had a text, oldest first: one only until the project is frozen.
 */
export const registrations: readonly { readonly day: string; readonly sha256: string }[] = [
  { day: '2026-11-30', sha256: 'bc1ee5ae7df014214d2377a21ec99386ae8353b832ec2cbc9203026ff9f8f244' },
];
