/** Opens the device’s own share sheet, where it has one (https://w3c.github.io/web-share/); elsewhere the button is not there. */
class ShareSheet extends HTMLElement {
  connectedCallback(): void {
    const { title = '', url = '' } = this.dataset;
    if (!('share' in navigator)) return;
    this.hidden = false;
    this.addEventListener('click', () => {
      // Refused also when a person closes the sheet, who needs no telling; the other ways to share stand beside it.
      navigator.share({ title, url }).catch(() => undefined);
    });
  }
}

customElements.define('share-sheet', ShareSheet);
