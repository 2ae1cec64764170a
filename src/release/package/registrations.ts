/**
 * Written by "npm run instrument". Do not edit.
 *
 * The days since which registration.md has had a text, oldest first: one only until the survey opens.
 */
export const registrations: readonly { readonly day: string; readonly sha256: string }[] = [
  { day: '2026-11-30', sha256: '1e94cfaddde3d88c5db6cb68b88cb9e5bc1937a97e8a1281839f6bc8dc62118a' },
];
