import { z } from 'zod';
import { ledgerRows, type LedgerRow } from '../../src/release/disclosure/ledger.ts';
import { tally, type Tally } from '../../src/release/tally.ts';
import { heldBack, type HeldBack } from '../owner/heldBack.ts';
import type { Project } from '../owner/openProject.ts';

/** The database a release is counted from. */
export interface Database {
  readonly url: string;
  /** True for the site running on this machine, false for a Supabase project. */
  readonly embedded: boolean;
  readonly readLedger: () => Promise<RecordedReleases>;
  readonly count: (what: Counted) => Promise<Tally>;
  /** Days of which responses are held back and nobody has decided on them, oldest first. */
  readonly readUndecided: () => Promise<readonly HeldBack[]>;
  /** Records a release in one transaction. Throws when it, or a later one, is there already. */
  readonly record: (release: NewRecord) => Promise<void>;
}

export interface Counted {
  readonly onlyMadeUp: boolean;
  /** The first day that each earlier release did not count, in order. */
  readonly since: readonly string[];
  /** The first day that is not counted. */
  readonly before: string;
}

export interface NewRecord {
  readonly id: string;
  readonly before: string;
  readonly commit: string;
  readonly instrument: string;
  /** The text of its release.json. */
  readonly file: string;
  /** The text of its package.sha256. */
  readonly checksums: string;
  readonly rows: readonly LedgerRow[];
}

const recordedReleases = z.strictObject({
  releases: z.array(
    z.strictObject({ id: z.string(), before: z.iso.date(), file: z.string(), checksums: z.string() }),
  ),
  rows: ledgerRows,
});

/** Every release recorded in the database, with its file and checksums, and the exact counts behind it. */
export type RecordedReleases = z.infer<typeof recordedReleases>;

/**
 * What the job asks of the database.
 * @throws {PlainError} from its functions, when the server does not respond or is of another version
 */
export function databaseOf({ url, embedded, call }: Project): Database {
  return {
    url,
    embedded,
    readLedger: () => call('release_ledger', {}, recordedReleases),
    count: ({ onlyMadeUp: only_made_up, since, before }) =>
      call('tally', { only_made_up, since, before }, tally),
    readUndecided: async () =>
      (await call('bursts', {}, z.object({ undecided: z.array(heldBack) }))).undecided,
    record: async (release) => {
      await call('record_release', { request: release }, z.unknown());
    },
  };
}
