/** Shows or hides the message that the comments did not load; offline it says so instead of the built sentence. */
export function showFailure(section: HTMLElement, isFailed: boolean): void {
  const said = section.querySelector<HTMLElement>('[data-failed-said]');
  if (isFailed && !navigator.onLine && said !== null) said.textContent = said.dataset.offline ?? '';
  section.querySelector('[data-failed]')?.toggleAttribute('hidden', !isFailed);
}
