import { z } from 'zod';
import { settings } from './owner/answers.ts';
import { openProject, type Project } from './owner/openProject.ts';
import { PlainError } from './command/PlainError.ts';
import { readOptions } from './command/readOptions.ts';
import { runCommand } from './command/runCommand.ts';
import { feedAddress, siteSettings } from './server/siteSettings.ts';

/**
 * npm run settings: what an owner may set in the database, each with its meaning and value.
 *   -- response_limit=10   sets one, or several at once; the database refuses what makes no sense
 *   -- --from-site         sets those that the pages print, too: the name of the site and, with SITE_URL, its address
 */

const changes = z.array(z.strictObject({ name: z.string(), from: z.string(), to: z.string() }));

/** @throws {PlainError} for a word that is not name=value */
function readAssignments(words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    words.map((word) => {
      const [, name, value] = /^([^=]+)=(.*)$/.exec(word) ?? [];
      if (name === undefined || value === undefined)
        throw new PlainError(
          `“${word}” sets nothing: write a name and its value, such as npm run settings -- response_limit=10.`,
        );
      return [name, value];
    }),
  );
}

async function list(project: Project): Promise<void> {
  console.log(`Settings of the database at ${project.url}. To change one: npm run settings -- name=value`);
  for (const { name, value, meaning, takes } of await project.call('settings', {}, settings))
    console.log(`\n${name} = ${value}\n    ${meaning} Takes ${takes}.`);
}

async function change(project: Project, wanted: Readonly<Record<string, string>>): Promise<void> {
  const changed = await project.call('change_settings', { request: wanted }, changes);
  for (const { name, from, to } of changed)
    console.log(`${name} is ${to || 'empty'} now; it was ${from || 'empty'}.`);
  if (changed.length === 0) console.log('Nothing was changed: it was so before.');
}

await runCommand(async () => {
  const { values, positionals } = readOptions(
    'npm run settings',
    { 'from-site': { type: 'boolean', default: false } },
    'and name=value',
  );
  const assigned = readAssignments(positionals);
  const project = openProject();
  const site_url = feedAddress(process.env);
  const ofSite = { ...siteSettings, ...(site_url !== '' && { site_url }) };
  const wanted = { ...(values['from-site'] && ofSite), ...assigned };
  await (Object.keys(wanted).length === 0 ? list(project) : change(project, wanted));
});
