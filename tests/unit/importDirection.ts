import { posix } from 'node:path';
import ts from 'typescript';

/** Files by path from the top of the repository, with their text. */
export type Sources = Readonly<Record<string, string>>;

interface Rule {
  /** Rooms of `src` that this room may import, besides itself. `*` is all of them. */
  rooms: readonly string[];
  /** Packages it may import; nothing else when given. */
  packages?: RegExp;
  /** May it use `astro:content` and the like, which exist only inside a build. */
  astro?: boolean;
}

/**
 * Who may import whom. A room is a folder of `src`; `site` is what lies directly in `src` (`site.ts`, `supabase.ts`),
 * and `content.config` stands for itself.
 */
const rules: Readonly<Record<string, Rule>> = {
  statistics: { rooms: [], packages: /^$/ },
  receipt: { rooms: [], packages: /^$/ },
  survey: { rooms: ['receipt'], packages: /^zod\/mini$/ },
  thread: { rooms: ['survey', 'receipt'], packages: /^(zod\/mini|valibot)$/ },
  release: { rooms: ['survey', 'statistics'], packages: /^(zod\/mini|node:crypto|fflate)$/ },
  sample: { rooms: ['survey', 'statistics'], packages: /^(zod\/mini|node:.+)$/ },
  figures: { rooms: ['release', 'survey', 'statistics', 'site'], packages: /^$/ },
  words: { rooms: ['figures', 'release', 'survey', 'statistics', 'site'], packages: /^$/ },
  charts: { rooms: ['words', 'figures', 'release', 'survey', 'statistics', 'site'] },
  compare: { rooms: ['charts', 'words', 'figures', 'release', 'survey', 'statistics'], packages: /^$/ },
  essay: { rooms: ['words', 'figures', 'release', 'survey', 'statistics', 'site'], astro: true },
  api: { rooms: ['survey', 'receipt', 'thread', 'site'] },
  browser: { rooms: ['api', 'survey', 'receipt', 'thread'] },
  site: { rooms: ['survey', 'thread'] },
  styles: { rooms: [] },
  content: { rooms: ['components'] },
  components: {
    rooms: [
      'api',
      'browser',
      'charts',
      'compare',
      'essay',
      'figures',
      'receipt',
      'release',
      'site',
      'statistics',
      'styles',
      'survey',
      'thread',
      'words',
    ],
    astro: true,
  },
  layouts: { rooms: ['*'], astro: true },
  pages: { rooms: ['*'], astro: true },
  'content.config': { rooms: ['*'], astro: true },
};

/** Layouts and pages stand above; whoever may import every room still may not import these. */
const above: Readonly<Record<string, readonly string[]>> = {
  layouts: ['pages'],
  'content.config': ['pages', 'layouts'],
};

/** Packages that have one home. */
const homes: Readonly<Record<string, string>> = {
  '@napi-rs/canvas': 'src/charts/render.ts',
  '@supabase/supabase-js': 'src/api/supabase.ts',
  // What a browser runs of releases must not carry an archive or a checksum with it.
  fflate: 'src/release/package/zip.ts',
};

interface Import {
  specifier: string;
  typeOnly: boolean;
}

function roomOf(path: string): string {
  if (/^src\/content\.config\.ts$/.test(path)) return 'content.config';
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? 'site';
}

/** The parts of a file that are TypeScript: all of it, an Astro file’s front matter and scripts, an MDX file’s import lines. */
function code(path: string, text: string): string[] {
  if (path.endsWith('.astro'))
    return [/^---\r?\n(.*?)\r?\n---/s.exec(text)?.[1] ?? '', ...browserScripts(text)];
  if (path.endsWith('.mdx')) return text.match(/^(import|export)\s[^'"]*['"][^'"]+['"]/gm) ?? [];
  return [text];
}

/** What an Astro file sends to the browser: its `<script>` elements, whose `src` reads like an import. */
function browserScripts(text: string): string[] {
  return [...text.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)].map(([, attributes = '', body = '']) => {
    const source = /\bsrc=["'](\.[^"']+)["']/.exec(attributes)?.[1];
    return source === undefined ? body : `import '${source}';`;
  });
}

function importsIn(text: string): Import[] {
  const typeOnly = new Set(
    [...text.matchAll(/\b(?:import|export)\s+type\s[^'"]*from\s*['"]([^'"]+)['"]/g)].map(([, name]) => name),
  );
  const globs = [...text.matchAll(/import\.meta\.glob(?:<[^>]*>)?\(\s*\[?\s*['"]([^'"]+)['"]/g)].map(
    ([, name = '']) => name,
  );
  return [...ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName), ...globs].map(
    (specifier) => ({
      specifier,
      typeOnly: typeOnly.has(specifier),
    }),
  );
}

/** The path from the top of the repository, or the package’s name. */
function target(from: string, specifier: string): string {
  if (specifier.startsWith('/')) return specifier.slice(1);
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier;
}

const isFile = (path: string): boolean => /^(src|scripts|tests|supabase|public)\//.test(path);

function problem(from: string, to: string): string | undefined {
  const room = roomOf(from);
  const rule = rules[room];
  if (rule === undefined) return undefined;
  if (isFile(to)) {
    if (!to.startsWith('src/')) return `nothing in src may import ${to.split('/')[0] ?? ''}.`;
    const other = roomOf(to);
    if (other === room) return undefined;
    const allowed = (rule.rooms.includes('*') && !above[room]?.includes(other)) || rule.rooms.includes(other);
    return allowed ? undefined : `${room} may not import ${other}.`;
  }
  if (to.startsWith('astro:')) {
    return rule.astro === true ? undefined : `${room} may not use what exists only inside an Astro build.`;
  }
  const home = Object.entries(homes).find(([name]) => to === name || to.startsWith(`${name}/`));
  if (home !== undefined && home[1] !== from) return `only ${home[1]} may import ${home[0]}.`;
  return rule.packages === undefined || rule.packages.test(to)
    ? undefined
    : `${room} may not import this package.`;
}

/** Follows what a browser script runs, and returns the way to a module that a browser cannot run. */
function wayToNode(sources: Sources, from: string, specifiers: readonly string[]): string[] | undefined {
  const seen = new Set<string>();
  const queue = specifiers.map((specifier) => [from, target(from, specifier)]);
  for (let way = queue.shift(); way !== undefined; way = queue.shift()) {
    const last = way.at(-1) ?? '';
    if (last.startsWith('node:') || last === '@napi-rs/canvas') return way;
    const text = sources[last];
    if (text === undefined || seen.has(last)) continue;
    seen.add(last);
    for (const { specifier, typeOnly } of importsIn(text)) {
      if (!typeOnly) queue.push([...way, target(last, specifier)]);
    }
  }
  return undefined;
}

/** Every import in `src` that goes the wrong way, and every room without a rule, one sentence each. */
export function importViolations(sources: Sources): string[] {
  const unknown = new Set(
    Object.keys(sources)
      .map(roomOf)
      .filter((room) => rules[room] === undefined),
  );
  const rooms = [...unknown].map(
    (room) => `src/${room} is not a room of this house: give it a rule in tests/unit/importDirection.ts.`,
  );
  const imports = Object.entries(sources).flatMap(([path, text]) => {
    const wrong = code(path, text)
      .flatMap(importsIn)
      .flatMap(({ specifier }) => {
        const to = target(path, specifier);
        const found = problem(path, to);
        return found === undefined ? [] : [`${path} imports ${to}: ${found}`];
      });
    const scripts = path.endsWith('.astro') ? browserScripts(text).flatMap(importsIn) : [];
    const way = wayToNode(
      sources,
      path,
      scripts.map(({ specifier }) => specifier),
    );
    return way === undefined
      ? wrong
      : [...wrong, `${way.join(' → ')}: a browser cannot run the last of these.`];
  });
  return [...rooms, ...imports];
}
