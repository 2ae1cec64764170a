import { site } from '../site.ts';

const ours: readonly string[] = [site.byline, site.guest];

/** The name of an author as it stands within a sentence: “by the editors”, “by Nadia Haddad”. */
export const nameWithin = (name: string): string => (ours.includes(name) ? name.toLowerCase() : name);
