import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keyOf } from '../../../../src/browser/lookUp.ts';
import { oneTab } from '../../../../src/components/survey/client/oneTab.ts';

type Answer = (lock: object | null) => unknown;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A tab whose locks are answered by the test; of a browser that has none where told so. */
function open(hasLocks = true) {
  const said: string[] = [];
  const asked: { options: LockOptions; answer: Answer }[] = [];
  const reload = vi.fn();
  vi.stubGlobal('location', { reload });
  const heard: ((event: { key: string | null }) => void)[] = [];
  vi.stubGlobal('addEventListener', (_: 'storage', hear: (typeof heard)[number]) => heard.push(hear));
  vi.stubGlobal('navigator', {
    locks: hasLocks
      ? {
          request: (_: string, options: LockOptions, answer: Answer) => {
            asked.push({ options, answer });
            return new Promise(() => undefined);
          },
        }
      : undefined,
  });
  const take = oneTab('employer', {
    mine: () => said.push('mine'),
    theirs: () => said.push('theirs'),
    lost: () => said.push('lost'),
  });
  /** Another tab writes something of this name. */
  const written = (key: string) => {
    for (const hear of heard) hear({ key });
  };
  return { said, asked, reload, take, written };
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

test('without locks a tab has it until another writes, then writes nothing more until the person takes it back', () => {
  const { said, reload, take, written } = open(false);
  written(keyOf('survey-job_seeker'));
  take();
  expect(said).toEqual(['mine']);
  written(keyOf('survey-employer'));
  written(keyOf('survey-employer'));
  expect(said).toEqual(['mine', 'lost']);
  expect(reload).not.toHaveBeenCalled();
  take();
  expect(reload).toHaveBeenCalledOnce();
});
