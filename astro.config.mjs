import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { readEnvFiles } from './scripts/server/readEnvFiles.ts';
import { writeHeaderFile } from './scripts/server/writeHeaderFile.ts';
import { writeRedirectFile } from './scripts/server/writeRedirectFile.ts';

// Vite finds PUBLIC_ variables in the environment; its own reading of .env files is switched off below.
readEnvFiles();
const { env } = process;

export default defineConfig({
  // Cards and feeds need an absolute address; this default is a reserved example domain (RFC 2606).
  site: env.SITE_URL ?? 'https://nobutwhy.example',
  output: 'static',
  trailingSlash: 'always',
  integrations: [
    mdx(),
    // These say noindex, in the page or in its headers; a sitemap would say the contrary.
    sitemap({ filter: (page) => !/\/survey\/receipt\/$|\/moderate\/$|\/(embed|fragments)\//.test(page) }),
    writeRedirectFile(env),
    writeHeaderFile,
  ],
  // A second request before first paint costs about 110 ms, and a page's whole CSS is a few compressed kilobytes.
  build: { inlineStylesheets: 'always' },
  // Essays hold no code, and the highlighter writes style attributes, which the policy below refuses.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  // As modules, also where no worker runs them: what the discussion needs is built this way (components/thread/client/near.ts).
  vite: { worker: { format: 'es' }, envDir: false },
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
