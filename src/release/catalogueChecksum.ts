import { questionnaire } from '../survey/questionnaire.ts';
import { countsOf } from './counts.ts';
import { sha256 } from './sha256.ts';
import { tables } from './tables.ts';
import { sideIds } from '../survey/sides.ts';

/**
 * Tells one catalogue from another: the version of the questionnaire, every count with the answers it is made of, and every
 * table with its groups and headlines. Words are not in it, so that a label may be mended under a release.
 */
export const catalogueChecksum = (): string =>
  sha256(
    JSON.stringify([
      questionnaire.version,
      ...sideIds.map((side) => countsOf(side).map(({ name, base, where }) => [name, base.where, where])),
      tables.map(({ name, series, segment }) => [
        name,
        series.indicators.map(({ id, cells }) => [id, cells]),
        segment?.categories.map(({ code, where }) => [code, where]) ?? null,
      ]),
    ]),
  );
