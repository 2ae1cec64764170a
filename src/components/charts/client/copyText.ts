import { copy } from '../../../browser/copy.ts';
import { statusBy } from './statusBy.ts';

/**
 * Copies a text: its own `data-text`, or that of the element whose id is in `data-from`. Says in the nearest status line
 * how it went. Without JavaScript the button is not there.
 */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const status = statusBy(this);
    if (!button || !status) return;
    this.hidden = false;
    button.addEventListener('click', () => void this.#copy(status));
  }

  async #copy(status: Element): Promise<void> {
    // Read now: what is to be copied may have changed since the button was made.
    const { text, from = '' } = this.dataset;
    const words = text ?? document.getElementById(from)?.textContent ?? '';
    // Emptied first, so that the same words are read out again.
    status.textContent = '';
    status.textContent = (await copy(words, null)) ? 'Copied' : `Copy by hand: ${words}`;
  }
}

customElements.define('copy-text', CopyText);
