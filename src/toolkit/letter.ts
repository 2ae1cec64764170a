/** One of the questions that a letter depends on, with the answers to choose from; the first is chosen to begin with. */
export interface Choice {
  /** Short and unique among the choices of both letters: names a field of the form. */
  readonly name: string;
  readonly asks: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** What is typed into a letter: `{job}` in its sentences. Until it is filled in, the letter shows the prompt in brackets. */
export interface Slot {
  readonly name: string;
  readonly label: string;
  readonly prompt: string;
}

/** The values of choices, by name. */
export type Chosen = Readonly<Record<string, string>>;
/** The values of choices for which a sentence stands, by name; a choice that is not named does not matter. */
export type When = Readonly<Record<string, readonly string[]>>;

/** A sentence, and when it stands. */
export interface Sentence {
  readonly when: When;
  readonly text: string;
}

/** A part of a letter: sentences of which the choices leave one, or none. */
export type Alternatives = readonly Sentence[];

export interface Letter {
  readonly choices: readonly Choice[];
  readonly slots: readonly Slot[];
  readonly subject: Alternatives;
  /** Paragraphs, each of some parts. */
  readonly body: readonly (readonly Alternatives[])[];
}

const stands = ({ when }: Sentence, chosen: Chosen): boolean =>
  Object.entries(when).every(([name, values]) => values.includes(chosen[name] ?? ''));

/** The sentences that the choices leave of each part. */
export const standing = (parts: readonly Alternatives[], chosen: Chosen): readonly string[] =>
  parts.flatMap((part) => part.filter((one) => stands(one, chosen)).map(({ text }) => text));

/** What a letter is made of between its slots: text, or the name of a slot. */
export const piecesOf = (text: string): readonly ({ readonly text: string } | { readonly slot: string })[] =>
  text
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('{') ? { slot: piece.slice(1, -1) } : { text: piece }));

/** What was typed, as it stands inside a sentence: on one line, and without the full stop that the sentence has itself. */
export const typedIn = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/^ |[ .]+$/g, '');

/** A letter as text, its paragraphs apart by an empty line. @param filled what was typed into its slots */
export function letterText(
  { slots, subject, body }: Letter,
  chosen: Chosen,
  filled: Readonly<Record<string, string>> = {},
): { readonly subject: string; readonly body: string } {
  const fill = (text: string): string =>
    slots.reduce(
      (rest, { name, prompt }) => rest.replaceAll(`{${name}}`, filled[name] ?? `[${prompt}]`),
      text,
    );
  const paragraphs = body.map((parts) => standing(parts, chosen).join(' ')).filter((text) => text !== '');
  return { subject: fill(standing([subject], chosen).join(' ')), body: fill(paragraphs.join('\n\n')) };
}
