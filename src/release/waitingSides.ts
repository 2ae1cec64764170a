import type { SideId } from '../survey/question.ts';
import type { Release } from './release.ts';
import { chainName } from './tables.ts';
import { sideIds } from '../survey/sides.ts';

/** The sides whose first release is still to come: each has its own, once enough have answered (protocol 3.3, P1). */
export const waitingSides = ({ tables }: Pick<Release, 'tables'>): readonly SideId[] =>
  sideIds.filter((side) => (tables.find(({ table }) => table === chainName(side))?.vintage ?? null) === null);
