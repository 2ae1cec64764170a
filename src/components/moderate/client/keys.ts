import { find } from '../../../browser/find.ts';
import { commandOf, takesText, type Command } from '../shortcuts.ts';

/** Stored on the device: people who use speech input or whose hands shake need the keys off every time. */
const setting = 'no-but-why-moderator-keys';

/**
 * Listens for the keys of the queue, and shows which there are.
 * @param isFor whether the queue is there to listen for
 * @param run does what a key stands for
 */
export function keys(isFor: () => boolean, run: (command: Exclude<Command, 'keys'>) => void): void {
  const dialog = find(document, '[data-keys-dialog]') as HTMLDialogElement;
  const on = find(dialog, '[data-keys-on]') as HTMLInputElement;
  const page = find(document, '[data-moderate]');

  function use(): void {
    page.classList.toggle('keyless', !on.checked);
  }
  on.checked = localStorage.getItem(setting) !== 'off';
  use();
  on.addEventListener('change', () => {
    localStorage.setItem(setting, on.checked ? 'on' : 'off');
    use();
  });
  find(page, '[data-keys]').addEventListener('click', () => {
    dialog.showModal();
  });

  document.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!on.checked || dialog.open || !isFor() || event.defaultPrevented) return;
    // The reasons have keys of their own, and keys in a text field are text.
    if (target instanceof Element && (target.closest('.reasons') !== null || takesText(target))) return;
    const command = commandOf(event);
    if (command === null) return;
    event.preventDefault();
    if (command === 'keys') dialog.showModal();
    else run(command);
  });
}
