/** Copies a page’s address. Without JavaScript, or without a clipboard, the button is not there. */
class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const address = this.dataset.address;
    const button = this.querySelector('button');
    const status = this.querySelector('[role="status"]');
    // Clipboards exist in secure contexts only (https://w3c.github.io/clipboard-apis/#navigator-clipboard).
    if (address === undefined || button === null || status === null || !isSecureContext) return;
    this.hidden = false;
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(address).then(
        () => (status.textContent = 'Copied'),
        () => (status.textContent = `Your browser did not allow it. The address is ${address}`),
      );
    });
  }
}

customElements.define('copy-link', CopyLink);
