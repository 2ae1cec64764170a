/**
 * The ids of the charts that an essay's MDX shows, in the order of the text.
 *
 * @param source the essay's MDX without front matter
 */
export function shownCharts(source: string): string[] {
  return [...source.matchAll(/<Chart\s[^>]*\bid="([^"]+)"/g)].map((match) => match[1] ?? '');
}
