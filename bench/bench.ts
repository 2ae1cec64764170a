import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { folders } from '../scripts/command/folders.ts';
import { PlainError } from '../scripts/command/PlainError.ts';
import { readOptions } from '../scripts/command/readOptions.ts';
import { runCommand } from '../scripts/command/runCommand.ts';
import { build } from './build.ts';
import { charts } from './charts.ts';
import { load } from './load.ts';
import { pageWith, sectionText } from './page/benchmarksPage.ts';
import { machine } from './page/machine.ts';
import type { Section } from './page/section.ts';
import { pages } from './pages.ts';
import { survey } from './survey.ts';
import { tally } from './tally.ts';
import { thread } from './thread.ts';

/** Every comparison, in the order of the page. */
const sections: Readonly<Record<string, Section>> = { survey, pages, charts, thread, build, tally, load };

const page = join(folders.root, 'docs/benchmarks.md');

/**
 * Whoever runs the site or its tests needs no peer: bench/ is a package of its own and no npm workspace, whose packages npm ci at
 * the root would install. Installed here and not by hand, so that one command measures what bench/package-lock.json says.
 * Install scripts are not run: nothing of them needs one.
 */
function installPeers(): void {
  const lock = readFileSync(join(import.meta.dirname, 'package-lock.json'), 'utf8');
  const installed = join(import.meta.dirname, 'node_modules/.lock-of-peers');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return;
  console.log('Installing the peers into bench/node_modules; this takes about a minute …');
  const { status } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: import.meta.dirname,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) throw new PlainError('The peers could not be installed: see the lines above.');
  writeFileSync(installed, lock);
}

/**
 * npm run bench -- <section>…: ours beside its peers, in one run on this machine, written into docs/benchmarks.md. Without a
 * name all of them.
 *   -- --quick   each once and at the smallest size, to see that it works; the page says so
 */
await runCommand(async () => {
  const { values, positionals } = readOptions(
    'npm run bench',
    { quick: { type: 'boolean', default: false } },
    `names of sections: ${Object.keys(sections).join(', ')}`,
  );
  const asked = positionals.length === 0 ? Object.keys(sections) : positionals;
  const unknown = asked.find((name) => !Object.hasOwn(sections, name));
  if (unknown !== undefined)
    throw new PlainError(`There is no section “${unknown}”; there are ${Object.keys(sections).join(', ')}.`);
  if (process.env.PUBLIC_SUPABASE_URL !== undefined)
    throw new PlainError(
      'PUBLIC_SUPABASE_URL is set, so the pages that are measured would call that project: run this without it, or where there is no .env.',
    );
  installPeers();
  const { quick } = values;
  for (const name of asked) {
    const section = sections[name];
    if (section === undefined) continue;
    const about = quick ? '' : `, about ${section.minutes} minutes`;
    console.log(`\n${section.title}${about}`);
    const before = machine();
    const found = await section.measure(quick);
    const text = sectionText(section, found, {
      command: `npm run bench -- ${name}${quick ? ' --quick' : ''}`,
      quick,
      day: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date()),
      machine: before,
    });
    console.log(`\n${text.trimEnd()}`);
    writeFileSync(page, pageWith(existsSync(page) ? readFileSync(page, 'utf8') : '', sections, text));
  }
  console.log('\nWritten into docs/benchmarks.md.');
});
