/**
 * What /moderate/ may do besides what every page may not (astro.config.mjs): no script in the page itself, nothing
 * framed, no worker, no text made into markup or code. A second policy beside the first, of which a browser obeys the
 * stricter (https://www.w3.org/TR/CSP3/#multiple-policies). A picture as data: is the code that an authenticator app scans.
 * The page carries it in a meta element with the one address it may call; static hosts send it as a header
 * (scripts/server/headers.ts), which does not know that address.
 */
export const policy: readonly string[] = [
  "script-src 'self'",
  "img-src 'self' data:",
  "frame-src 'none'",
  "worker-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "trusted-types 'none'",
  "require-trusted-types-for 'script'",
];

/** The same with what only the page knows. @param api the address of the Supabase project; none for the server that sent the page */
export const policyOfPage = (api: string | undefined): string =>
  [...policy, `connect-src ${api === undefined ? "'self'" : new URL(api).origin}`].join('; ');
