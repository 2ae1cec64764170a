import { codes, literal } from '../sql.ts';

const created = /^create type ([\w.]+) as enum \(([\s\S]*)\);$/;
const added = /^alter type ([\w.]+) add value if not exists '(\w+)' (before|after) '(\w+)';$/;

/** The enum that a statement creates, its values in order; undefined for any other statement. */
export function enumOf(
  text: string,
): { readonly type: string; readonly values: readonly string[] } | undefined {
  const [, type, list] = created.exec(text) ?? [];
  if (type === undefined || list === undefined) return undefined;
  return { type, values: [...list.matchAll(/'(\w+)'/g)].map(([, value = '']) => value) };
}

/** Enums as statements leave them: each type with its values in order. */
export function enumsAfter(statements: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const types = new Map<string, string[]>();
  for (const text of statements) {
    const made = enumOf(text);
    if (made !== undefined) types.set(made.type, [...made.values]);
    const [, type = '', value = '', where, neighbour = ''] = added.exec(text) ?? [];
    const values = types.get(type);
    if (values === undefined || values.includes(value)) continue;
    values.splice(values.indexOf(neighbour) + (where === 'after' ? 1 : 0), 0, value);
  }
  return types;
}

/** Why a type cannot become what is wanted, or undefined. */
export function lostValues(
  type: string,
  present: readonly string[],
  wanted: readonly string[],
): string | undefined {
  const lost = present.filter((value) => !wanted.includes(value));
  return lost.length === 0
    ? undefined
    : `The type ${type} has lost ${codes(lost)}, which stored rows may hold: put back what the code took out.`;
}

/** The statements that give a type the values it lacks, each in its place. */
export const addValues = (
  type: string,
  present: readonly string[],
  wanted: readonly string[],
): readonly string[] =>
  wanted.flatMap((value, place) => {
    if (present.includes(value)) return [];
    const former = wanted[place - 1];
    // Without a value before it, it comes before the first that was there; its own successors follow it then.
    const where = former === undefined ? `before ${codes(present.slice(0, 1))}` : `after ${literal(former)}`;
    return [`alter type ${type} add value if not exists ${literal(value)} ${where};`];
  });
