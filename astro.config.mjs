import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { buildTarget } from './scripts/browsers/buildTarget.ts';
import { writeHostFiles } from './scripts/hosts/writeHostFiles.ts';
import { checkEssayLinks } from './scripts/build/checkEssayLinks.ts';
import { keepOwnHashes } from './scripts/build/keepOwnHashes.ts';
import { listSite } from './scripts/build/listSite.ts';
import { readEnvFiles } from './scripts/command/readEnvFiles.ts';
import { siteAddress } from './scripts/build/siteAddress.ts';
import { subsetFonts } from './scripts/build/subsetFonts.ts';
import { markdown } from './src/essay/markdown.ts';

// Vite finds PUBLIC_ variables in the environment; its own reading of .env files is switched off below.
readEnvFiles();
const { env } = process;
// Astro puts a variable of such a name in the place of its own (astro/dist/env/vite-plugin-import-meta-env.js): links would lead out of the
// folder, and with an empty PROD, as Vitest sets it, the page of moderators would have no policy of its own.
for (const name of ['BASE_URL', 'SITE', 'PROD', 'DEV', 'MODE', 'SSR']) delete env[name];
const site = siteAddress(env);

/**
 * Without it every page that loads something on demand lists, in its first view, all files that this will need. Asking
 * for them in turn costs one round trip later, and only those who get there.
 */
const withoutPreloadLists = {
  name: 'without-preload-lists',
  configEnvironment: (name) =>
    name === 'client'
      ? { build: { modulePreload: { polyfill: false, resolveDependencies: () => [] } } }
      : undefined,
  // With nothing to preload, Vite’s helper for it (0.8 kB) has only the import itself to do.
  transform: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
};

export default defineConfig({
  site: site.href,
  base: site.pathname,
  output: 'static',
  trailingSlash: 'always',
  integrations: [
    mdx(),
    listSite(site),
    writeHostFiles(env),
    checkEssayLinks('src/content/essays'),
    keepOwnHashes,
  ],
  // A second request before first paint costs about 110 ms, and a page's whole CSS is a few compressed kilobytes.
  build: { inlineStylesheets: 'always' },
  // Essays hold no code, and the highlighter writes style attributes, which the policy below refuses.
  markdown: {
    syntaxHighlight: false,
    processor: satteri(markdown(site.pathname)),
  },
  devToolbar: { enabled: false },
  // As modules, also where no worker runs them: what the discussion needs is built this way (components/thread/client/near.ts).
  vite: {
    worker: {
      format: 'es',
      rolldownOptions: {
        output: {
          codeSplitting: {
            // What a first view loads in one file: by itself Rolldown takes out what later parts use as well.
            groups: [{ name: 'firstView', test: /client\/(survey|receipt)Page\.ts$/ }],
          },
        },
      },
    },
    envDir: false,
    resolve: { alias: { 'own-fonts': await subsetFonts('.') } },
    plugins: [withoutPreloadLists],
    environments: {
      client: {
        build: {
          target: buildTarget,
        },
      },
    },
  },
  security: {
    // Astro adds the hashes of its scripts and styles. What a meta element cannot say (frame-ancestors) is a header's job.
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "object-src 'none'",
        "form-action 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        // The preview of an embed; every page but /embed/ refuses to be framed.
        "frame-src 'self'",
        "manifest-src 'self'",
        `connect-src 'self' ${env.PUBLIC_SUPABASE_URL ?? ''}`.trim(),
        "worker-src 'self'",
        "require-trusted-types-for 'script'",
      ],
    },
  },
});
