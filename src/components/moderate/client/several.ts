import type { Rejection } from '../../../thread/rejection.ts';
import { find, findAll } from '../../../browser/find.ts';
import type { CommentDecision } from '../orders.ts';
import {
  commentsWords,
  severalCommands,
  severalWords,
  stayWords,
  type SeveralCommand,
} from '../severalWords.ts';
import type { Decisions } from './deciding.ts';
import type { Row } from './entries.ts';
import type { ShownQueue } from './giving.ts';
import { reasonsForm } from './reasonsForm.ts';

/** Asks before something is done: one question, the reasons where there are any, one button that does it. */
function question() {
  const dialog = find(document, '[data-several-dialog]') as HTMLDialogElement;
  const template = find(document, 'template[data-reasons-form]') as HTMLTemplateElement;
  const confirm = find(dialog, '[data-several-confirm]');
  const reasons = find(dialog, '[data-several-reasons]');
  let go: (reason: Rejection | null) => void = () => undefined;

  function answer(reason: Rejection | null): void {
    dialog.close();
    go(reason);
  }
  confirm.addEventListener('submit', (event) => {
    event.preventDefault();
    answer(null);
  });
  find(dialog, '[data-several-cancel]').addEventListener('click', () => {
    dialog.close();
  });

  return (
    said: { readonly does: string; readonly means: string },
    asksWhy: { readonly known: Rejection | undefined } | null,
    then: typeof go,
  ): void => {
    go = then;
    find(dialog, '[data-several-title]').textContent = `${said.does}?`;
    find(dialog, '[data-several-means]').textContent = said.means;
    find(dialog, '[data-several-go]').textContent = said.does;
    confirm.hidden = asksWhy !== null;
    const words = { why: 'Why?', does: said.does, keeps: 'Keep them where they are' };
    const form =
      asksWhy === null
        ? null
        : reasonsForm(
            template,
            answer,
            () => {
              dialog.close();
            },
            words,
          );
    reasons.replaceChildren(...(form === null ? [] : [form.element]));
    dialog.showModal();
    form?.open(asksWhy?.known);
  };
}

/** How many comments are chosen, and what can be decided about all of them at once. */
export function several(
  part: HTMLElement,
  { rows, pages, message }: ShownQueue,
  decideSeveral: Decisions['decideSeveral'],
) {
  const ask = question();
  const all = find(part, '[data-all]');
  /** The reason that was given last: a flood has one. */
  let known: Rejection | undefined;

  /** Those of the chosen that a key does something with, and what. */
  const possible = (command: SeveralCommand): readonly (readonly [Row, CommentDecision])[] =>
    rows.chosen().flatMap((row) => {
      const button = rows.button(row, command);
      return button === null ? [] : [[row, button.dataset.action as CommentDecision] as const];
    });

  function press(command: SeveralCommand, reason?: Rejection): void {
    const chosen = rows.chosen().length;
    const decided = possible(command);
    if (decided.length === 0) {
      message.say('This cannot be done with any comment that you chose.');
      return;
    }
    const { does, means } = severalWords(command, pages.shown().list);
    ask(
      {
        does: does(commentsWords(decided.length)),
        means: `${means} You can undo it.${stayWords(chosen - decided.length)}`,
      },
      command === 'reject' ? { known: reason ?? known } : null,
      (given) => {
        known = given ?? known;
        void decideSeveral(decided, command, given);
      },
    );
  }

  all.addEventListener('click', rows.chooseAll);
  for (const button of findAll(part, '[data-several-press]'))
    button.addEventListener('click', () => {
      press(button.dataset.severalPress as SeveralCommand);
    });

  return {
    press,
    forget: (): void => {
      known = undefined;
    },
    /** Shows how many are chosen. */
    show: (): void => {
      const n = rows.chosen().length;
      find(part, '[data-several]').hidden = n === 0;
      find(part, '[data-chosen]').textContent = `${n} chosen`;
      all.hidden = rows.all().length === 0;
      all.setAttribute('aria-pressed', String(n > 0 && n === rows.all().length));
      part.classList.toggle('choosing', n > 0);
      for (const command of severalCommands) {
        const button = find(part, `[data-several-press=${command}]`);
        const decided = possible(command).length;
        button.hidden = decided === 0;
        find(button, '[data-words]').textContent = severalWords(command, pages.shown().list).does(
          commentsWords(decided),
        );
      }
    },
  };
}
