import { versionIds } from './asked.ts';
import { catalogueChecksum } from './catalogueChecksum.ts';
import { definitions, refuseRecoded } from './definitions.ts';
import { REST, TOTAL, type Ledger, type LedgerRow } from './disclosure/ledger.ts';
import type { Partition } from './disclosure/partition.ts';
import { protect } from './disclosure/protect.ts';
import type { ReleaseRequest, Withholding } from './disclosure/protection.ts';
import { printedDoor } from './door.ts';
import { dueSides, type SideDue } from './dueSides.ts';
import { partitionsOf } from './partitions/partitionsOf.ts';
import { release, type Release } from './release.ts';
import { ReleaseError } from './ReleaseError.ts';
import type { Tally } from './tally.ts';
import { verifyPackage } from './verify/verifyPackage.ts';
import { verifyRelease } from './verify/verifyRelease.ts';

/** What a release is made from. */
export interface ReleaseSource {
  readonly tally: Tally;
  readonly head: Omit<Release, 'tables' | 'door' | 'catalogue' | 'definitions' | 'versions'>;
  /** Earlier releases, oldest first: the days given to the tally were theirs. None for a sample. */
  readonly earlier: readonly Release[];
  readonly ledger: Ledger;
}

/** A release that may be written, the new rows of the private ledger, and which rule withheld what. */
export interface MadeRelease {
  readonly release: Release;
  readonly ledger: readonly LedgerRow[];
  readonly withheld: readonly Withholding[];
  readonly sides: readonly SideDue[];
}

/**
 * Refuses a catalogue that has lost a table: numbers that were printed stay readable, and whoever comes or leaves is held to
 * them, for which they must be counted.
 */
function refuseDropped(partitions: readonly Partition[], { rows }: Ledger): void {
  const known = new Set(partitions.map(({ table }) => table));
  const printed = rows.filter(({ shown, category }) => shown && category !== TOTAL && category !== REST);
  const dropped = printed.find(({ table }) => !known.has(table));
  if (dropped !== undefined)
    throw new ReleaseError(
      `The release ${dropped.release} printed ${dropped.table}, which the catalogue no longer counts, and beside its numbers a few people could be told apart: put its series back into src/release/estimates (an estimate needs no chart).`,
    );
}

/**
 * The one way from a tally to a release: disclosure rules, then everything that is checked before it may be written.
 * Pure; writes nothing.
 * @throws {ReleaseError} when the counts are impossible, an earlier release or the ledger was edited, or the result would
 * disclose a person. Each names the table and cell and what to do.
 */
export function makeRelease({ tally, head, earlier, ledger }: ReleaseSource): MadeRelease {
  refuseRecoded(earlier);
  const partitions = partitionsOf(
    tally,
    earlier.map(({ id }) => id),
  );
  refuseDropped(partitions, ledger);
  const sides = dueSides(partitions, ledger);
  const request: ReleaseRequest = {
    release: head.id,
    partitions,
    earlier,
    ledger,
    due: new Set(sides.filter(({ isDue }) => isDue).map(({ side }) => side)),
  };
  const protection = protect(request);
  verifyRelease(request, protection);
  const { tables, withheld, ledger: rows } = protection;
  const made = release.parse({
    ...head,
    versions: [...versionIds],
    catalogue: catalogueChecksum(),
    definitions: definitions(),
    door: printedDoor(tally),
    tables,
  });
  verifyPackage(made);
  return { release: made, ledger: rows, withheld, sides };
}

/** The text of release.json: stable order, one table a line so that `git diff` can be read, a newline at the end. */
export function releaseText({ tables, ...head }: Release): string {
  const text = JSON.stringify(head);
  const lines = tables.map((table) => JSON.stringify(table));
  return `${text.slice(0, -1)},"tables":[\n${lines.join(',\n')}\n]}\n`;
}
