import { inTime } from '../../../browser/inTime.ts';
import { statusBy } from './statusBy.ts';

/** A file as the device’s sheet takes it; nothing where it did not come whole and in time. */
async function fetchFile(address: string): Promise<File | undefined> {
  try {
    const blob = await inTime(async (signal) => {
      const response = await fetch(address, { signal });
      return response.ok ? response.blob() : undefined;
    });
    const name = address.replace(/^.*\/(charts|cards)\//, '').replaceAll('/', '-');
    return blob && new File([blob], name, { type: blob.type });
  } catch {
    return undefined;
  }
}

/**
 * Opens the device’s own share sheet with the picture, a post and its link, where it has one
 * (https://w3c.github.io/web-share/); elsewhere the button is not there.
 */
class ShareSheet extends HTMLElement {
  #file: Promise<File | undefined> | undefined;

  connectedCallback(): void {
    const status = statusBy(this);
    if (!status || !('share' in navigator)) return;
    this.hidden = false;
    // Fetched when somebody reaches for the button, because a sheet opens only while a press is fresh.
    for (const reaching of ['pointerenter', 'pointerdown', 'focusin'])
      this.addEventListener(reaching, () => void this.#fetch());
    this.addEventListener('click', () => void this.#share(status));
  }

  async #fetch(): Promise<File | undefined> {
    const { picture = '' } = this.dataset;
    this.#file ??= fetchFile(picture);
    const file = await this.#file;
    // What did not come is asked for again by the next press.
    if (file === undefined) this.#file = undefined;
    return file;
  }

  async #share(status: Element): Promise<void> {
    status.textContent = '';
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
      const why = error instanceof DOMException ? error.name : '';
      // A person who closes the sheet needs no telling. How long one stays open is theirs, so it has no timer.
      if (why === 'AbortError') return;
      const waited = why === 'NotAllowedError';
      status.textContent =
        file === undefined
          ? 'The picture did not come. Copy the link instead.'
          : waited
            ? 'The picture is here now: press again to share it.'
            : 'This device did not open its sheet. Copy the link instead.';
    }
  }
}

customElements.define('share-sheet', ShareSheet);
