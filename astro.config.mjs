import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { writeHostFiles } from './scripts/hosts/writeHostFiles.ts';
import { listSite } from './scripts/server/listSite.ts';
import { readEnvFiles } from './scripts/server/readEnvFiles.ts';
import { siteAddress } from './scripts/server/siteAddress.ts';

// Vite finds PUBLIC_ variables in the environment; its own reading of .env files is switched off below.
readEnvFiles();
const { env } = process;
// Astro puts a variable of this name in the place of its own (astro/dist/env/vite-plugin-import-meta-env.js), and links would lead out of the folder.
delete env.BASE_URL;
delete env.SITE;
const site = siteAddress(env);

/** Markdown as it stands on a page: the layout has the title, and a wide table scrolls by itself. */
const onPages = () => {
  let table = 0;
  return {
    name: 'on-pages',
    element: [
      { filter: ['h1'], visit: (node, context) => context.removeNode(node) },
      // An author writes where a page is on the site, whatever folder that lies in.
      ...['href', 'src'].map((name) => ({
        filter: name === 'href' ? ['a'] : ['img'],
        visit: (node, context) => {
          const path = node.properties[name];
          if (/^\/(?!\/)/.test(path)) context.setProperty(node, name, site.pathname + path.slice(1));
        },
      })),
      {
        filter: ['table'],
        visit: (node, context) => {
          table += 1;
          // A region that scrolls must be reachable by keyboard and have a name (WCAG 2.1.1).
          const properties = {
            className: ['scroll'],
            tabIndex: 0,
            role: 'region',
            ariaLabel: `Table ${table}`,
          };
          context.wrapNode(node, { type: 'element', tagName: 'div', properties, children: [] });
        },
      },
    ],
  };
};

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
};

export default defineConfig({
  site: site.href,
  base: site.pathname,
  output: 'static',
  trailingSlash: 'always',
  integrations: [mdx(), listSite(site), writeHostFiles(env)],
  // A second request before first paint costs about 110 ms, and a page's whole CSS is a few compressed kilobytes.
  build: { inlineStylesheets: 'always' },
  // Essays hold no code, and the highlighter writes style attributes, which the policy below refuses.
  markdown: { syntaxHighlight: false, processor: satteri({ hastPlugins: [onPages()] }) },
  devToolbar: { enabled: false },
  // As modules, also where no worker runs them: what the discussion needs is built this way (components/thread/client/near.ts).
  vite: {
    worker: { format: 'es' },
    envDir: false,
    plugins: [withoutPreloadLists],
    environments: {
      client: {
        build: {
          rolldownOptions: {
            // Without groups the survey’s first view is eight requests, half of them for a few hundred bytes.
            output: {
              codeSplitting: {
                groups: [
                  {
                    name: 'page',
                    test: /src\/(browser\/(find|timeLimit)|api\/notDone)\.ts$/,
                  },
                  {
                    name: 'form',
                    test: /src\/(survey\/(condition|routing|offRoute|numberText|shuffled)|components\/survey\/client\/(answers|options|problems|readPage)|receipt\/(crockford|receiptCode))\.ts$/,
                  },
                ],
              },
            },
          },
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
        'trusted-types survey-worker fragment',
        "require-trusted-types-for 'script'",
      ],
    },
  },
});
