import { find } from '../../../browser/find.ts';
import { commandOf, takesText, type Command } from '../shortcuts.ts';

/** Stored on the device: people who use speech input or whose hands shake need the keys off every time. */
const setting = 'no-but-why-moderator-keys';

function areOff(): boolean {
  try {
    return localStorage.getItem(setting) === 'off';
  } catch {
    return false;
  }
}

function keep(isOn: boolean): void {
  try {
    localStorage.setItem(setting, isOn ? 'on' : 'off');
  } catch {
    // Refused: it holds until the page is left.
  }
}

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
  on.checked = !areOff();
  use();
  on.addEventListener('change', () => {
    keep(on.checked);
    use();
  });
  find(page, '[data-keys]').addEventListener('click', () => {
    dialog.showModal();
  });

  document.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!on.checked || document.querySelector('dialog[open]') !== null || !isFor() || event.defaultPrevented)
      return;
    // The reasons have keys of their own, and keys in a text field are text.
    if (target instanceof Element && (target.closest('.reasons') !== null || takesText(target))) return;
    const command = commandOf(event);
    if (command === null) return;
    event.preventDefault();
    if (command === 'keys') dialog.showModal();
    else run(command);
  });
}
