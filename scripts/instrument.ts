import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { feedsOf } from '../src/release/estimatesOf.ts';
import { registered, registrationsText } from '../src/release/package/registration.ts';
import { registrations } from '../src/release/package/registrations.ts';
import { codebookMarkdown } from '../src/survey/codebookMarkdown.ts';
import { questionnaire as schema } from '../src/survey/question.ts';
import { questionnaire } from '../src/survey/questionnaire.ts';
import { versions } from '../src/survey/versions/versions.ts';
import { freeze } from './instrument/freeze.ts';
import { frozenIn, frozenPath } from './instrument/frozen.ts';
import { generate } from './instrument/generate.ts';
import { source } from './instrument/ours.ts';
import type { Files } from './instrument/source.ts';
import { folders } from './command/folders.ts';
import { PlainError } from './command/PlainError.ts';
import { readOptions } from './command/readOptions.ts';
import { runCommand } from './command/runCommand.ts';

/** Generated files that are no migrations. */
const [logPath, codebookPath] = ['src/release/package/registrations.ts', 'docs/codebook.md'];

const documents = (present: Files, now: Date): Files =>
  new Map([
    [
      logPath,
      registrationsText(
        registered(registrations, frozenIn(present) !== undefined, now.toISOString().slice(0, 10)),
      ),
    ],
    [codebookPath, codebookMarkdown(versions, feedsOf)],
  ]);

async function read(): Promise<Files> {
  const paths = globSync(
    ['supabase/migrations/*.sql', frozenPath, 'src/survey/versions/*.ts', logPath, codebookPath],
    { cwd: folders.root },
  ).sort();
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path, await readFile(join(folders.root, path), 'utf8')] as const),
    ),
  );
}

async function write(files: Files): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(folders.root, path)), { recursive: true });
    await writeFile(join(folders.root, path), text);
  }
}

const changed = (wanted: Files, present: Files): Files =>
  new Map([...wanted].filter(([path, text]) => present.get(path) !== text));

function checkQuestionnaire(): void {
  const { success, error } = schema.safeParse(questionnaire);
  if (success) return;
  const [first] = error.issues;
  throw new PlainError(
    `src/survey/questionnaire.ts: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}.`,
  );
}

/**
 * npm run instrument: what follows from the questionnaire, the catalogue and the rules of threads, written where it is committed.
 * --check writes nothing and fails when a committed file is not what they say. --freeze says that people can answer from now
 * on: no migration, no questionnaire and no consent text that is there changes any more.
 */
async function main(): Promise<void> {
  const flag = { type: 'boolean', default: false } as const;
  const { values: options } = readOptions('npm run instrument', { check: flag, freeze: flag });
  checkQuestionnaire();
  const now = new Date();
  const files = await read();
  const { migrations, obsolete, refused } = generate(source, files, now);
  if (refused.length > 0) throw new PlainError(refused.join('\n'));
  const stale = changed(new Map([...migrations, ...documents(files, now)]), files);
  const paths = [...stale.keys(), ...obsolete];
  const isFreezing = options.freeze;
  if (paths.length > 0 && (isFreezing || options.check))
    throw new PlainError(
      `${paths.join(' and ')} ${paths.length === 1 ? 'is' : 'are'} not what the code says: run "npm run instrument" and commit the result.`,
    );
  const written = isFreezing ? changed(freeze(source, files), files) : stale;
  await write(written);
  for (const path of obsolete) await rm(join(folders.root, path));
  const all = [...written.keys(), ...obsolete.map((path) => `${path} (removed)`)];
  const nothing = isFreezing
    ? 'All of it was frozen before.'
    : 'The migrations, the codebook and the registration are what the code says.';
  console.log(all.length === 0 ? nothing : `Wrote ${all.join(', ')}.`);
}

await runCommand(main);
