import { inTime } from '../../../browser/inTime.ts';
import { statusBy } from './statusBy.ts';

/** A picture as it comes. @throws where the server does not give it */
async function fetchPicture(address: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`The picture is not there: ${response.status}.`);
  return response.blob();
}

/**
 * Copies the picture whose address is in `data-picture`, ready to be pasted into a post. Without JavaScript, and in browsers
 * that can copy no picture, the button is not there.
 */
class CopyPicture extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const status = statusBy(this);
    const { picture } = this.dataset;
    if (!button || !status || picture === undefined || typeof ClipboardItem === 'undefined') return;
    this.hidden = false;
    button.addEventListener('click', () => void this.#copy(picture, status));
  }

  async #copy(picture: string, status: Element): Promise<void> {
    status.textContent = '';
    let said = 'Picture copied';
    try {
      // Safari takes the picture only as a promise, begun while the press still counts.
      await inTime((signal) =>
        navigator.clipboard.write([new ClipboardItem({ 'image/png': fetchPicture(picture, signal) })]),
      );
    } catch {
      said = 'The picture could not be copied. Download it instead.';
    }
    status.textContent = said;
  }
}

customElements.define('copy-picture', CopyPicture);
