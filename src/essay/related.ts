import { oncePerList } from './oncePerList.ts';

/** What says of an essay which others are near. */
interface Subjects {
  readonly tags: readonly string[];
  readonly charts: readonly string[];
  readonly series?: string | undefined;
}

interface Listed {
  readonly entry: { readonly id: string; readonly data: Subjects };
}

/** Everything that an essay can share with another, a series apart. */
const namesOf = ({ tags, charts }: Subjects): ReadonlySet<string> =>
  new Set([...tags.map((tag) => `tag ${tag}`), ...charts.map((chart) => `chart ${chart}`)]);

/** The names of each essay, and how many essays have a name. */
const namesIn = oncePerList((all: readonly Listed[]) => {
  const names = new Map(all.map(({ entry }) => [entry.id, namesOf(entry.data)]));
  const counts = new Map<string, number>();
  for (const own of names.values()) for (const name of own) counts.set(name, (counts.get(name) ?? 0) + 1);
  return { names, counts };
});

/** More than any number of tags and charts comes to. */
const SERIES = 10;

/**
 * The essays to read after one: those of its series first, then those that share most of its tags and charts; among
 * equals the newer. Of what two essays share, the rarer counts for more: a tag that every essay has says nothing.
 *
 * @param all every essay, newest first
 * @param most how many at most
 */
export function related<Essay extends Listed>(
  { entry: { id, data } }: Listed,
  all: readonly Essay[],
  most: number,
): readonly Essay[] {
  const { names, counts } = namesIn(all);
  const own = [...namesOf(data)];
  const nearness = ({ entry }: Essay): number =>
    own
      .filter((name) => names.get(entry.id)?.has(name))
      .reduce(
        (sum, name) => sum + 1 / (counts.get(name) ?? 1),
        data.series !== undefined && data.series === entry.data.series ? SERIES : 0,
      );
  return all
    .filter(({ entry }) => entry.id !== id)
    .map((essay) => ({ essay, near: nearness(essay) }))
    .toSorted((a, b) => b.near - a.near)
    .slice(0, most)
    .map(({ essay }) => essay);
}
