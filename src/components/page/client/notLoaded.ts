/**
 * Says that the first script of a page did not come: it was lost, hangs, or the browser is too old to read it. Where it did come, it has
 * taken the note out of the page (browser/showDefects.ts). Imports nothing, so that it lies in the page.
 */
const note = document.querySelector<HTMLElement>('[data-not-loaded]');
const say = (): void => {
  if (note) note.hidden = false;
};
note?.querySelector('button')?.addEventListener('click', () => {
  location.reload();
});
setTimeout(say, Number(note?.dataset.notLoaded));
addEventListener('unhandledrejection', say);
