import type { Agreed, Consent } from '../../src/survey/consent.ts';
import { minutesOf } from '../../src/survey/minutes.ts';
import type { Questionnaire } from '../../src/survey/question.ts';
import { sideIds } from '../../src/survey/sides.ts';

/** Files by path from the root of the project. */
export type Files = ReadonlyMap<string, string>;

/** What the code says now, and what was frozen of it. */
export interface Source {
  readonly questionnaire: Questionnaire;
  /** The consent text as it reads now. */
  readonly consent: (minutes: number) => Consent;
  /** Oldest first, as in src/survey/versions/fielded.ts. */
  readonly fielded: readonly Questionnaire[];
  readonly agreed: readonly Agreed[];
  /** The generated migrations by name, for a database that knows all these versions. */
  readonly migrations: (
    versions: readonly Questionnaire[],
    consents: readonly string[],
  ) => Readonly<Record<string, string>>;
  /** What each table counts, as a digest by name (src/release/definitions.ts). */
  readonly meanings: Readonly<Record<string, string>>;
}

/** The versions that people have answered, and the one that is asked now. */
export const versionsOf = ({ fielded, questionnaire }: Source): readonly Questionnaire[] => [
  ...fielded.filter(({ version }) => version !== questionnaire.version),
  questionnaire,
];

/** The consent text as each side reads it now. */
export const consentsNow = ({ questionnaire, consent }: Source): readonly Agreed[] =>
  sideIds.map((side) => {
    const minutes = minutesOf(questionnaire, side);
    return { side, minutes, ...consent(minutes) };
  });

/** Versions of consent texts, each once. */
export const versionsIn = (texts: readonly Agreed[]): readonly string[] => [
  ...new Set(texts.map(({ version }) => version)),
];
