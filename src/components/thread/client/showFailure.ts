/** Shows the message that the comments did not load, and why; hides it for null. */
export function showFailure(section: HTMLElement, why: string | null): void {
  const said = section.querySelector<HTMLElement>('[data-failed-why]');
  if (said) said.textContent = navigator.onLine ? why : (said.dataset.offline ?? '');
  section.querySelector('[data-failed]')?.toggleAttribute('hidden', why === null);
}
