import type { OwnComment } from '../../../thread/own.ts';
import { find, findAll } from '../../../browser/find.ts';
import { makeIdentity } from '../../../browser/makeIdentity.ts';
import { copyCode } from './copyCode.ts';
import type { View } from './discussion.ts';
import { findByCode } from './findByCode.ts';
import { ownList } from './ownList.ts';
import { ownRecords } from './ownRecords.ts';
import { reporting } from './reporting.ts';
import { sendChange } from './sendChange.ts';
import { sending } from './sending.ts';
import { takingBack } from './takingBack.ts';
import { writeBox } from './writeBox.ts';

const CHANGE = 'change ';
const changePlace = (id: string): string => CHANGE + id;

/** Everything that can be done in a discussion besides reading it. */
export function writing(view: View) {
  const { section, kind, thread, say } = view;
  const heading = find(section, 'h2');
  const box = writeBox(view);
  const show = (): void => {
    list.show();
  };
  const records = ownRecords(show);
  const sender = sending(records, {
    trap: () => (find(box.form, '[data-trap]') as HTMLInputElement).value,
    changed: show,
    say,
  });
  const list = ownList(view, records, sender);
  /** The room under a comment, emptied: for the box, a report or a question. */
  const room = (item: HTMLElement): HTMLElement => {
    const place = find(item, ':scope > [data-under]');
    if (place.contains(box.form)) box.goHome();
    place.replaceChildren();
    return place;
  };
  const report = reporting(view, room);
  const findOwn = findByCode(view, (own) => {
    records.show(own);
    list.item(own.id)?.focus();
  });

  const under = (id: string): HTMLElement | undefined =>
    list.item(id)?.querySelector<HTMLElement>(':scope > [data-under]') ?? undefined;
  /** Who somebody said they were last, which is who they most likely are now. */
  const usualRole = (): OwnComment['role'] =>
    records.all().toSorted((a, b) => b.at - a.at)[0]?.role ?? 'none';

  function reply(id: string): void {
    const item = list.item(id);
    if (item === undefined) return;
    box.open({
      place: id,
      title: 'Your reply',
      send: 'Send reply',
      under: room(item),
      begin: { text: '', role: usualRole() },
    });
    sender.prepare();
  }

  /** Words go back to where they were written; the comment itself is let go. */
  async function takeToBox(own: OwnComment): Promise<void> {
    if (!box.giveBack(own.parent ?? 'top', own)) {
      say('Something else is in the box by now: send it or clear it first.');
      box.form.scrollIntoView({ block: 'nearest' });
      return;
    }
    await records.drop(own.id);
    if (own.parent !== null && view.item(own.parent) !== undefined) reply(own.parent);
    else {
      box.goHome();
      find(box.form, 'textarea').focus();
    }
  }

  function change(own: OwnComment): void {
    if (own.standing.is === 'refused') void takeToBox(own);
    else {
      const item = list.item(own.id);
      if (item === undefined) return;
      box.open({
        place: changePlace(own.id),
        title: 'Change your comment',
        send: 'Send the change',
        under: room(item),
        begin: own,
      });
    }
  }

  const takeBack = takingBack(view, records, sender, list, {
    room,
    toBox: takeToBox,
    shown: () => {
      shown();
    },
  });

  async function sendNew(words: Pick<OwnComment, 'text' | 'role'>, parent: string | null): Promise<void> {
    box.busy(true);
    const own: OwnComment = {
      format: 1,
      ...(await makeIdentity()),
      kind,
      thread,
      parent,
      ...words,
      at: Date.now(),
      standing: { is: 'outgoing', tried: false },
    };
    // On the device before the box is emptied, and before anything is sent.
    await records.keep(own);
    box.busy(false);
    box.done();
    shown();
    list.item(own.id)?.focus();
    say('Your comment is being sent.');
    sender.next();
  }

  async function submit(): Promise<void> {
    const words = box.read();
    if (words === null) return;
    const { place } = box.task();
    const own = records.all().find(({ id }) => place === changePlace(id));
    if (own !== undefined) {
      if (await sendChange(view, records, box, own, words)) list.item(own.id)?.focus();
    } else await sendNew(words, place === 'top' ? null : place);
  }

  /** Whoever left a reply half written finds it again where it was. */
  function markDrafts(): void {
    for (const button of findAll(section, '[data-act=reply]'))
      button.textContent = box.holds(button.closest('li')?.dataset.comment ?? '')
        ? 'Go on with your reply'
        : 'Reply';
  }

  function cancel(): void {
    const item = box.form.closest('li');
    box.goHome();
    markDrafts();
    (
      item?.querySelector<HTMLElement>(':scope > .c__acts > :is([data-act=reply], [data-act=change])') ??
      heading
    ).focus();
  }

  function alone(own: OwnComment): void {
    void records.keep({ ...own, parent: null, standing: { is: 'outgoing', tried: false } }).then(sender.next);
    list.item(own.id)?.focus();
  }

  function act(button: HTMLElement): void {
    const item = button.closest('li');
    const id = item?.dataset.comment;
    const { act: name } = button.dataset;
    if (name === 'cancel') cancel();
    if (item === null || id === undefined) return;
    if (name === 'reply') reply(id);
    if (name === 'report') report.ask(item);
    if (name === 'keep') {
      room(item);
      item.focus();
      sender.next();
    }
    const own = records.get(id);
    if (own === undefined) return;
    if (name === 'change') change(own);
    if (name === 'remove') takeBack.ask(own);
    if (name === 'remove-now') void takeBack.now(own);
    if (name === 'forget')
      void records.drop(id).then(() => {
        heading.focus();
      });
    if (name === 'hurry') sender.hurry();
    if (name === 'alone') alone(own);
    if (name === 'copy') void copyCode(own.code, button, say);
  }

  /** The comments around were shown anew. */
  function shown(): void {
    const { place } = box.task();
    box.putBack(
      place === 'top' ? undefined : under(place.startsWith(CHANGE) ? place.slice(CHANGE.length) : place),
    );
    show();
    markDrafts();
  }

  // What may take a second is begun when somebody begins to write.
  box.form.addEventListener(
    'input',
    () => {
      sender.prepare();
    },
    { once: true },
  );
  // Where nothing can be kept, what is written lives in this page alone.
  addEventListener('beforeunload', (event) => {
    const isUnsent = records.all().some(({ standing }) => standing.is === 'outgoing');
    if (box.isLost() || (isUnsent && !records.isKept())) event.preventDefault();
  });
  /** What this device holds is taken up first: whatever is done before it would be undone by it. */
  const ready = Promise.all([records.restore(), box.restore()]).then(() => {
    shown();
    sender.next();
    void records.refresh(thread);
  });

  function submitted(form: HTMLFormElement): void {
    const item = form.closest('li');
    if (form.matches('.report') && item !== null) void report.submit(form, item);
    else if (form.matches('[data-code-form]')) void findOwn();
    else void submit();
  }

  return {
    shown,
    act: (button: HTMLElement): void => {
      void ready.then(() => {
        act(button);
      });
    },
    submit: (form: HTMLFormElement): void => {
      void ready.then(() => {
        submitted(form);
      });
    },
  };
}

export type Writing = ReturnType<typeof writing>;
