/** What says of an essay which others are near. */
interface Subjects {
  readonly tags: readonly string[];
  readonly charts: readonly string[];
  readonly series?: string | undefined;
}

interface Listed {
  readonly entry: { readonly id: string; readonly data: Subjects };
}

/** Of what two essays share, the rarer counts for more: a tag that every essay has says nothing. */
const shared = (of: (one: Subjects) => readonly string[], a: Subjects, b: Subjects, all: readonly Listed[]) =>
  of(a)
    .filter((name) => of(b).includes(name))
    .reduce((sum, name) => sum + 1 / all.filter(({ entry }) => of(entry.data).includes(name)).length, 0);

/** More than any number of tags and charts comes to. */
const SERIES = 10;

/**
 * The essays to read after one: those of its series first, then those that share most of its tags and charts; among
 * equals the newer.
 *
 * @param all every essay, newest first
 * @param most how many at most
 */
export function related<Essay extends Listed>(
  essay: Listed,
  all: readonly Essay[],
  most: number,
): readonly Essay[] {
  const own = essay.entry.data;
  const nearness = (other: Subjects): number =>
    (own.series !== undefined && own.series === other.series ? SERIES : 0) +
    shared(({ tags }) => tags, own, other, all) +
    shared(({ charts }) => charts, own, other, all);
  return all
    .filter(({ entry }) => entry.id !== essay.entry.id)
    .toSorted((a, b) => nearness(b.entry.data) - nearness(a.entry.data))
    .slice(0, most);
}
