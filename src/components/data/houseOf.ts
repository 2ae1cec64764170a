import licenceText from '../../../LICENSE-CONTENT?raw';
import { sampleMark, standardNote } from '../../figures/standardNote.ts';
import { controller } from '../../controller.ts';
import type { House } from '../../release/package/house.ts';
import { site } from '../../site.ts';

/**
 * What a data package says of those who publish it.
 * @param address Astro’s `site`
 * @throws Error without one: files that travel must say where they come from
 */
export function houseOf(address: URL | undefined): House {
  if (address === undefined)
    throw new Error('astro.config.mjs must set `site`: data packages print their address.');
  const { name, description, contentLicence } = site;
  return {
    name,
    description,
    address,
    publisher: controller.name,
    licence: contentLicence,
    licenceText,
    standardNote,
    sampleMark,
  };
}
