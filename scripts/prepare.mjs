// The last step of "npm ci": writes .astro/types.d.ts, without which an editor and ESLint do not know astro:content.
import { spawnSync } from 'node:child_process';

const { status, stdout, stderr } = spawnSync('astro sync', {
  shell: true,
  encoding: 'utf8',
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
});
// The site builds without these types, so a partial install (npm ci --omit=dev) does not fail for them.
if (status !== 0)
  console.warn(
    `${stdout}${stderr}The types of the content are not written yet: "npm run check" writes them.`,
  );
