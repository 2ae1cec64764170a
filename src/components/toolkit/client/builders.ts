import { copy } from '../../../browser/copy.ts';
import { find, findAll } from '../../../browser/find.ts';
import { typedIn } from '../../../toolkit/letter.ts';

/** The letters of the toolkit. What is chosen and typed stays in this page: nothing is sent and nothing is stored. */

/** Hides what the choices leave out, also where the browser has no `:has()` to do it by (components/toolkit/choiceRules.ts). */
function showChosen(builder: HTMLElement): void {
  const chosen = findAll(builder, 'input:checked') as readonly HTMLInputElement[];
  for (const element of findAll(builder, '.said, .paper__subject, .paper__mail'))
    element.hidden = chosen.some(
      ({ name, value }) => !(element.dataset[name] ?? value).split(' ').includes(value),
    );
}

function fillIn(builder: HTMLElement): void {
  for (const field of findAll(builder, '.field') as readonly (HTMLInputElement | HTMLTextAreaElement)[]) {
    const typed = typedIn(field.value);
    for (const slot of findAll(builder, `[data-slot=${field.name}]`)) {
      slot.dataset.prompt ??= slot.textContent;
      slot.textContent = typed || slot.dataset.prompt;
      slot.classList.toggle('slot', !typed);
    }
  }
}

/** The sentences that are shown, one space apart. */
const words = (root: ParentNode): string =>
  findAll(root, '.said:not([hidden])')
    .map(({ textContent }) => textContent)
    .join(' ');

function begin(builder: HTMLElement): void {
  const body = find(builder, '[data-body]');
  const subject = find(builder, '[data-subject]');
  const said = find(builder, '[data-copied]');
  const text = (): string => findAll(body, 'p').map(words).filter(Boolean).join('\n\n');

  async function copyOut(wanted: string, shown: Element): Promise<void> {
    const { done = '', left = '', refused = '' } = said.dataset;
    // Emptied first, so that the same words are read out again.
    said.textContent = '';
    const isCopied = await copy(wanted, shown);
    said.textContent = !isCopied ? refused : wanted.includes('[') ? `${done} ${left}` : done;
  }
  const show = (): void => {
    showChosen(builder);
    fillIn(builder);
    said.textContent = '';
  };

  builder.oninput = show;
  builder.onsubmit = () => false;
  find(builder, '[data-copy]').onclick = () => void copyOut(text(), body);
  find(builder, '[data-copy-subject]').onclick = () => void copyOut(words(subject), subject);
  find(builder, '[data-mail]').onclick = () => {
    // A space as %20, which mail programs read, and a line as they want it: https://www.rfc-editor.org/rfc/rfc6068#section-5
    location.href = `mailto:?subject=${encodeURIComponent(words(subject))}&body=${encodeURIComponent(text().replaceAll('\n', '\r\n'))}`;
  };
  for (const part of findAll(builder, '[data-scripted]')) part.hidden = false;
  show();
}

/**
 * A link may say how far somebody got: /toolkit/?stage=interviewed, or in the fragment, which is sent to nobody, where
 * it is a person’s own answer.
 */
const stage = new URLSearchParams(`${location.search}&${location.hash.slice(1)}`).get('stage');
for (const radio of findAll(document, '[name=stage]') as readonly HTMLInputElement[])
  if (radio.value === stage) radio.checked = true;
// Whoever uses this device next does not read the answer in the address, or by going back.
if (location.hash.startsWith('#stage=')) history.replaceState(null, '', location.pathname);

for (const builder of findAll(document, '[data-builder]')) begin(builder);
