import { vi } from 'vitest';
import type { Questionnaire } from '../../src/survey/question.ts';
import { firstVersion as first } from './firstVersion.ts';
import { secondVersion } from './secondVersion.ts';

/** The code that counts and publishes, as it is before and after the questionnaire has changed. */

export const versionOne: Questionnaire = first;

const second = secondVersion(first);
const former = first.sides.job_seeker.questions.find(({ id }) => id === 's_sent');

/** But for one routing: the profile of all job seekers by that question would need a base of its own. */
export const versionTwo: Questionnaire = {
  ...second,
  sides: {
    ...second.sides,
    job_seeker: {
      ...second.sides.job_seeker,
      questions: second.sides.job_seeker.questions.map((question) =>
        question.id === former?.id ? former : question,
      ),
    },
  },
};

/** Loads modules anew as they are while `fielded` were asked, the last of them now. */
export async function worldOf<Modules>(
  fielded: readonly [Questionnaire, ...Questionnaire[]],
  load: () => Promise<Modules>,
): Promise<Modules> {
  vi.resetModules();
  vi.doMock('../../src/survey/questionnaire.ts', () => ({ questionnaire: fielded.at(-1) }));
  vi.doMock('../../src/survey/versions/fielded.ts', () => ({ fielded: fielded.slice(0, -1), agreed: [] }));
  try {
    return await load();
  } finally {
    vi.doUnmock('../../src/survey/questionnaire.ts');
    vi.doUnmock('../../src/survey/versions/fielded.ts');
    vi.resetModules();
  }
}
