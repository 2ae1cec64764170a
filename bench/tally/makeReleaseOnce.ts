import { text } from 'node:stream/consumers';
import { openLedger } from '../../src/release/disclosure/ledger.ts';
import { makeRelease, releaseText } from '../../src/release/makeRelease.ts';
import { tally } from '../../src/release/tally.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';

/** The release job by itself: a tally comes in as text, a first release is made and verified, its memory goes out. */
const peak = (): number => process.resourceUsage().maxRSS * 1024;

const loaded = peak();
const made = makeRelease({
  tally: tally.parse(JSON.parse(await text(process.stdin))),
  head: {
    id: '2026-12',
    published: '2026-12-01',
    made_up: false,
    instrument: questionnaire.version,
    commit: '0'.repeat(40),
  },
  earlier: [],
  ledger: openLedger([]),
});
console.log(JSON.stringify({ loaded, peak: peak(), bytes: Buffer.byteLength(releaseText(made.release)) }));
