// One file with all its imports, as the discussion is built (components/thread/client/near.ts).
import address from './unfinished.ts?worker&url';

/** Where it does not come, each door still leads to the answers that are kept behind it. */
const load = () => import(/* @vite-ignore */ address).catch(() => undefined);
// Not at once: until then the line is for what is read first.
setTimeout(() => void load(), 200);
