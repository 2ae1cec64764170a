import { accessSync, constants } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { controller } from '../src/controller.ts';
import { isPublicBuild, type Plan } from './doctor/facts.ts';
import { refuseUndone, report } from './doctor/report.ts';
import { keptOutOfSite } from './doctor/secretKeys.ts';
import { folders } from './command/folders.ts';
import { PlainError } from './command/PlainError.ts';
import { readOptions } from './command/readOptions.ts';
import { runCommand } from './command/runCommand.ts';
import { stampAfter } from './build/siteStamp.ts';

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

/** @throws {PlainError} when something would be untrue or unsafe in public */
async function refuseUnfit(plan: Plan): Promise<void> {
  const { examine } = await import('./doctor/examine.ts');
  const findings = await examine(plan);
  console.log(`${report(findings)}\n`);
  refuseUndone(findings, 'a public build');
}

/**
 * npm run build: the site, into dist. One for the public is looked at by the doctor first.
 *   -- --local   for this machine alone, as npm start makes it: nobody is asked
 */
await runCommand(async () => {
  const { values } = readOptions('npm run build', { local: { type: 'boolean', default: false } });
  // Astro says so too, file by file.
  accessSync(folders.root, constants.W_OK);
  const { env } = process;
  const isPublic = isPublicBuild(env) && !values.local;
  if (isPublic) await refuseUnfit({ env, controller, root: folders.root });
  // Here and not above: a command that is refused waits for no Astro.
  const { build } = await import('astro');
  await stampAfter(async () => {
    await build({ root: folders.root, integrations: [sayAddress] });
    const { state, says } = keptOutOfSite(folders.dist, env);
    if (isPublic && state === 'to do') throw new PlainError(says);
  });
});
