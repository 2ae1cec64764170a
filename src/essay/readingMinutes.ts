/** Words a minute in silent reading of English prose: 238, Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047 */
const WORDS_A_MINUTE = 238;

/**
 * Minutes it takes to read an essay, at least 1.
 *
 * @param source the essay's MDX without front matter; tags and link addresses are not counted, notes are
 */
export function readingMinutes(source: string): number {
  const prose = source
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ');
  const words = prose.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  return Math.max(1, Math.round(words.length / WORDS_A_MINUTE));
}
