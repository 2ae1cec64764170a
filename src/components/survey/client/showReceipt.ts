import { onSite } from '../../../address.ts';
import { receiptGroups } from '../../../receipt/receiptCode.ts';
import { find } from '../../../browser/find.ts';
import { saveFile } from '../../../browser/saveFile.ts';

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
  const sayRefused = say(said.dataset.refused ?? '');
  find(thanks, '[data-copy]').addEventListener('click', () => {
    say('')();
    // Without a secure connection there is no clipboard to write to.
    if (isSecureContext)
      navigator.clipboard.writeText(written).then(say(said.dataset.done ?? ''), sayRefused);
    else sayRefused();
  });

  find(thanks, '[data-print]').addEventListener('click', () => {
    print();
  });

  const save = find(thanks, '[data-save]');
  save.addEventListener('click', () => {
    const lines = [
      title,
      location.origin + onSite('/'),
      '',
      `Receipt code: ${written}`,
      '',
      save.dataset.save,
      '',
    ];
    saveFile(lines.join('\n'), 'receipt-code.txt', 'text/plain');
  });
}
