import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { refusedChanges } from '../../src/survey/versions/refusedChanges.ts';
import type { Files, Source } from './source.ts';

/** What databases have run and people have answered; the Supabase CLI does not read it. */
export const frozenPath = 'supabase/frozen.json';

export interface Frozen {
  /** SHA-256 by path. */
  readonly files: Readonly<Record<string, string>>;
  /** What tables count, as a digest by name. */
  readonly meanings: Readonly<Record<string, string>>;
}

/** What was frozen; undefined where nothing is. */
export function frozenIn(files: Files): Frozen | undefined {
  const text = files.get(frozenPath);
  return text === undefined ? undefined : (JSON.parse(text) as Frozen);
}

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const changedFiles = (frozen: Frozen, files: Files): string[] =>
  Object.entries(frozen.files)
    .filter(([path, digest]) => digestOf(files.get(path) ?? '') !== digest)
    .map(
      ([path]) =>
        `${path} is frozen, because databases have run it or people have answered it, and it ${files.has(path) ? 'has changed' : 'is gone'}: git restore ${path}, or, where that was committed, git restore --source COMMIT ${path} with the commit before it`,
    );

/** The time in the name of a migration: its place in the order. */
export const stampOf = (path: string): number => Number(/(\d{14})_/.exec(path)?.[1] ?? 0);

export const lastFrozen = ({ files }: Frozen): number => Math.max(...Object.keys(files).map(stampOf));

const tooEarly = (frozen: Frozen, files: Files): string[] =>
  [...files.keys()]
    .filter(
      (path) =>
        path.endsWith('.sql') && frozen.files[path] === undefined && stampOf(path) < lastFrozen(frozen),
    )
    .map(
      (path) =>
        `${path} comes before a migration that databases have run, and would never run there: give its name a later time.`,
    );

const changedMeanings = (frozen: Frozen, { meanings }: Source): string[] =>
  Object.entries(meanings)
    .filter(([name, digest]) => (frozen.meanings[name] ?? digest) !== digest)
    .map(
      ([name]) =>
        `${name} counts other people or other answers than it was published with: give its series, or the segment that cuts it, a new id (protocol 3.3, P7).`,
    );

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const isSame = (one: unknown, other: unknown): boolean => isDeepStrictEqual(asJson(one), asJson(other));

function changedQuestionnaire({ questionnaire, fielded }: Source): string[] {
  const answered = fielded.find(({ version }) => version === questionnaire.version);
  if (answered === undefined || isSame(answered, questionnaire)) return [];
  const next = Math.max(...fielded.map(({ version }) => Number(version))) + 1;
  return [
    `The questionnaire is not the version ${questionnaire.version} that people have answered: set version: '${next}' in src/survey/questionnaire.ts.`,
  ];
}

/** Minutes follow from the questionnaire, so they make no other text. */
function changedConsent({ consent, agreed }: Source): string[] {
  const changed = agreed.find((text) => {
    const now = consent(text.minutes);
    return now.version === text.version && !isSame({ ...text, ...now }, text);
  });
  return changed === undefined
    ? []
    : [
        `The consent text is not the version ${changed.version} that people have agreed to: set the next consentVersion in src/survey/consent.ts.`,
      ];
}

/** What people would be asked, or told, under the name of a version that was another when it was frozen: a sentence each. */
export const changedVersions = (source: Source): readonly string[] => [
  ...changedQuestionnaire(source),
  ...changedConsent(source),
];

/** Why what the code says cannot stand beside what was frozen: one sentence each, with what to do. */
export function refused(source: Source, files: Files): readonly string[] {
  const frozen = frozenIn(files);
  if (frozen === undefined) return [];
  return [
    ...changedFiles(frozen, files),
    ...tooEarly(frozen, files),
    ...refusedChanges(source.fielded, source.questionnaire),
    ...changedVersions(source),
    ...changedMeanings(frozen, source),
  ];
}
