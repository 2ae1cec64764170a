import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

/** Files of a bundle by their path on a site, the script to load, and the style sheets beside it. */
export interface Bundle {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly script: string;
  readonly styles: readonly string[];
}

/** A module that a peer imports by a bare name and that holds data of ours. */
const dataModules = (modules: Readonly<Record<string, unknown>>): Plugin => ({
  name: 'data-modules',
  resolveId: (id) => (Object.hasOwn(modules, id) ? `\0${id}` : undefined),
  load: (id) =>
    id.startsWith('\0') && Object.hasOwn(modules, id.slice(1))
      ? `export default ${JSON.stringify(modules[id.slice(1)])}`
      : undefined,
});

/**
 * A script with all that it imports, as Vite builds it for production.
 * @param entry from bench/ on
 * @param modules data by the name under which it is imported
 */
export async function bundle(
  entry: string,
  modules: Readonly<Record<string, unknown>> = {},
): Promise<Bundle> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [dataModules(modules)],
    build: { write: false, modulePreload: false, rolldownOptions: { input: `${root}${entry}` } },
  });
  if (Array.isArray(built) || !('output' in built)) throw new Error('Vite made no bundle.');
  const files = new Map(
    built.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
  return {
    files,
    script: `/${built.output[0].fileName}`,
    styles: [...files.keys()].filter((path) => path.endsWith('.css')),
  };
}
