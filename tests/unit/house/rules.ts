/** What a room may import besides itself. */
export interface Rule {
  /** Rooms of `src`; `*` is all of them. */
  readonly rooms: readonly string[];
  /** Rooms of which it may name types and call nothing. */
  readonly types?: readonly string[];
  /** Packages it may import; nothing else when given. */
  readonly packages?: RegExp;
  /** May it use `astro:content` and the like, which exist only inside a build. */
  readonly astro?: true;
}

const facts = ['release', 'survey', 'statistics', 'site', 'address'];

/**
 * Who may import whom, as docs/architecture.md draws it. A room is a folder of `src`, or `scripts`, `bench` or `tests`; `site` is
 * the two files of facts that lie in `src` itself; `address` and `content.config` there stand for themselves.
 */
export const rules: Readonly<Record<string, Rule>> = {
  statistics: { rooms: [], packages: /^$/ },
  receipt: { rooms: [], packages: /^$/ },
  address: { rooms: [], packages: /^$/ },
  site: { rooms: [], packages: /^$/ },
  survey: { rooms: ['receipt'], packages: /^zod\/mini$/ },
  thread: { rooms: ['survey', 'receipt', 'address'], packages: /^(zod\/mini|valibot)$/ },
  release: { rooms: ['survey', 'statistics', 'address'], packages: /^(zod\/mini|node:crypto|fflate)$/ },
  sample: { rooms: ['survey', 'statistics'], packages: /^(zod\/mini|node:.+)$/ },
  figures: { rooms: facts, packages: /^$/ },
  words: { rooms: ['figures', ...facts], packages: /^$/ },
  charts: { rooms: ['figures', ...facts], types: ['words'] },
  compare: { rooms: ['words', 'figures', 'release', 'survey', 'statistics'], packages: /^$/ },
  ledger: { rooms: ['address'], packages: /^astro\/zod$/, astro: true },
  toolkit: { rooms: [], packages: /^$/ },
  essay: { rooms: ['words', 'figures', 'ledger', 'thread', ...facts], astro: true },
  api: { rooms: ['survey', 'receipt', 'thread'] },
  browser: { rooms: ['api', 'survey', 'receipt', 'thread', 'address'] },
  styles: { rooms: [] },
  content: { rooms: ['components'] },
  components: {
    rooms: [
      ...[
        'api',
        'browser',
        'charts',
        'compare',
        'essay',
        'figures',
        'ledger',
        'receipt',
        'styles',
        'thread',
        'toolkit',
        'words',
      ],
      ...facts,
    ],
    astro: true,
  },
  layouts: {
    rooms: ['components', 'essay', 'thread', 'charts', 'words', 'figures', 'styles', ...facts],
    astro: true,
  },
  pages: { rooms: ['*'], astro: true },
  'content.config': { rooms: ['release', 'figures', 'essay', 'ledger'], astro: true },
  scripts: { rooms: ['*'] },
  bench: { rooms: ['*', 'scripts'] },
  tests: { rooms: ['*', 'scripts', 'bench'] },
};

/** Packages that have one home. */
export const homes: Readonly<Record<string, string>> = {
  '@napi-rs/canvas': 'src/charts/canvas/skia.ts',
  '@supabase/supabase-js': 'src/api/supabase.ts',
  // What a browser runs of releases must not carry an archive or a checksum with it.
  fflate: 'src/release/package/zip.ts',
};

/** Code that runs in a browser and nowhere else. */
export const isBrowserCode = (path: string): boolean =>
  /^(src\/browser|src\/components\/[^/]+\/client|public)\//.test(path);

/** What no browser can run, wherever in the chain of imports it stands. */
export const isServerOnly = (name: string): boolean => name.startsWith('node:') || name === '@napi-rs/canvas';

/** The files that lie in `src` itself, by the room that they are. */
const loose: Readonly<Record<string, string>> = {
  'src/site.ts': 'site',
  'src/controller.ts': 'site',
  'src/address.ts': 'address',
  'src/content.config.ts': 'content.config',
};

export function roomOf(path: string): string {
  const [, folder, room = ''] = /^(src|scripts|bench|tests|supabase|public)\/(?:([^/]+)\/)?/.exec(path) ?? [];
  if (folder !== 'src') return folder ?? '';
  if (room !== '') return room;
  return loose[path] ?? path;
}

/** The folder of components that is one part of the site, such as `src/components/survey`. */
export const featureOf = (path: string): string | undefined =>
  /^src\/components\/[^/]+(?=\/)/.exec(path)?.[0];
