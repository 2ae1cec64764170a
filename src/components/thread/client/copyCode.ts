import { receiptGroups } from '../../../receipt/receiptCode.ts';

/** Copies a receipt code, and says on the button and to those who listen whether the browser let us. */
export async function copyCode(
  code: string,
  button: HTMLElement,
  say: (sentence: string) => void,
): Promise<void> {
  // Without a secure connection there is no clipboard to write to.
  const isCopied =
    isSecureContext &&
    (await navigator.clipboard.writeText(receiptGroups(code).join('-')).then(
      () => true,
      () => false,
    ));
  button.textContent = isCopied ? 'Copied' : 'Copy it by hand';
  say(isCopied ? 'The code is copied.' : 'This browser did not let us copy: write the code down.');
}
