/** Fetches the script that fits the preview of an embed to its width, once somebody opens it. */
const fold = document.querySelector<HTMLDetailsElement>('[data-resize]');
// Where it does not come, the frame is tall enough for any width.
if (fold)
  fold.ontoggle = () => {
    import(/* @vite-ignore */ fold.dataset.resize ?? '').catch(() => undefined);
  };
