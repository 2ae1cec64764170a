import type { OwnComment } from '../../../thread/own.ts';
import { receiptGroups } from '../../../receipt/receiptCode.ts';
import { copy } from '../../../browser/copy.ts';
import { find } from '../../../browser/find.ts';
import { showAside } from '../../../browser/showAside.ts';
import { cancelTask, openChange, openReply, showOwnAgain } from './boxTasks.ts';
import { spaceUnder, type WritingContext } from './context.ts';
import { findByCode } from './findByCode.ts';
import { fromTemplate } from './fromTemplate.ts';
import { ownList } from './ownList.ts';
import { draftName, ownName } from './keptHere.ts';
import { ownRecords } from './ownRecords.ts';
import { reporting } from './reporting.ts';
import { sending } from './sending.ts';
import { submitBox } from './submitBox.ts';
import { takingBack } from './takingBack.ts';
import type { View } from './view.ts';
import { writeBox } from './writeBox.ts';

function contextOf(view: View): WritingContext {
  const box = writeBox(view);
  const show = (): void => {
    list.show();
  };
  const records = ownRecords(show);
  const sender = sending(records, {
    trap: () => (find(box.form, '[data-trap]') as HTMLInputElement).value,
    changed: show,
    say: view.say,
  });
  const list = ownList(view, records, sender);
  return { view, box, records, sender, list };
}

/** Copies a receipt code, and says on the button and to a screen reader whether the browser allowed it. */
async function copyCode(code: string, button: HTMLElement, item: HTMLElement, { say }: View): Promise<void> {
  const isCopied = await copy(receiptGroups(code).join('-'), find(item, '[data-code]'));
  button.textContent = isCopied ? 'Copied' : 'Copy it by hand';
  say(
    isCopied
      ? 'The code is copied.'
      : 'This browser did not let us copy. The code is selected: copy it by hand, or write it down.',
  );
}

/** Sends a reply whose parent is gone as a comment of its own. */
async function sendAlone({ records, sender, list }: WritingContext, own: OwnComment): Promise<void> {
  await records.keep({ ...own, parent: null, standing: { is: 'outgoing', tried: false } });
  sender.next();
  list.item(own.id)?.focus();
}

async function forget({ records, view, list }: WritingContext, { id }: OwnComment): Promise<void> {
  await records.drop(id);
  list.unmark(id);
  find(view.section, 'h2').focus();
}

/** Forgets a comment on this device; one that the server has after asking, because nobody can remove it without its code. */
function askToForget(context: WritingContext, own: OwnComment, item: HTMLElement): Promise<void> | undefined {
  if (own.standing.is !== 'kept') return forget(context, own);
  const question = fromTemplate(context.view.section, 'forget');
  find(question, '[data-only]').textContent = receiptGroups(own.code).join('-');
  spaceUnder(context, item).append(question);
  find(question, 'button').focus();
  return undefined;
}

/** What the buttons of a comment do, by their `data-act`. */
function actsOf(context: WritingContext) {
  const { view, records, sender } = context;
  const report = reporting(context);
  const takeBack = takingBack(context);
  /** For a comment written here or found by its code. */
  const own =
    (act: (own: OwnComment, button: HTMLElement, item: HTMLElement) => unknown) =>
    (item: HTMLElement, button: HTMLElement) => {
      const found = records.get(item.dataset.comment ?? '');
      return found === undefined ? undefined : act(found, button, item);
    };
  const acts: Readonly<Record<string, (item: HTMLElement, button: HTMLElement) => unknown>> = {
    reply: (item) => {
      openReply(context, item.dataset.comment ?? '');
    },
    report: report.ask,
    keep: (item) => {
      spaceUnder(context, item);
      item.focus();
      sender.putBack(item.dataset.comment ?? '');
    },
    change: own((one) => {
      openChange(context, one);
    }),
    remove: own(takeBack.ask),
    'remove-now': own(takeBack.now),
    forget: own((one, _, item) => askToForget(context, one, item)),
    'forget-now': own((one, button) => {
      button.closest('.c__sure')?.remove();
      return forget(context, one);
    }),
    hurry: sender.hurry,
    alone: own((one) => sendAlone(context, one)),
    copy: own((one, button) => copyCode(one.code, button, find(view.section, `#own-${one.id}`), view)),
  };
  return { acts, report };
}

/** Everything that can be done in a discussion besides reading it. */
export function writing(view: View) {
  const context = contextOf(view);
  const { box, records, sender, list } = context;
  const { acts, report } = actsOf(context);
  const findOwn = findByCode(view, (own) => {
    records.show(own);
    list.item(own.id)?.focus();
  });

  // The proof of work may take a second, so it begins when the author does.
  box.form.addEventListener('input', sender.prepare, { once: true });
  addEventListener('beforeunload', (event) => {
    const isUnsent = records.all().some(({ standing }) => standing.is === 'outgoing');
    if (box.isLost() || (isUnsent && !records.isKept())) event.preventDefault();
  });
  /** What this device holds is read first: it would overwrite whatever was done before. */
  const ready = Promise.all([records.restore(), box.restore()]).then(() => {
    showOwnAgain(context);
    void showAside(view.section, ownName, draftName(view.kind, view.thread));
    sender.next();
    void records.refresh(view.thread);
  });

  return {
    /** The comments around were shown anew. */
    shown: (): void => {
      showOwnAgain(context);
    },
    act: async (button: HTMLElement): Promise<void> => {
      await ready;
      const item = button.closest('li');
      const { act = '' } = button.dataset;
      if (act === 'cancel') cancelTask(context);
      else if (item !== null) await acts[act]?.(item, button);
    },
    submit: async (form: HTMLFormElement): Promise<void> => {
      await ready;
      const item = form.closest('li');
      if (form.matches('.report') && item !== null) await report.submit(form, item);
      else if (form.matches('[data-code-form]')) await findOwn();
      else await submitBox(context);
    },
  };
}

export type Writing = ReturnType<typeof writing>;
