import type { SitePath } from '../address.ts';
import type { ListedEssay } from './listEssays.ts';
import { oncePerList } from './oncePerList.ts';

/** Essays that belong together: filed under one tag, or one series. */
export interface Subject {
  /** What they are filed under, as in the address. */
  readonly kind: 'tags' | 'series';
  /** As it is written in front matter: `after-the-interview` */
  readonly id: string;
  /** “After the interview” */
  readonly name: string;
  /** What a page of them says under its title. */
  readonly deck: string;
  readonly path: SitePath;
  readonly essays: readonly ListedEssay[];
}

/** “After the interview”, of `after-the-interview`. */
function nameOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function grouped(
  essays: readonly ListedEssay[],
  kind: Subject['kind'],
  idsOf: (essay: ListedEssay) => readonly string[],
  deckOf: (name: string, count: number) => string,
): readonly Subject[] {
  const ids = [...new Set(essays.flatMap(idsOf))].toSorted();
  return ids.map((id) => {
    const own = essays.filter((essay) => idsOf(essay).includes(id));
    const name = nameOf(id);
    return { kind, id, name, deck: deckOf(name, own.length), path: `/essays/${kind}/${id}/`, essays: own };
  });
}

/** Every tag with its essays, in alphabetical order. */
export const tagsOf = oncePerList((essays: readonly ListedEssay[]) =>
  grouped(
    essays,
    'tags',
    ({ entry }) => entry.data.tags,
    (name, count) =>
      count === 1
        ? `The one essay so far that is filed under “${name.toLowerCase()}”.`
        : `The ${count} essays that are filed under “${name.toLowerCase()}”, newest first.`,
  ),
);

/** Every series with its essays, in the order in which they appeared; those of one day by name. */
export const seriesOf = oncePerList((essays: readonly ListedEssay[]) =>
  grouped(
    essays.toSorted(
      ({ entry: a }, { entry: b }) =>
        a.data.published.getTime() - b.data.published.getTime() || a.id.localeCompare(b.id),
    ),
    'series',
    ({ entry: { data } }) => (data.series === undefined ? [] : [data.series]),
    (_, count) =>
      count === 1
        ? 'A series that begins with this essay.'
        : `A series of ${count} essays, in the order in which they appeared.`,
  ),
);
