import { init, parse } from 'es-module-lexer';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { firstViewScripts, type FirstViewScripts } from './firstViewScripts.ts';
import type { BuiltPage } from './builtPages.ts';

/** All JavaScript that a page may load later, when it is used: what `import()` leads to from its first scripts. */
export async function onDemandScripts(folder: string, page: BuiltPage): Promise<FirstViewScripts> {
  await init;
  const first = (await firstViewScripts(folder, page)).files.map(({ path }) => path);
  const found = new Set<string>();
  function follow(path: string): void {
    const [imports] = parse(readFileSync(join(folder, path), 'utf8'));
    for (const { n: name } of imports) {
      if (name === undefined) continue;
      const next = posix.resolve(posix.dirname(path), name);
      if (found.has(next) || first.includes(next)) continue;
      found.add(next);
      follow(next);
    }
  }
  for (const path of first) follow(path);
  const files = [...found].map((path) => ({
    path,
    bytes: brotliCompressSync(readFileSync(join(folder, path))).length,
  }));
  return { files, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}
