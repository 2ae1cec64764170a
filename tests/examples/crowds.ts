import { sampleRespondents } from '../../src/sample/sampleRespondents.ts';
import type { Submission } from '../../src/survey/submission.ts';

/** Made-up people for tests: enough to be published, few enough to count quickly. */
export const crowd = (jobSeekers: number, employers: number): readonly Submission[] =>
  sampleRespondents({ seed: 'a crowd for tests', jobSeekers, employers });
