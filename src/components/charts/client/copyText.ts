/**
 * Copies a text: its own `data-text`, or that of the element whose id is in `data-from`. Says so in the nearest status
 * line. Without JavaScript, or without a clipboard, the button is not there.
 */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const status = this.closest(':has([role="status"])')?.querySelector('[role="status"]');
    // Clipboards exist in secure contexts only (https://w3c.github.io/clipboard-apis/#navigator-clipboard).
    if (!button || !status || !isSecureContext) return;
    this.hidden = false;
    button.addEventListener('click', () => {
      // Read now: what is to be copied may have changed since the button was made.
      const { text, from = '' } = this.dataset;
      const words = text ?? document.getElementById(from)?.textContent ?? '';
      // Emptied first, so that the same words are read out again.
      status.textContent = '';
      navigator.clipboard.writeText(words).then(
        () => (status.textContent = 'Copied'),
        () => (status.textContent = `Your browser did not allow it. Copy by hand: ${words}`),
      );
    });
  }
}

customElements.define('copy-text', CopyText);
