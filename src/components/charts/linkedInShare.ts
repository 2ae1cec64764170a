/**
 * Where LinkedIn’s own form for sharing an address is. It reads finding and picture from the page itself and honours
 * nothing but the address. https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/plugins/share-plugin
 * @param address absolute
 */
export const linkedInShare = (address: string): string =>
  `https://www.linkedin.com/sharing/share-offsite/?url=${encodeURIComponent(address)}`;
