/**
 * Names of people, under which tables and releases are held to each other: “interviewed” are those of every version of the
 * questionnaire, “interviewed@2+3” those of two. In a release they are told of the versions that had been fielded by then.
 */
const mark = /@([\d+]+)/;

/** The name without its versions: what the people are. */
export const stemOf = (name: string): string => name.replace(mark, '');

/** The versions of a name; null: all of them. */
export const versionsOf = (name: string): readonly string[] | null =>
  mark.exec(name)?.[1]?.split('+') ?? null;

/**
 * What a release called these people that was made when only some versions had been fielded.
 * @param then undefined: as many as now
 * @returns null where none of them could have answered by then
 */
export function nameThen(name: string, then: readonly string[] | undefined): string | null {
  const own = versionsOf(name);
  if (own === null || then === undefined) return name;
  const left = own.filter((version) => then.includes(version));
  if (left.length === 0) return null;
  return name.replace(mark, left.length === then.length ? '' : `@${left.join('+')}`);
}
