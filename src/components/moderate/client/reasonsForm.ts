import { rejections, type Rejection } from '../../../thread/rejection.ts';
import { find } from '../../../browser/find.ts';
import { reasonOf } from '../shortcuts.ts';

/** What the form asks and what its buttons say, where that is not about one comment. */
interface Asked {
  readonly why: string;
  readonly does: string;
  readonly keeps: string;
}

/**
 * The reasons for rejecting, put into an entry or a dialog. A number chooses one, as arrows and a click do; Enter rejects, Esc closes.
 * @param reject what to do with the reason
 * @param closed what to do when it was closed without one
 * @param asked its words where it is about several comments
 */
export function reasonsForm(
  template: HTMLTemplateElement,
  reject: (reason: Rejection) => void,
  closed: () => void,
  asked?: Asked,
) {
  const form = document.importNode(template.content, true).firstElementChild as HTMLFormElement;
  if (asked !== undefined) {
    find(form, '[data-why]').textContent = asked.why;
    find(form, '[type=submit]').textContent = asked.does;
    find(form, '[data-keep]').textContent = asked.keeps;
  }
  const radios = [...form.querySelectorAll('input')];
  const message = find(form, '[data-message]');
  const chosen = (): Rejection | undefined =>
    rejections.find(({ code }) => code === radios.find(({ checked }) => checked)?.value)?.code;

  function close(): void {
    form.remove();
    closed();
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const reason = chosen();
    if (reason !== undefined) {
      reject(reason);
      return;
    }
    message.textContent = 'Choose a reason: the author is told it.';
    radios[0]?.focus();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
      return;
    }
    const radio = radios[reasonOf(event, radios.length) ?? -1];
    if (radio === undefined) return;
    event.preventDefault();
    radio.checked = true;
    radio.focus();
  });
  form.addEventListener('change', () => {
    message.textContent = '';
  });
  find(form, '[data-cancel]').addEventListener('click', close);

  return {
    element: form,
    chosen,
    /** Goes to the reasons; to the button that rejects when one is chosen already. */
    open: (reason?: Rejection): void => {
      const radio = radios.find(({ value }) => value === reason);
      if (radio !== undefined) radio.checked = true;
      if (radio === undefined) radios[0]?.focus();
      else find(form, '[type=submit]').focus();
    },
  };
}
