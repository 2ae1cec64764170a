import { keyOf } from '../../../browser/device.ts';
import type { SideId } from '../../../survey/question.ts';

const untilTheTabIsGone = (): Promise<never> => new Promise<never>(() => undefined);

/**
 * Lets one tab at a time have a side’s survey (https://developer.mozilla.org/docs/Web/API/Web_Locks_API), so that two
 * never write over one draft, nor send one response at once. Where a browser has no locks, every tab has it.
 * @returns a function that takes it from the tab that has it
 */
export function oneTab(
  side: SideId,
  hooks: {
    /** This tab has it; until then it must not read or write anything. Called once. */
    mine: () => void;
    /** Another tab has it; it becomes ours by itself when that one is closed. */
    theirs: () => void;
    /** Another tab took it from us: nothing may be written any more. The page loads again once it is back. */
    lost: () => void;
  },
): () => void {
  const name = keyOf(`survey-${side}`);
  // Typed as always there; without a secure connection it is not.
  const locks = navigator.locks as LockManager | undefined;
  let state: 'waiting' | 'ours' | 'lost' = 'waiting';

  function have(): Promise<never> {
    if (state === 'lost') location.reload();
    else {
      state = 'ours';
      hooks.mine();
    }
    return untilTheTabIsGone();
  }

  function request(options: LockOptions): void {
    const asked = locks?.request(name, options, (lock) => {
      if (lock !== null) return have();
      hooks.theirs();
      request({});
      return undefined;
    });
    asked?.catch(() => {
      // Locks are refused where all storage is, and then there is nothing to fight over.
      if (state === 'waiting') void have();
      else if (state === 'ours') {
        state = 'lost';
        hooks.lost();
        request({});
      }
    });
  }

  if (locks === undefined) void have();
  else request({ ifAvailable: true });
  return () => {
    if (state !== 'ours') request({ steal: true });
  };
}
