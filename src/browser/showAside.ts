import { copy } from './copy.ts';
import { find } from './find.ts';
import { aside, removeAside } from './setAside.ts';

/** Offers as text what was set aside under some names on this device, and lets the person remove it. Called again, it shows what has come since. */
export async function showAside(root: ParentNode, ...names: readonly string[]): Promise<void> {
  const note = find(root, '[data-aside]');
  const field = find(note, 'textarea') as HTMLTextAreaElement;
  const said = find(note, '[data-aside-said]');
  const shown = (await Promise.all(names.map(aside))).flat();
  field.value = shown.join('\n\n');
  note.hidden = field.value === '';
  find(note, '[data-aside-acts]').hidden = false;
  said.textContent = '';
  find(note, '[data-aside-copy]').onclick = () => {
    said.textContent = '';
    field.select();
    void copy(field.value, null).then((isCopied) => {
      said.textContent = (isCopied ? said.dataset.copied : said.dataset.refused) ?? '';
    });
  };
  find(note, '[data-aside-remove]').onclick = () => {
    for (const name of names) void removeAside(name, shown);
    field.value = '';
    find(note, '[data-aside-acts]').hidden = true;
    said.textContent = said.dataset.removed ?? '';
    said.focus();
  };
}
