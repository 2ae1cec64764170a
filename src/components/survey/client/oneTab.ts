import { keyOf, untilRefused } from '../../../browser/lookUp.ts';
import type { SideId } from '../../../survey/question.ts';

const untilTheTabIsGone = (): Promise<never> => new Promise<never>(() => undefined);

/**
 * Lets one tab at a time have a side’s survey (https://developer.mozilla.org/docs/Web/API/Web_Locks_API), so that two
 * never write over one draft, nor send one response at once. Where a browser has no locks, whoever wrote last has it.
 * @returns a function that takes it from the tab that has it
 */
export function oneTab(
  side: SideId,
  hooks: {
    /** This tab has it; until then it must not read or write anything. Called once. */
    mine: () => void;
    /** Another tab has it; it becomes ours by itself when that one is closed. */
    theirs: () => void;
    /** Another tab took it from us, or had it when the locks answered late: nothing may be written any more. The page loads again once it is back. */
    lost: () => void;
  },
): () => void {
  const name = keyOf(`survey-${side}`);
  // Typed as always there; without a secure connection it is not.
  const locks = navigator.locks as LockManager | undefined;
  let state: 'waiting' | 'ours' | 'lost' = 'waiting';
  let isAnswered = false;

  function have(): Promise<never> {
    if (state === 'lost') location.reload();
    else if (state === 'waiting') {
      state = 'ours';
      hooks.mine();
    }
    return untilTheTabIsGone();
  }

  function lose(): void {
    if (state !== 'ours') return;
    state = 'lost';
    hooks.lost();
    request({});
  }

  const ask = async (options: LockOptions): Promise<unknown> =>
    locks?.request(name, options, (lock) => {
      isAnswered = true;
      if (lock !== null) return have();
      if (state === 'waiting') {
        hooks.theirs();
        request({});
      } else lose();
      return undefined;
    });

  function request(options: LockOptions): void {
    ask(options).catch(() => {
      // Locks are refused where all storage is, and then there is nothing to fight over.
      if (state === 'waiting') void have();
      else lose();
    });
  }

  if (locks === undefined) {
    void have();
    addEventListener('storage', ({ key }) => {
      if (key === name) lose();
    });
  } else {
    request({ ifAvailable: true });
    setTimeout(() => {
      if (!isAnswered) void have();
    }, untilRefused);
  }
  return () => {
    if (state === 'ours') return;
    if (locks === undefined) void have();
    else request({ steal: true });
  };
}
