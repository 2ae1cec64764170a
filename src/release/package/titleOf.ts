import { addressIn } from '../../address.ts';
import type { Release } from '../release.ts';
import type { Publisher } from './publisher.ts';

/** The title of a package: “No, But Why?, release 2026-12”, marked where the data is made up. */
export const titleOf = ({ id, made_up }: Release, { site, sampleMark }: Publisher): string =>
  `${site}, release ${id}${made_up ? ` (${sampleMark.toLowerCase()})` : ''}`;

/** Its name without spaces, for a folder and an archive. */
export const packageName = ({ id }: Pick<Release, 'id'>): string => `no-but-why-${id}`;

/** The address of its files. */
export const packageAddress = (
  { id }: Pick<Release, 'id'>,
  { address }: Pick<Publisher, 'address'>,
): string => addressIn(address, `/data/${id}/`);
