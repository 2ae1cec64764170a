// One file with all its imports, as the discussion is built (components/thread/client/near.ts).
import address from './recount.ts?worker&url';

/** Shows the button that works a figure out anew, and fetches what that takes at the press; nothing before. */
const button = document.querySelector<HTMLButtonElement>('[data-recount] button');
if (button) {
  let tries = 0;
  button.hidden = false;
  button.onclick = () => {
    // Another address at each try, because a browser may remember that an import failed (browser/onDemand.ts).
    import(/* @vite-ignore */ [address, (tries += 1)].join('#')).catch(() => {
      const said = button.nextElementSibling;
      if (said instanceof HTMLElement) said.hidden = false;
    });
  };
}
