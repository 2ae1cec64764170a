import { vi } from 'vitest';
import type { Questionnaire } from '../../src/survey/question.ts';
import { questionnaire as first } from '../../src/survey/questionnaire.ts';
import { secondVersion } from './secondVersion.ts';

/** The code that counts and publishes, as it is before and after the questionnaire has changed. */

export const versionOne: Questionnaire = first;
export const versionTwo: Questionnaire = secondVersion(first);

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
