import { inTime } from '../../../browser/inTime.ts';
import { fetchPicture } from './fetchPicture.ts';
import { SayingButton } from './SayingButton.ts';

/** A picture as the device’s sheet takes it. @throws where it did not come whole and in time */
async function fetchFile(address: string): Promise<File> {
  const blob = await inTime((signal) => fetchPicture(address, signal));
  const name = address.replace(/^.*\/(charts|cards)\//, '').replaceAll('/', '-');
  return new File([blob], name, { type: blob.type });
}

/** Opens the device’s own share sheet with the picture, a post and its link (https://w3c.github.io/web-share/). */
class ShareSheet extends SayingButton {
  #file: Promise<File | undefined> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // Fetched when somebody reaches for the button, because a sheet opens only while a press is fresh.
    for (const reaching of ['pointerenter', 'pointerdown', 'focusin'])
      this.addEventListener(reaching, () => void this.#fetch());
  }

  #fetch(): Promise<File | undefined> {
    // What did not come is asked for again by the next press.
    return (this.#file ??= fetchFile(this.dataset.picture ?? '').catch(() => (this.#file = undefined)));
  }

  protected override async press(): Promise<string> {
    const { title = '', from = '', url = '' } = this.dataset;
    const text = document.getElementById(from)?.textContent.trim() ?? '';
    const file = await this.#fetch();
    // The post ends in the link: apps that take a file often drop an address beside it.
    const withFile = { title, text, files: file === undefined ? [] : [file] };
    const canHave = file !== undefined && 'canShare' in navigator && navigator.canShare(withFile);
    try {
      await navigator.share(canHave ? withFile : { title, url });
      return '';
    } catch (error) {
      const why = error instanceof DOMException ? error.name : '';
      // A person who closes the sheet needs no telling. How long one stays open is theirs, so it has no timer.
      if (why === 'AbortError') return '';
      if (file === undefined) return 'The picture did not come. Copy the link instead.';
      return why === 'NotAllowedError'
        ? 'The picture is here now: press again to share it.'
        : 'This device did not open its sheet. Copy the link instead.';
    }
  }
}

if ('share' in navigator) customElements.define('share-sheet', ShareSheet);
