import { readFileSync } from 'node:fs';
import { publisherOf } from '../../src/components/data/publisherOf.ts';

/** Who publishes the packages of the tests: the site itself, at an address that is reserved for examples. */
export const publisher = {
  ...publisherOf(new URL('https://nobutwhy.example')),
  licenceText: readFileSync('LICENSE-CONTENT', 'utf8'),
  protocolText: readFileSync('docs/protocol.md', 'utf8'),
};
