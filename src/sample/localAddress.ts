const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(\.\d{1,3}){3}$/.test(hostname);

/**
 * The origin of a database on this machine, which made-up answers may go to.
 * Throws when it is no address or not on this machine, because a real project must never hold made-up answers.
 */
export function localAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new Error(
      `PUBLIC_SUPABASE_URL is “${address}”, which is not an address that begins with http:// or https://.`,
    );
  if (!isLoopback(url.hostname))
    throw new Error(
      `Made-up answers only ever go to a database on this machine, and PUBLIC_SUPABASE_URL leads to ${url.host}: unset it to fill the local one.`,
    );
  return url.origin;
}
