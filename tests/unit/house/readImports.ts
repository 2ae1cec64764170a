import { posix } from 'node:path';
import ts from 'typescript';

/** One import, export-from, dynamic import, `import.meta.glob` pattern or `new URL(…, import.meta.url)` of a file. */
export interface Import {
  /** The path from the top of the repository, without a query; or the package’s name as it is written. */
  readonly to: string;
  /** Erased when the file is compiled: `import type` and `export type`. */
  readonly typeOnly: boolean;
}

/** Files by path from the top of the repository, with their text. */
export type Sources = Readonly<Record<string, string>>;

/** What a file imports where it runs at build, and, of an Astro page, what its `<script>` elements import. */
export interface FileImports {
  readonly own: readonly Import[];
  readonly scripts: readonly Import[];
}

/** Reads every import of every file. Globs are resolved to the files that they match. */
export function readImports(sources: Sources): ReadonlyMap<string, FileImports> {
  const paths = Object.keys(sources);
  const read = (from: string, text: string) => importsIn(from, text, paths);
  return new Map(
    Object.entries(sources).map(([path, text]) => {
      const { own, scripts } = codeOf(path, text);
      return [path, { own: read(path, own), scripts: read(path, scripts) }];
    }),
  );
}

/** The TypeScript of a file: all of it, an Astro file’s front matter and its scripts, an MDX file’s import lines. */
function codeOf(path: string, text: string): { own: string; scripts: string } {
  if (path.endsWith('.mdx'))
    return { own: text.match(/^(import|export)\s[^'"]*['"][^'"]+['"]/gm)?.join('\n') ?? '', scripts: '' };
  if (!path.endsWith('.astro')) return { own: text, scripts: '' };
  const scripts = [...text.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)].map(
    ([, attributes = '', body = '']) => {
      const source = /\bsrc=["'](\.[^"']+)["']/.exec(attributes)?.[1];
      return source === undefined ? body : `import '${source}';`;
    },
  );
  return { own: /^---\r?\n(.*?)\r?\n---/s.exec(text)?.[1] ?? '', scripts: scripts.join('\n') };
}

function importsIn(from: string, code: string, paths: readonly string[]): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly = false): void => {
    if (node !== undefined && ts.isStringLiteralLike(node))
      found.push({ to: resolve(from, node.text), typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node))
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    else if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) add(first);
      else if (node.expression.getText() === 'import.meta.glob' && first !== undefined)
        found.push(...globbed(from, first, paths).map((to) => ({ to, typeOnly: false })));
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
      const [first, base] = node.arguments ?? [];
      if (base?.getText() === 'import.meta.url') add(first);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(from, code, ts.ScriptTarget.Latest, true));
  return found;
}

/** The files that a glob or a list of globs matches, or the patterns themselves where they match none that is known. */
function globbed(from: string, argument: ts.Node, paths: readonly string[]): string[] {
  const patterns = ts.isArrayLiteralExpression(argument) ? argument.elements : [argument];
  return patterns.filter(ts.isStringLiteralLike).flatMap(({ text }) => {
    const pattern = resolve(from, text);
    const matches = paths.filter((path) => posix.matchesGlob(path, pattern));
    return matches.length > 0 ? matches : [pattern];
  });
}

/** `./open.ts?worker&url` is the file open.ts: Vite’s queries change how a file is built, not which one it is. */
function resolve(from: string, specifier: string): string {
  const path = specifier.replace(/\?.*$/, '');
  if (path.startsWith('/')) return path.slice(1);
  return /^\.{1,2}(\/|$)/.test(path) ? posix.join(posix.dirname(from), path) : path;
}
