/**
 * Makes fetching a module something that can be tried again. Until the specification was changed a browser remembered
 * for ever that a module could not be fetched (https://github.com/whatwg/html/pull/10327), and many still do: whoever
 * lost the connection at the wrong moment could never send. So a later try asks for the same address with another
 * fragment. Chromium and Firefox name the address in the error; where none is named, the same import is tried again.
 */
export function retriable<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let address: string | undefined;
  let tries = 0;
  return async () => {
    try {
      if (address === undefined) return await load();
      tries += 1;
      return (await import(/* @vite-ignore */ `${address}#${tries}`)) as Module;
    } catch (error) {
      address ??= /https?:\/\/[^\s#]+/.exec(String(error))?.[0];
      throw error;
    }
  };
}
