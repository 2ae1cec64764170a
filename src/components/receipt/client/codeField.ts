import { readReceiptCode } from '../../../receipt/readReceiptCode.ts';
import { isSlipAlready, receiptSlip } from '../../../receipt/receiptSlip.ts';
import { find } from '../../../browser/find.ts';

/** The field for the code, which says at once when it is mistyped; its check character is worked out here. */
export function codeField(form: HTMLElement) {
  const box = find(form, '[data-code-field]');
  const field = find(box, 'input') as HTMLInputElement;
  const message = find(box, '[data-code-message]');

  function say(slip: string | null): void {
    box.classList.toggle('wrong', slip !== null);
    message.textContent = slip ?? '';
    if (slip === null) field.removeAttribute('aria-invalid');
    else field.setAttribute('aria-invalid', 'true');
  }
  field.addEventListener('input', () => {
    say(isSlipAlready(field.value) ? receiptSlip(field.value) : null);
  });

  return {
    /** The code as it is sent, or null once it has been said what is wrong with it. */
    read: (): string | null => {
      const slip = receiptSlip(field.value);
      say(slip);
      if (slip !== null) field.focus();
      return slip === null ? readReceiptCode(field.value) : null;
    },
    forget: (): void => {
      field.value = '';
      say(null);
    },
  };
}
