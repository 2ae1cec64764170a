/** The nearest status line: in the smallest part of the page that holds one. */
function statusBy(element: Element): Element | null {
  const { parentElement: part } = element;
  return part === null ? null : (part.querySelector('[role="status"]') ?? statusBy(part));
}

/**
 * An element around a button: a press does something and says in the nearest status line how it went. Without JavaScript,
 * and where a browser can do nothing of the kind, the element is not shown.
 */
export abstract class SayingButton extends HTMLElement {
  /** Empty where there is nothing to say. */
  protected abstract press(): Promise<string>;

  connectedCallback(): void {
    const button = this.querySelector('button');
    const status = statusBy(this);
    if (!button || !status) return;
    this.hidden = false;
    button.onclick = async () => {
      // Emptied first, so that the same words are read out again.
      status.textContent = '';
      status.textContent = await this.press();
    };
  }
}
