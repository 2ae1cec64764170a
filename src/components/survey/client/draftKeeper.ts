import { keptUntil, type Kept } from '../../../survey/draft.ts';
import type { Device } from '../../../browser/device.ts';
import { find } from '../../../browser/find.ts';
import { sayAnew } from '../../../browser/sayAnew.ts';
import { inDays } from '../../../browser/inDays.ts';

/** Milliseconds without a change after which it is written. */
const calm = 300;

/** Keeps the draft on the device as it changes, and says in the line below the questions until when. */
export function draftKeeper(survey: HTMLElement, device: Device<Kept>, snapshot: () => Kept) {
  const line = find(survey, '[data-kept]');
  const said = find(line, '[data-kept-said]');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOn = false;
  let isKept = true;
  let isBlocked = false;

  function say(at: number): void {
    const { until = '', refused = '' } = said.dataset;
    const words = isKept ? until.replace('{day}', inDays(keptUntil(at))) : refused;
    sayAnew(said, words);
    line.hidden = false;
    find(line, '[data-kept-clear]').hidden = !isKept;
  }

  const write = async (): Promise<boolean> => {
    clearTimeout(timer);
    const kept = snapshot();
    const wasKept = !isBlocked && (await device.write(kept));
    if (isOn) {
      isKept = wasKept;
      say(kept.at);
    }
    return wasKept;
  };

  function atOnce(): void {
    if (!isOn || isBlocked) return;
    device.writeNow(snapshot());
    // The database may not have the time; if it has, it is as new as the other.
    void write();
  }
  addEventListener('pagehide', atOnce);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') atOnce();
  });

  /** Stops writing, for good or until the next start; what is on the device stays. */
  function stop(): void {
    isOn = false;
    clearTimeout(timer);
    line.hidden = true;
  }

  return {
    /** From now on every change is written. */
    start: (): void => {
      isOn = true;
    },
    /** Never writes: what lies on the device could not be set aside. */
    block: (): void => {
      isBlocked = true;
      isKept = false;
    },
    /** Something changed. */
    changed: (): void => {
      if (!isOn) return;
      clearTimeout(timer);
      timer = setTimeout(() => void write(), calm);
    },
    /** Writes now; resolves once it is on the device, or to false where nothing can be kept. */
    write,
    stop,
    /** Nothing is needed any more, so what was written is deleted and nothing can be lost. */
    over: (): void => {
      stop();
      isKept = true;
      if (!isBlocked) void device.clear();
    },
    isKept: (): boolean => isKept,
  };
}
