/**
 * Imports a module so that a failure can be retried. Browsers used to remember for the life of a page that a module
 * could not be fetched, and many still do (https://github.com/whatwg/html/pull/10327). So a retry asks for the same
 * address with another fragment, which counts as another module. Safari does not name the address in its error, so it is
 * read off the function, which the build writes as () => import(`./name.js`), with all modules in one folder.
 * @param load nothing but an import
 */
export function retriable<Module>(load: () => Promise<Module>): () => Promise<Module> {
  const [, file] = /import\(.(.+?).\)/.exec(String(load)) ?? [];
  const address = file === undefined ? undefined : new URL(file, import.meta.url).href;
  let failures = 0;
  return async () => {
    try {
      return failures === 0 || address === undefined
        ? await load()
        : ((await import(/* @vite-ignore */ `${address}#${failures}`)) as Module);
    } catch (error) {
      failures += 1;
      // For cause.ts, which asks whether it is still there.
      throw Object.assign(error as Error, { address });
    }
  };
}
