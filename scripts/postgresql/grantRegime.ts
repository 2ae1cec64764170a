/**
 * What a project grants by itself on new objects in `public`: nothing (projects made since 2026) or everything to every
 * role (projects made before, and self-hosted images). Our migrations must come out equally closed under both.
 */
export const grantRegimes = ['explicit grants', 'legacy grants'] as const;
export type GrantRegime = (typeof grantRegimes)[number];
