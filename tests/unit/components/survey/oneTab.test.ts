import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { oneTab } from '../../../../src/components/survey/client/oneTab.ts';

type Answer = (lock: object | null) => unknown;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A tab whose locks are answered by the test. */
function open() {
  const said: string[] = [];
  const asked: { options: LockOptions; answer: Answer }[] = [];
  const reload = vi.fn();
  vi.stubGlobal('location', { reload });
  vi.stubGlobal('navigator', {
    locks: {
      request: (_: string, options: LockOptions, answer: Answer) => {
        asked.push({ options, answer });
        return new Promise(() => undefined);
      },
    },
  });
  const take = oneTab('employer', {
    mine: () => said.push('mine'),
    theirs: () => said.push('theirs'),
    lost: () => said.push('lost'),
  });
  return { said, asked, reload, take };
}

test('a tab that another one is ahead of waits for its turn', () => {
  const { said, asked } = open();
  asked[0]?.answer(null);
  asked[1]?.answer({});
  expect(said).toEqual(['theirs', 'mine']);
});

test('a tab that began because no lock came hands the survey over when another turns out to have it, and can take it back', async () => {
  const { said, asked, reload, take } = open();
  await vi.advanceTimersByTimeAsync(2_000);
  asked[0]?.answer(null);
  expect(said).toEqual(['mine', 'lost']);
  take();
  const steal = asked.at(-1);
  expect(steal?.options).toEqual({ steal: true });
  steal?.answer({});
  expect(reload).toHaveBeenCalledOnce();
});
