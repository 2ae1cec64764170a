// One file with all its imports, as the discussion is built (components/thread/client/near.ts).
import address from './unfinished.ts?worker&url';

/** Not at once: until then the line is for what is read first. Where it does not come, each door still leads to what is kept behind it. */
setTimeout(() => {
  import(/* @vite-ignore */ address).catch(() => undefined);
}, 200);
