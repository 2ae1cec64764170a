import { copy } from '../../../browser/copy.ts';
import { SayingButton } from './SayingButton.ts';

/** Copies a text: its own `data-text`, or that of the element whose id is in `data-from`. */
class CopyText extends SayingButton {
  protected override async press(): Promise<string> {
    // Read now: what is to be copied may have changed since the button was made.
    const { text, from = '' } = this.dataset;
    const words = text ?? document.getElementById(from)?.textContent ?? '';
    return (await copy(words, null)) ? 'Copied' : `Copy by hand: ${words}`;
  }
}

customElements.define('copy-text', CopyText);
