import { readdirSync, readFileSync } from 'node:fs';
import { freeze } from '../../scripts/instrument/freeze.ts';
import { generate, type Generated } from '../../scripts/instrument/generate.ts';
import { source } from '../../scripts/instrument/ours.ts';
import { consentsNow, versionsIn, type Files, type Source } from '../../scripts/instrument/source.ts';
import { written } from '../../src/survey/database/migration.ts';
import type { Questionnaire } from '../../src/survey/question.ts';
import { firstVersion } from './firstVersion.ts';

const folder = 'supabase/migrations/';

/** The migrations of this project, as they lie in its folder. */
export const present: Files = new Map(
  readdirSync(folder).map((name) => [`${folder}${name}`, readFileSync(`${folder}${name}`, 'utf8')]),
);

/** Those of its first version: what is written by hand, and what the code generates of that version. */
export const committed: Files = new Map([
  ...[...present].filter(([, sql]) => !sql.startsWith(written)),
  ...Object.entries(source.migrations([firstVersion], versionsIn(consentsNow(source)))).map(
    ([name, sql]) => [`${folder}${name}`, sql] as const,
  ),
]);

/** A project and its files. */
export interface Project {
  readonly source: Source;
  readonly files: Files;
}

const merged = (files: Files, written: Files, obsolete: readonly string[] = []): Files =>
  new Map([...[...files].filter(([path]) => !obsolete.includes(path)), ...written]);

/** The project with these changes of its code, before “npm run instrument”. */
export const edited = ({ source, files }: Project, changes: Partial<Source>): Project => ({
  source: { ...source, ...changes },
  files,
});

/** The project after “npm run instrument”, and what the command said. */
export function instrumented(
  { source, files }: Project,
  now = new Date(),
): Project & { readonly said: Generated } {
  const said = generate(source, files, now);
  return { source, files: merged(files, said.migrations, said.obsolete), said };
}

/** The project after “npm run instrument -- --freeze”. */
export function frozen({ source, files }: Project): Project {
  const { questionnaire, fielded, agreed } = source;
  const isNew = ({ version }: { readonly version: string }, of: readonly { readonly version: string }[]) =>
    of.every((one) => one.version !== version);
  return {
    source: {
      ...source,
      fielded: [...fielded, ...[questionnaire].filter((one) => isNew(one, fielded))],
      agreed: [...agreed, ...consentsNow(source).filter((one) => isNew(one, agreed))],
    },
    files: merged(files, freeze(source, files)),
  };
}

/** This project on the day its first version is frozen. */
export const firstFrozen: Project = frozen({
  source: { ...source, questionnaire: firstVersion, fielded: [], agreed: [] },
  files: committed,
});

/** … and another questionnaire was put in the place of that one. */
export const changedTo = (questionnaire: Questionnaire, project: Project = firstFrozen) =>
  instrumented(edited(project, { questionnaire }));
