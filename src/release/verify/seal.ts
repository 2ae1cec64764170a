import { sha256 } from '../sha256.ts';

/** The name of the seal beside a release.json. */
export const SEAL = 'release.seal';

/** Words of the form that only say what the next part is; a name is as plain without them. */
const form: readonly string[] = ['tables', 'groups', 'cells'];

/** A printed cell, such as {"status":"published","x":12}: one value. A group has cells inside and is not. */
const isCell = (value: object): boolean => 'status' in value && !('cells' in value);

/** Every value of a release by the way to it, such as E3 job_seeker_interviewed, answered, form. */
function valuesIn(
  value: unknown,
  path: readonly string[] = [],
): readonly (readonly [readonly string[], unknown])[] {
  const inside =
    typeof value === 'object' && value !== null && !isCell(value)
      ? Object.entries(value).map(([key, part]: [string, unknown]) => {
          // A table is known by its name and not by its place.
          const named = Array.isArray(value) && typeof part === 'object' && part !== null && 'table' in part;
          return [named ? String(part.table) : key, part] as const;
        })
      : [];
  if (inside.length === 0) return [[path, value]];
  return inside.flatMap(([key, part]) => valuesIn(part, form.includes(key) ? path : [...path, key]));
}

const FILE = 'release.json';
const nameOf = (path: readonly string[]): string => path.join(' / ');

/** Eight digits: enough to notice a slip, and the whole file has a full checksum besides. */
const mark = (path: readonly string[], value: unknown): string =>
  sha256(`${nameOf(path)} = ${JSON.stringify(value)}`).slice(0, 8);

/**
 * The seal of a frozen release: the checksum of its text, then a line for every group with a short one for each value
 * in it. A changed file has another checksum; the short ones say which value was changed. Whoever can run this can
 * seal again: it keeps a slip or a stray edit from being published, and leaves deceit to the scanner and to the
 * history of the repository.
 * @param text release.json as it is written
 * @throws SyntaxError when the text is not JSON
 */
export function sealOf(text: string): string {
  const groups = new Map<string, string[]>();
  for (const [path, value] of valuesIn(JSON.parse(text))) {
    const group = nameOf(path.slice(0, -1));
    const marks = groups.get(group) ?? [];
    groups.set(group, [...marks, `${path.at(-1) ?? ''}=${mark(path, value)}`]);
  }
  const lines = [...groups].map(([group, marks]) => `${group}: ${marks.join(' ')}`);
  return [`${FILE}=${sha256(text)}`, ...lines, ''].join('\n');
}

/** A seal as marks by name, the file itself under its own. */
const marksOf = (seal: string): ReadonlyMap<string, string> =>
  new Map(
    seal.split('\n').flatMap((line) => {
      const [, group = '', marks = line] = /^(.*?): (.*)$/.exec(line) ?? [];
      return [...marks.matchAll(/(\S+)=([0-9a-f]+)/g)].map(([, name = '', found = '']) => {
        const path = [group, name].filter((part) => part !== '');
        return [nameOf(path), found] as const;
      });
    }),
  );

/**
 * What was done to a release since it was sealed, each as a phrase that follows “the file”; empty when nothing was.
 * @param text release.json as it stands
 * @param seal release.seal as it was written with it
 */
export function changesSince(text: string, seal: string): readonly string[] {
  let now: ReadonlyMap<string, string>;
  try {
    now = marksOf(sealOf(text));
  } catch {
    return ['is not JSON any more'];
  }
  const before = marksOf(seal);
  if (before.get(FILE) === now.get(FILE)) return [];
  const names = [...new Set([...before.keys(), ...now.keys()])].filter((name) => name !== FILE);
  const values = names.flatMap((name) => {
    if (!before.has(name)) return [`has gained “${name}”`];
    if (!now.has(name)) return [`has lost “${name}”`];
    return before.get(name) === now.get(name) ? [] : [`has another value at “${name}”`];
  });
  return values.length > 0
    ? values
    : ['has the same values in other words: spaces, order or a repeated name'];
}
