import { passagesOf } from './passages.ts';
import type { Fault } from './prose.ts';

/** A chart that an essay shows, as its author wrote it: `<Chart id="…" before="…" />`. */
export interface EssayChart {
  readonly id: string;
  /** What stands in its place while the release shows nothing of it. */
  readonly before: string;
  readonly line: number;
}

/**
 * The charts of an essay, in the order of the text. Every one brings the author’s words for the time in which nothing of
 * it may be shown, so that no release can break the essay; one that lacks an attribute is refused by essayTags.ts.
 *
 * @param text the whole file
 */
export const chartsIn = (file: string, text: string): readonly EssayChart[] =>
  passagesOf(file, text)
    .flatMap(({ tags }) => tags)
    .filter(({ name }) => name === 'Chart')
    .map(({ attributes, line }) => ({
      id: attributes.get('id') ?? '',
      before: attributes.get('before') ?? '',
      line,
    }));

/**
 * What is wrong with the charts of an essay: one that there is not, or others than the front matter lists.
 *
 * @param listed the `charts` of the front matter
 * @param chartIds all that there are
 */
export function chartFaults(
  file: string,
  text: string,
  listed: readonly string[],
  chartIds: readonly string[],
): readonly Fault[] {
  const shown = chartsIn(file, text);
  const unknown = shown.filter(({ id }) => !chartIds.includes(id));
  if (unknown.length > 0)
    return unknown.map(({ id, line }) => ({
      line,
      says: `there is no chart “${id}”; expected one of ${chartIds.join(', ')}`,
    }));
  const ids = shown.map(({ id }) => id);
  if (ids.join() === listed.join()) return [];
  const line = text.split('\n').findIndex((one) => one.startsWith('charts:')) + 1;
  return [
    {
      line,
      says: `charts lists [${listed.join(', ')}], and the text shows [${ids.join(', ')}]; expected the same ids in the same order`,
    },
  ];
}
