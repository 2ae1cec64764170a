import { readFileSync } from 'node:fs';
import { sampleMark, standardNote } from '../../src/figures/standardNote.ts';
import { controller } from '../../src/controller.ts';
import type { Publisher } from '../../src/release/package/publisher.ts';
import { site } from '../../src/site.ts';

/** Who publishes the packages of the tests: the site itself, at an address that is reserved for examples. */
export const publisher: Publisher = {
  site: site.name,
  description: site.description,
  address: new URL('https://nobutwhy.example'),
  name: controller.name,
  licence: site.contentLicence,
  licenceText: readFileSync('LICENSE-CONTENT', 'utf8'),
  standardNote,
  sampleMark,
};
