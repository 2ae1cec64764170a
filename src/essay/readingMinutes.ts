/** Words a minute in silent reading of English prose: 238, Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047 */
const WORDS_A_MINUTE = 238;

/**
 * Minutes it takes to read an essay, at least 1. Words are those that Unicode’s rules find, with dictionaries for
 * scripts that put no space between them, such as Chinese, Japanese and Thai.
 *
 * @param source the essay’s Markdown or MDX without front matter; tags and link addresses are not counted, notes are
 * @param lang the tag of its language
 */
export function readingMinutes(source: string, lang: string): number {
  const prose = source
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ');
  const parts = [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(prose)];
  return Math.max(1, Math.round(parts.filter(({ isWordLike }) => isWordLike).length / WORDS_A_MINUTE));
}
