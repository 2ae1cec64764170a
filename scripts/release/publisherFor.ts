import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publisherOf } from '../../src/components/data/publisherOf.ts';
import { controller } from '../../src/controller.ts';
import type { Documents, Publisher } from '../../src/release/package/publisher.ts';
import { controllerFilledIn, openingDayIsSaid } from '../doctor/facts.ts';
import { folders } from '../command/folders.ts';
import { PlainError } from '../command/PlainError.ts';
import { siteAddress } from '../build/siteAddress.ts';
import type { Database } from './database.ts';

/**
 * The publisher as the package names it for good.
 * @throws {PlainError} when the address of the site, who answers for its data or the day it opened is not known
 */
export function publisherFor({ embedded }: Pick<Database, 'embedded'>): Publisher & Documents {
  if (!embedded) refuseUnsaid();
  const read = (path: string): string => readFileSync(join(folders.root, path), 'utf8');
  return {
    ...publisherOf(siteAddress(process.env)),
    licenceText: read('LICENSE-CONTENT'),
    protocolText: read('docs/protocol.md'),
  };
}

function refuseUnsaid(): void {
  if (process.env.SITE_URL === undefined)
    throw new PlainError(
      'SITE_URL is not set: a data package names the address it is published at for good, so run this again with SITE_URL=https://… before it.',
    );
  const today = new Date().toISOString().slice(0, 10);
  for (const { state, says } of [controllerFilledIn({ controller }), openingDayIsSaid({ controller }, today)])
    if (state === 'to do')
      throw new PlainError(`${says} Do that first: a data package keeps what it names for good.`);
}
