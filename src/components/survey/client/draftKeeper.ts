import { keptUntil, type Kept } from '../../../survey/draft.ts';
import type { Device } from '../../../browser/device.ts';
import { find } from '../../../browser/find.ts';
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

  function say(at: number): void {
    const { until = '', refused = '' } = said.dataset;
    const words = isKept ? until.replace('{day}', inDays(keptUntil(at))) : refused;
    // A live region speaks whenever its text is set, even to the same.
    if (said.textContent !== words) said.textContent = words;
    line.hidden = false;
    find(line, '[data-kept-clear]').hidden = !isKept;
  }

  const write = async (): Promise<boolean> => {
    clearTimeout(timer);
    const kept = snapshot();
    const wasKept = await device.write(kept);
    if (isOn) {
      isKept = wasKept;
      say(kept.at);
    }
    return wasKept;
  };

  function atOnce(): void {
    if (!isOn) return;
    device.writeNow(snapshot());
    // The database may not have the time; if it has, it is as new as the other.
    void write();
  }
  addEventListener('pagehide', atOnce);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') atOnce();
  });

  return {
    /** From now on every change is written. */
    start: (): void => {
      isOn = true;
    },
    /** Something changed. */
    changed: (): void => {
      if (!isOn) return;
      clearTimeout(timer);
      timer = setTimeout(() => void write(), calm);
    },
    /** Writes now; resolves once it is on the device, or to false where nothing can be kept. */
    write,
    /** Stops writing, for good or until the next start; what is on the device stays. */
    stop: (): void => {
      isOn = false;
      clearTimeout(timer);
      line.hidden = true;
    },
    isKept: (): boolean => isKept,
  };
}
