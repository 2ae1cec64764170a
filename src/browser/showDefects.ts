import { find } from './find.ts';

/** Says that something is wrong, with a button, wherever code of ours fails and nothing else on the page says so. */
export function showDefects(): void {
  // The script of this page is there (components/page/client/notLoaded.ts).
  document.querySelector('[data-not-loaded]')?.remove();
  const box = find(document, '[data-broken]');
  const show = (error: unknown): void => {
    // Not what an extension has put into the page.
    if (error instanceof Error && error.stack?.includes('/_astro/') === true) box.hidden = false;
  };
  addEventListener('error', ({ error }) => {
    show(error);
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    show(reason);
  });
  find(box, 'button').addEventListener('click', () => {
    location.reload();
  });
}
