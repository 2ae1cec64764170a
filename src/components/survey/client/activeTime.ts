/** Counts the seconds in which the page can be seen, from `start` on; what was counted before is added. */
export function activeTime() {
  let counted = 0;
  let since: number | undefined;

  const pauseCount = (): void => {
    if (since !== undefined) counted += performance.now() - since;
    since = undefined;
  };
  const goOn = (): void => {
    since ??= document.visibilityState === 'visible' ? performance.now() : undefined;
  };
  let isRunning = false;
  document.addEventListener('visibilitychange', () => {
    pauseCount();
    if (isRunning) goOn();
  });

  return {
    start: (before: number): void => {
      if (isRunning) return;
      counted = before * 1000;
      isRunning = true;
      goOn();
    },
    stop: (): void => {
      pauseCount();
      isRunning = false;
    },
    /** Whole seconds so far. */
    seconds: (): number =>
      Math.floor((counted + (since === undefined ? 0 : performance.now() - since)) / 1000),
  };
}
