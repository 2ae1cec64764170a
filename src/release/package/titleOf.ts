import type { Release } from '../release.ts';
import type { Publisher } from './publisher.ts';

/** What a package is called wherever it is named: “No, But Why?, release 2026-12”. Made-up data says so. */
export const titleOf = ({ id, made_up }: Release, { site, sampleMark }: Publisher): string =>
  `${site}, release ${id}${made_up ? ` (${sampleMark.toLowerCase()})` : ''}`;

/** Its name without blanks, for a folder and an archive. */
export const packageName = ({ id }: Pick<Release, 'id'>): string => `no-but-why-${id}`;

/** Where its files stand. */
export const packageAddress = (
  { id }: Pick<Release, 'id'>,
  { address }: Pick<Publisher, 'address'>,
): string => new URL(`/data/${id}/`, address).href;
