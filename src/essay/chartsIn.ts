/** A chart that an essay shows, as its author wrote it: `<Chart id="…" before="…" />`. */
export interface EssayChart {
  readonly id: string;
  /** What stands in its place while the release shows nothing of it. */
  readonly before: string;
}

/** What may stand between the name of a tag and its end; a quoted value may hold any sign. */
const TAG = /<Chart\b((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;

/** The same lines without what is not read: front matter, and comments of the author. */
const withoutAsides = (text: string): string =>
  text.replace(/^---\n[\s\S]*?\n---\n|\{\/\*[\s\S]*?\*\/\}/g, (aside) => aside.replace(/[^\n]/g, ' '));

/** The quoted attributes of a tag. */
const attributesOf = (written: string): ReadonlyMap<string, string> =>
  new Map(
    [...written.matchAll(/([\w-]+)=(["'])([\s\S]*?)\2/g)].map(({ 1: name = '', 3: value = '' }) => [
      name,
      value,
    ]),
  );

/**
 * The charts of an essay, in the order of the text. Every one must bring the author’s words for the time in which nothing of
 * it may be shown, so that no release can break the essay.
 *
 * @param name the file’s path, named in errors
 * @param text the whole file
 * @throws on a chart without an id or without these words, naming file and line
 */
export function chartsIn(name: string, text: string): readonly EssayChart[] {
  const read = withoutAsides(text);
  return [...read.matchAll(TAG)].map(({ 0: tag, 1: written = '', index }) => {
    const at = `${name}:${read.slice(0, index).split('\n').length}`;
    const attributes = attributesOf(written);
    const [id, before] = [attributes.get('id'), attributes.get('before')];
    if (id === undefined)
      throw new Error(`${at}: ${tag} names no chart; expected id="…" with a chart’s id in quotes.`);
    if (before === undefined || before.trim() === '')
      throw new Error(
        `${at}: the chart “${id}” has no words for the time before its numbers; expected before="…" with a sentence that stands in its place while nothing of it may be shown.`,
      );
    return { id, before };
  });
}
