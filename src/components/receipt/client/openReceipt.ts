// One file with all that the first view needs, as the discussion is built (components/thread/client/near.ts).
import address from './receiptPage.ts?worker&url';

/** The page names the same file for the browser to fetch before it reads this. */
void import(/* @vite-ignore */ address);
