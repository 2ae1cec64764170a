// One file with all its imports, as the discussion is built (components/thread/client/near.ts).
import address from './builders.ts?worker&url';

/** The page names the same file for the browser to fetch before it reads this. Where it does not come, the letters are there to read. */
import(/* @vite-ignore */ address).catch(() => undefined);
