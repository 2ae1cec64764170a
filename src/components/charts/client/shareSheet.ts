import { statusBy } from './statusBy.ts';

/** A file as the device’s sheet takes it; nothing where it could not be fetched. */
async function fetchFile(address: string): Promise<File | undefined> {
  const response = await fetch(address).catch(() => undefined);
  if (response?.ok !== true) return undefined;
  const blob = await response.blob();
  const name = address.replace(/^.*\/(charts|cards)\//, '').replaceAll('/', '-');
  return new File([blob], name, { type: blob.type });
}

/**
 * Opens the device’s own share sheet with the picture, a post and its link, where it has one
 * (https://w3c.github.io/web-share/); elsewhere the button is not there.
 */
class ShareSheet extends HTMLElement {
  #file: Promise<File | undefined> | undefined;

  connectedCallback(): void {
    if (!('share' in navigator)) return;
    this.hidden = false;
    // Fetched when somebody reaches for the button, because a sheet opens only while a press is fresh.
    for (const reaching of ['pointerenter', 'pointerdown', 'focusin'])
      this.addEventListener(reaching, () => void this.#fetch());
    this.addEventListener('click', () => void this.#share());
  }

  #fetch(): Promise<File | undefined> {
    const { picture } = this.dataset;
    this.#file ??= picture === undefined ? Promise.resolve(undefined) : fetchFile(picture);
    return this.#file;
  }

  async #share(): Promise<void> {
    const { title = '', from = '', url = '' } = this.dataset;
    const text = document.getElementById(from)?.textContent.trim() ?? '';
    const file = await this.#fetch();
    const files = file === undefined ? [] : [file];
    // The post ends in the link: apps that take a file often drop an address beside it.
    const withFile = { title, text, files };
    const canHave = 'canShare' in navigator && files.length > 0 && navigator.canShare(withFile);
    try {
      await navigator.share(canHave ? withFile : { title, url });
    } catch (error) {
      const status = statusBy(this);
      // A person who closes the sheet needs no telling.
      const waited = error instanceof DOMException && error.name === 'NotAllowedError';
      if (waited && status) status.textContent = 'The picture is here now: press again to share it.';
    }
  }
}

customElements.define('share-sheet', ShareSheet);
