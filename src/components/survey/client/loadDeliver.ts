import type * as delivering from './deliver.ts';

type Deliver = typeof delivering;

let address: string | undefined;
let tries = 0;

/**
 * Fetches the code that checks and sends. Until the specification was changed a browser remembered for ever that a
 * module could not be fetched (https://github.com/whatwg/html/pull/10327), and many still do: whoever lost the
 * connection at the wrong moment could never send. So a later try asks for the same address with another fragment.
 * Chromium and Firefox name the address in the error; where none is named, the same import is tried again.
 */
export async function loadDeliver(): Promise<Deliver> {
  try {
    if (address === undefined) return await import('./deliver.ts');
    tries += 1;
    return (await import(/* @vite-ignore */ `${address}#${tries}`)) as Deliver;
  } catch (error) {
    address ??= /https?:\/\/[^\s#]+/.exec(String(error))?.[0];
    throw error;
  }
}
