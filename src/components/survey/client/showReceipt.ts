import { receiptGroups } from '../../../survey/receiptCode.ts';
import { find } from './find.ts';

const refusedCopy = 'This browser did not let us copy: write the code down, or save it as a file.';

/** Shows the receipt code and lets it be copied, printed and saved. `title` heads the saved file. */
export function showReceipt(thanks: HTMLElement, code: string, title: string): void {
  const groups = receiptGroups(code);
  const written = groups.join('-');
  find(thanks, '[data-code]').replaceChildren(
    ...[`${groups.slice(0, 2).join('-')}-`, groups.slice(2).join('-')].map((line) => {
      const span = document.createElement('span');
      span.textContent = line;
      return span;
    }),
  );

  const said = find(thanks, '[data-copied]');
  const say = (sentence: string) => () => {
    said.textContent = sentence;
  };
  find(thanks, '[data-copy]').addEventListener('click', () => {
    say('')();
    // Without a secure connection there is no clipboard to write to.
    const copied = isSecureContext
      ? navigator.clipboard.writeText(written)
      : Promise.reject(new Error(refusedCopy));
    copied.then(say('The code is copied.'), say(refusedCopy));
  });

  find(thanks, '[data-print]').addEventListener('click', () => {
    print();
  });

  find(thanks, '[data-save]').addEventListener('click', () => {
    const lines = [
      title,
      location.origin,
      '',
      `Receipt code: ${written}`,
      '',
      'Keep it: it is the only way back to your answers.',
      '',
    ];
    const file = document.createElement('a');
    file.href = URL.createObjectURL(new Blob([lines.join('\n')], { type: 'text/plain' }));
    file.download = 'receipt-code.txt';
    file.click();
  });
}
