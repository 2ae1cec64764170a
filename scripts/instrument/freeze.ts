import { digestOf, frozenIn, frozenPath } from './frozen.ts';
import { migrationsFolder } from './pending.ts';
import { consentsNow, versionsIn, versionsOf, type Files, type Source } from './source.ts';

const folder = 'src/survey/versions';
const registerPath = `${folder}/fielded.ts`;
const note = 'Written by "npm run instrument -- --freeze". Do not edit';

const constant = (type: string, from: string, name: string, typed: string, value: unknown): string =>
  `import type { ${type} } from '${from}';

/** ${note}. */
export const ${name}: ${typed} = ${JSON.stringify(value, null, 2)};
`;

function registerText(versions: readonly string[], consents: readonly string[]): string {
  const imports = [
    ...consents.map((version) => `import { consent${version} } from './consent${version}.ts';\n`),
    ...versions.map((version) => `import { version${version} } from './version${version}.ts';\n`),
  ];
  return `import type { Agreed } from '../consent.ts';
import type { Questionnaire } from '../question.ts';
${imports.join('')}
/**
 * ${note}.
 *
 * Every questionnaire that people have answered, and every consent text that they have agreed to, oldest first.
 */
export const fielded: readonly Questionnaire[] = [${versions.map((version) => `version${version}`).join(', ')}];

export const agreed: readonly Agreed[] = [${consents.map((version) => `...consent${version}`).join(', ')}];
`;
}

/**
 * Freezes every migration, the questionnaire, the consent text and what tables count, as they are. What was frozen before
 * stays as it was, so that a second call changes nothing.
 * @param files the project, everything generated up to date
 * @returns the files to write
 */
export function freeze(source: Source, files: Files): Files {
  const { questionnaire, agreed, meanings } = source;
  const before = frozenIn(files);
  const now = consentsNow(source);
  const consents = versionsIn([...agreed, ...now]);
  const made = new Map<string, string>([
    [
      `${folder}/version${questionnaire.version}.ts`,
      constant(
        'Questionnaire',
        '../question.ts',
        `version${questionnaire.version}`,
        'Questionnaire',
        questionnaire,
      ),
    ],
    ...versionsIn(now).map((version): [string, string] => [
      `${folder}/consent${version}.ts`,
      constant('Agreed', '../consent.ts', `consent${version}`, 'readonly Agreed[]', now),
    ]),
  ]);
  for (const path of made.keys()) if (before?.files[path] !== undefined) made.delete(path);
  const migrations = [...files].filter(([path]) => path.startsWith(migrationsFolder));
  const frozen = [...migrations, ...made].map(([path, text]) => [path, digestOf(text)] as const);
  made.set(
    registerPath,
    registerText(
      versionsOf(source).map(({ version }) => version),
      consents,
    ),
  );
  made.set(
    frozenPath,
    `${JSON.stringify(
      {
        files: Object.fromEntries([...Object.entries(before?.files ?? {}), ...frozen].sort()),
        meanings: { ...before?.meanings, ...meanings },
      },
      null,
      2,
    )}\n`,
  );
  return made;
}
