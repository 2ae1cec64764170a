/**
 * A second content security policy for /moderate/, beside that of every page (astro.config.mjs): no inline script, no
 * frame, no worker, no text turned into markup or code. A browser enforces both (https://www.w3.org/TR/CSP3/#multiple-policies). A data: image is the QR code for an authenticator app.
 * The page carries it in a meta element with what it may call; static hosts send it as a header
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

/**
 * The policy with the address that only the page knows. The server that sent the page may be asked, too: whether it answers tells what
 * failed (browser/cause.ts).
 * @param api the address of the Supabase project; none for the server that sent the page
 */
export const policyOfPage = (api: string | undefined): string =>
  [...policy, `connect-src 'self'${api === undefined ? '' : ` ${new URL(api).origin}`}`].join('; ');
