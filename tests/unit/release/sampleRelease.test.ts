import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ofSample } from '../../../src/components/data/publisherOf.ts';
import { openLedger } from '../../../src/release/disclosure/ledger.ts';
import { makeRelease } from '../../../src/release/makeRelease.ts';
import { releaseFolder } from '../../../src/release/package/releaseFolder.ts';
import { readCounts } from '../../../src/release/partitions/readCounts.ts';
import {
  committedSample,
  samplePublished,
  sampleRespondents,
  sampleScreenedOut,
} from '../../../src/sample/sampleRespondents.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { publisher } from '../../examples/publisher.ts';
import { recount } from '../../examples/recount.ts';

const tally = recount(sampleRespondents(committedSample), undefined, {
  job_seeker: [{ epoch: 0, n: sampleScreenedOut.job_seeker }],
  employer: [{ epoch: 0, n: sampleScreenedOut.employer }],
});

test('the committed sample, package and all, is what its respondents say; run "npm run sample" and "npm run release"', async () => {
  const { release } = makeRelease({
    tally,
    head: {
      id: 'sample',
      published: samplePublished,
      made_up: true,
      instrument: questionnaire.version,
      commit: null,
    },
    earlier: [],
    ledger: openLedger([]),
  });
  const folder = new URL('../../../src/content/releases/sample/', import.meta.url);
  const owner = { site: 'Why Not?', description: 'Ours.', name: 'Ours', opened: '2026-12-01' };
  const made = releaseFolder(release, [], ofSample({ ...publisher, ...owner }));
  expect((await readdir(folder)).toSorted()).toEqual([...made.keys()].toSorted());
  for (const [name, content] of made)
    expect((await readFile(new URL(name, folder))).equals(Buffer.from(content)), name).toBe(true);
});

test.each(['job_seeker', 'employer'] as const)(
  'a few made-up people are left out on the side %s, by each rule that looks at one response',
  (side) => {
    const counts = readCounts(tally, side, []);
    const of = (counted: boolean, name: string) => counts.where({ counted, segment: null }).count([name]);
    const leftOut = of(false, 'eligible');
    const share = leftOut / (leftOut + of(true, 'eligible'));
    expect(share).toBeGreaterThan(0.005);
    expect(share).toBeLessThan(0.06);
    for (const flag of ['f_speed', 'f_dup', 'f_empty']) expect(of(false, flag)).toBeGreaterThan(0);
    expect(of(false, 'f_burst')).toBe(0);
    expect(of(true, 'f_logic kept')).toBeGreaterThan(0);
  },
);
