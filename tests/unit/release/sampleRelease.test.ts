import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { makeRelease, releaseText } from '../../../src/release/makeRelease.ts';
import {
  committedSample,
  samplePublished,
  sampleRespondents,
} from '../../../src/sample/sampleRespondents.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { recount } from '../../examples/recount.ts';

const tally = recount(sampleRespondents(committedSample));

test('the committed sample release is what its respondents say; run "npm run sample" and "npm run release"', async () => {
  const file = new URL('../../../src/content/releases/sample/release.json', import.meta.url);
  const made = makeRelease(tally, {
    id: 'sample',
    published: samplePublished,
    made_up: true,
    instrument: questionnaire.version,
  });
  expect(await readFile(file, 'utf8')).toBe(releaseText(made));
});

test('a few made-up people are left out on each side, by each rule that looks at one response', () => {
  for (const { included, left_out, by_rule, kept } of Object.values(tally.quality)) {
    expect(left_out / (included + left_out)).toBeGreaterThan(0.005);
    expect(left_out / (included + left_out)).toBeLessThan(0.06);
    expect(by_rule.f_speed).toBeGreaterThan(0);
    expect(by_rule.f_dup).toBeGreaterThan(0);
    expect(by_rule.f_empty).toBeGreaterThan(0);
    expect(by_rule.f_burst).toBe(0);
    expect(kept.f_logic).toBeGreaterThan(0);
  }
});
