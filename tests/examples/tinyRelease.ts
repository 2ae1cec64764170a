import { openLedger } from '../../src/release/disclosure/ledger.ts';
import { makeRelease } from '../../src/release/makeRelease.ts';
import type { Release } from '../../src/release/release.ts';
import { sampleRespondents } from '../../src/sample/sampleRespondents.ts';
import { recount } from './recount.ts';
import { sampleSource } from './sampleSource.ts';

/** A first release of few made-up people a side, as the rules leave it. */
export const tinyRelease = (people: number, seed: string): Release =>
  makeRelease({
    tally: recount(sampleRespondents({ seed, jobSeekers: people, employers: people })),
    head: { ...sampleSource.release, id: '2026-12', made_up: false, commit: 'c0ffee'.padEnd(40, '0') },
    earlier: [],
    ledger: openLedger([]),
  }).release;
