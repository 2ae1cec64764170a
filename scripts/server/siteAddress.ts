/** The address that pages, cards, feeds and data packages carry; the default is a reserved example domain (RFC 2606). */
export const siteAddress = ({ SITE_URL }: Readonly<Record<string, string | undefined>>): string =>
  SITE_URL ?? 'https://nobutwhy.example';
