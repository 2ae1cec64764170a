/** Says that the comments did not come, or takes it back. What stands there without JavaScript is the sentence for most cases. */
export function showFailure(section: HTMLElement, isFailed: boolean): void {
  const said = section.querySelector<HTMLElement>('[data-failed-said]');
  if (isFailed && !navigator.onLine && said !== null) said.textContent = said.dataset.offline ?? '';
  section.querySelector('[data-failed]')?.toggleAttribute('hidden', !isFailed);
}
