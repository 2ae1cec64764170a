import { readFileSync } from 'node:fs';
import type { Source } from '../../src/figures/estimates/source.ts';
import { release } from '../../src/release/release.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';

const file = new URL('../../src/content/releases/sample/release.json', import.meta.url);

/** What the site’s own charts are made from as long as there is no real release. */
export const sampleSource: Source = {
  release: release.parse(JSON.parse(readFileSync(file, 'utf8'))),
  questionnaire,
  host: 'nobutwhy.example',
};
