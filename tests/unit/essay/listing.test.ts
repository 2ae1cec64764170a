import { expect, test, vi } from 'vitest';
import { listEssays } from '../../../src/essay/listEssays.ts';
import * as waiting from '../../../src/essay/waiting.ts';

vi.mock('astro:content', () => ({ getCollection: () => Promise.resolve([]) }));

test('a number that would stop the build on an essay’s day stops those before it', async () => {
  const essay = {
    file: 'later.md',
    text: 'Of them 41% heard back.\n',
    path: '/essays/later/',
    coming: new Set<string>(),
  };
  vi.spyOn(waiting, 'waitingEssays').mockReturnValue([essay]);
  await expect(listEssays()).rejects.toThrow(/^later\.md:1: “41%” is typed by hand/);
});
