import data from '@mdn/browser-compat-data' with { type: 'json' };
import type { CompatStatement, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data';
import { floor } from '../../src/browser/floor.ts';

/** `'16.4'` as numbers that can be compared; MDN writes `≤79` where the version is not known exactly. */
const numbers = (version: string): readonly number[] => version.replace('≤', '').split('.').map(Number);

function isAtMost(version: string, limit: string): boolean {
  const [[major = 0, minor = 0], [most = 0, least = 0]] = [numbers(version), numbers(limit)];
  return major < most || (major === most && minor <= least);
}

/** Whether a browser has it under its own name, without a setting to switch it on. */
const isIn = (statement: SimpleSupportStatement, limit: string): boolean =>
  typeof statement.version_added === 'string' &&
  /^≤?\d/.test(statement.version_added) &&
  statement.version_removed === undefined &&
  statement.flags === undefined &&
  statement.prefix === undefined &&
  statement.alternative_name === undefined &&
  isAtMost(statement.version_added, limit);

const isInAll = ({ support }: CompatStatement, limits: Readonly<Record<string, string>>): boolean =>
  Object.entries(limits).every(([browser, limit]) => {
    const said = support[browser as keyof typeof floor];
    return [said ?? []].flat().some((statement) => isIn(statement, limit));
  });

const isNew = (compat: CompatStatement): boolean => !isInAll(compat, floor);

/** A limit that no version reaches: whether a browser has it at all. */
const today = Object.fromEntries(Object.keys(floor).map((browser) => [browser, '9999']));

const globals = new Map<string, CompatStatement>();
/** Members by the name of their interface: `at` of `Array`, `format` of `DateTimeFormat`. */
const members = new Map<string, Map<string, CompatStatement>>();

/** What MDN says of each feature in a group. */
const featuresOf = (group: Identifier = {}): readonly (readonly [string, Identifier])[] =>
  Object.entries(group).filter(([name]) => name !== '__compat') as [string, Identifier][];

function collect(owner: string, group: Identifier): void {
  const named = members.get(owner) ?? new Map<string, CompatStatement>();
  members.set(owner, named);
  for (const [name, feature] of featuresOf(group)) {
    const { __compat: compat } = feature;
    if (compat && !name.endsWith('_event')) named.set(name.replace(/_static$/, ''), compat);
    collect(name, feature);
  }
}
for (const group of [data.javascript.builtins, data.api])
  for (const [name, feature] of featuresOf(group)) {
    if (feature.__compat) globals.set(name, feature.__compat);
    collect(name, feature);
  }

/** Pseudo-classes that make a whole selector invalid, in a style and in `querySelector`. */
const selectors = new Set(
  featuresOf(data.css.selectors).flatMap(([name, { __compat: compat }]) =>
    compat && isNew(compat) ? [name] : [],
  ),
);

export function isNewGlobal(name: string): boolean {
  const found = globals.get(name);
  return found !== undefined && isNew(found);
}

/** Whether a member is newer than the floor; undefined where MDN does not list it for this owner. */
export function isNewMember(owner: string, name: string): boolean | undefined {
  const found = members.get(owner)?.get(name);
  return found === undefined ? undefined : isNew(found);
}

/**
 * Whether a name belongs to newer built-ins alone. Those that some browser lacks to this day do not count: nobody calls
 * them without asking first, and their names are common words.
 */
export function isNewEverywhere(name: string): boolean {
  const found = [...members.values()].flatMap((own) => own.get(name) ?? []);
  return found.every(isNew) && found.some((compat) => isInAll(compat, today));
}

/** The newer pseudo-classes in a text, if it is a selector at all. */
export const newSelectorsIn = (text: string): string[] =>
  [...text.matchAll(/:(?<name>[a-z-]+)/g)].flatMap(({ groups: { name = '' } = {} }) =>
    selectors.has(name) ? [`:${name}`] : [],
  );

/** Every built-in that the oldest browsers may lack, each with its owner; null: a global. */
export const newer = (): readonly (readonly [string | null, string])[] => [
  ...[...globals.keys()].filter(isNewGlobal).map((name) => [null, name] as const),
  ...[...members].flatMap(([owner, own]) =>
    [...own].flatMap(([name, compat]) => (isNew(compat) ? [[owner, name] as const] : [])),
  ),
];
