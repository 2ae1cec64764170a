import { inTime } from '../../../browser/inTime.ts';
import { fetchPicture } from './fetchPicture.ts';
import { SayingButton } from './SayingButton.ts';

/** Copies the picture whose address is in `data-picture`, ready to be pasted into a post. */
class CopyPicture extends SayingButton {
  protected override async press(): Promise<string> {
    const { picture = '' } = this.dataset;
    try {
      // Safari takes the picture only as a promise, begun while the press still counts.
      await inTime((signal) =>
        navigator.clipboard.write([new ClipboardItem({ 'image/png': fetchPicture(picture, signal) })]),
      );
      return 'Picture copied';
    } catch {
      return 'The picture could not be copied. Download it instead.';
    }
  }
}

if ('ClipboardItem' in globalThis) customElements.define('copy-picture', CopyPicture);
