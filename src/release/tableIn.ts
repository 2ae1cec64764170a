import type { ShownTable } from './disclosure/shown.ts';
import type { Release } from './release.ts';

/** A table of a release. Throws where it does not hold it, saying which. */
export function tableIn({ id, tables }: Pick<Release, 'id' | 'tables'>, name: string): ShownTable {
  const found = tables.find(({ table }) => table === name);
  if (found === undefined)
    throw new Error(`The release “${id}” holds no table ${name}: it was made from another catalogue.`);
  return found;
}
