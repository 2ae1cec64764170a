import { readLedger } from '../../scripts/essay/readLedger.ts';

/** The ledger of the site. */
export const ledger = readLedger('src/content/ledger');
