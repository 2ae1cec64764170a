import { z } from 'zod';
import { ledgerRows, type LedgerRow } from '../../src/release/disclosure/ledger.ts';
import { tally, type Tally } from '../../src/release/tally.ts';
import { connect } from '../../src/api/supabase.ts';
import { folders } from '../server/folders.ts';
import { portFromEnvironment } from '../server/listen.ts';
import { PlainError } from '../server/PlainError.ts';
import { readSecrets } from '../server/secrets.ts';

/** The database a release is counted from. */
export interface Database {
  readonly url: string;
  /** True for the site running on this machine, false for a Supabase project. */
  readonly embedded: boolean;
  readonly readLedger: () => Promise<RecordedReleases>;
  readonly count: (what: Counted) => Promise<Tally>;
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
  readonly rows: readonly LedgerRow[];
}

const recordedReleases = z.strictObject({
  releases: z.array(z.strictObject({ id: z.string(), before: z.iso.date() })),
  rows: ledgerRows,
});

/** Every release recorded in the database, and the exact counts behind it. */
export type RecordedReleases = z.infer<typeof recordedReleases>;

function whereAndKey(): { url: string; secretKey: string; embedded: boolean } {
  const url = process.env.PUBLIC_SUPABASE_URL;
  if (url === undefined)
    return {
      url: `http://localhost:${portFromEnvironment()}`,
      secretKey: readSecrets(folders.data).secretKey,
      embedded: true,
    };
  const secretKey = process.env.SUPABASE_SECRET_KEY;
  if (secretKey === undefined)
    throw new PlainError(`SUPABASE_SECRET_KEY is not set: the tally of ${url} is for the secret key alone.`);
  return { url, secretKey, embedded: false };
}

/**
 * The database that the environment names, or the embedded one.
 * @throws {PlainError} when a key is missing, or the server does not respond or is of another version
 */
export function openDatabase(): Database {
  const { url, secretKey, embedded } = whereAndKey();
  const client = connect(url, secretKey);
  interface Reply {
    readonly data: unknown;
    readonly error: { readonly message: string } | null;
    readonly status: number;
  }
  function answer({ data, error, status }: Reply, what: string): unknown {
    if (status === 0)
      throw new PlainError(
        `Nothing answers at ${url}: start the site with "npm start", then run this again.`,
      );
    if (error !== null) throw new PlainError(`${url} did not ${what} (status ${status}): ${error.message}`);
    return data;
  }
  function as<T>(
    schema: { safeParse: (data: unknown) => { success: true; data: T } | { success: false } },
    data: unknown,
  ): T {
    const parsed = schema.safeParse(data);
    if (!parsed.success)
      throw new PlainError(
        `What ${url} counts is not in the form of this version: run the migrations there first.`,
      );
    return parsed.data;
  }
  return {
    url,
    embedded,
    readLedger: async () =>
      as(recordedReleases, answer(await client.rpc('release_ledger'), 'give its ledger')),
    count: async ({ onlyMadeUp: only_made_up, since, before }) =>
      as(
        tally,
        answer(await client.rpc('tally', { only_made_up, since: [...since], before }), 'give the tally'),
      ),
    record: async (release) => {
      const request = { ...release, rows: release.rows.map((row) => ({ ...row })) };
      answer(await client.rpc('record_release', { request }), 'record the release');
    },
  };
}
