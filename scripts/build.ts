import { accessSync, constants } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { build } from 'astro';
import { folders } from './server/folders.ts';
import { readOptions } from './server/readOptions.ts';
import { runCommand } from './server/runCommand.ts';
import { stampAfter } from './server/siteStamp.ts';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

/** Prints the address that cards and feeds will carry, as Astro resolved it from astro.config.mjs and SITE_URL. */
const sayAddress: AstroIntegration = {
  name: 'say-address',
  hooks: {
    'astro:config:done': ({ config }) => {
      const hint = process.env.SITE_URL ? '' : ' (set SITE_URL to change it)';
      console.log(`Cards and feeds will carry the address ${config.site ?? 'of no site'}${hint}.`);
    },
  },
};

await runCommand(async () => {
  readOptions('npm run build', {});
  // Astro says so too, file by file.
  accessSync(folders.root, constants.W_OK);
  await stampAfter(() => build({ root: folders.root, integrations: [sayAddress] }));
});
