import { sampleMark, standardNote } from '../../figures/standardNote.ts';
import { controller, placeholder } from '../../controller.ts';
import type { Publisher } from '../../release/package/publisher.ts';
import { site } from '../../site.ts';

/**
 * The publisher as data packages name it.
 * @param address Astro’s `site`
 * @throws Error without one, because files that are passed on must name their origin
 */
export function publisherOf(address: URL | undefined): Publisher {
  if (address === undefined)
    throw new Error('astro.config.mjs must set `site`: data packages print their address.');
  const { description, contentLicence } = site;
  return {
    site: site.name,
    description,
    address,
    name: controller.name,
    licence: contentLicence,
    standardNote,
    sampleMark,
    credit: site.credit,
    opened: controller.opened,
  };
}

/**
 * Who publishes the sample, which is the same in every copy of the site, whatever its owner calls it: no owner answers for
 * people who are made up.
 */
export const ofSample = <Known extends Publisher>(publisher: Known): Known => ({
  ...publisher,
  site: 'No, But Why?',
  description:
    'Essays and an open survey of job seekers and employers on what is said, and left unsaid, after a rejection.',
  name: placeholder.name,
  opened: undefined,
});
