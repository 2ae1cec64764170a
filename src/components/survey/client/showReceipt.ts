import { onSite } from '../../../address.ts';
import { receiptGroups } from '../../../receipt/receiptCode.ts';
import { copy } from '../../../browser/copy.ts';
import { find } from '../../../browser/find.ts';
import { saveFile } from '../../../browser/saveFile.ts';

interface Receipt {
  readonly code: string;
  /** Heads the saved file. */
  readonly title: string;
  /** Whether the device keeps it until then. */
  readonly isKept: boolean;
  /** The person has it. */
  readonly over: () => void;
}

/** Shows the receipt code and lets it be copied, printed and saved; only a copy that succeeded, or a button, says that it is had. */
export function showReceipt(thanks: HTMLElement, { code, title, isKept, over }: Receipt): void {
  const groups = receiptGroups(code);
  const written = groups.join('-');
  const shown = find(thanks, '[data-code]');
  shown.replaceChildren(
    ...[`${groups.slice(0, 2).join('-')}-`, groups.slice(2).join('-')].map((line) => {
      const span = document.createElement('span');
      span.textContent = line;
      return span;
    }),
  );

  const held = find(thanks, '[data-held]');
  if (!isKept) held.textContent = held.dataset.notKept ?? '';
  const said = find(thanks, '[data-copied]');
  const { done = '', had = '', ask = '', refused = '' } = said.dataset;
  const say = (...sentences: readonly string[]): void => {
    said.textContent = sentences.join(' ').trim();
  };
  /** @param how what was done, in a sentence; nothing where the person sees it */
  const have = (how = ''): void => {
    over();
    held.hidden = true;
    say(how, isKept ? had : '');
  };
  /** A browser does not tell whether something was printed or saved, so the person is asked. */
  const mayHave = (): void => {
    if (!held.hidden) say(ask);
  };
  find(thanks, '[data-copy]').addEventListener('click', () => {
    // Emptied first, so that the same words are read out again.
    say();
    void copy(written, shown).then((isCopied) => {
      if (isCopied) have(done);
      else say(refused);
    });
  });
  find(thanks, '[data-have]').addEventListener('click', () => {
    have();
  });
  find(thanks, '[data-print]').addEventListener('click', () => {
    print();
    mayHave();
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
    mayHave();
  });
}
