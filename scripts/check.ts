import { spawn, spawnSync } from 'node:child_process';

/** What looks at the code without running it; each needs one core, and none what another writes. */
const checks = [
  'astro check --noSync',
  'eslint . --max-warnings 0',
  'prettier --check .',
  'node scripts/instrument.ts --check',
];

/** Runs a command as npm does. What it says is printed whole when it ends, because others say something meanwhile. */
const run = (command: string): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('close', (code) => {
      console.log(`\n> ${command}\n${Buffer.concat(said).toString().trim()}`);
      resolve(code ?? 1);
    });
  });

/** npm run check: types, lint, format, generated files. Ends with exit code 1 when one of them finds something. */
const { status } = spawnSync('astro sync', { shell: true, stdio: 'inherit' });
if (status !== 0) process.exit(1);
const codes = await Promise.all(checks.map(run));
const failed = checks.filter((_, i) => codes[i] !== 0);
if (failed.length > 0) {
  console.error(`\nNot as it should be: ${failed.join(', ')}.`);
  process.exit(1);
}
