import { isBase } from '../basesInside.ts';
import type { Changing } from '../disclosure/changeSince.ts';
import type { Ledger } from '../disclosure/ledger.ts';
import { tooFewIn } from '../disclosure/tooFew.ts';
import { versionsApart } from '../disclosure/versionsApart.ts';
import { sumsOf, type Sum } from '../sumsOfBases.ts';
import type { Exposure } from './exposure.ts';
import { everythingTold, type Told } from './told.ts';

const inWords = ({ parts }: Sum): string =>
  [...parts].map(([base, often]) => `${often < 0 ? '−' : '+'} ${base}`).join(' ');

/** A release that is made, and everybody in it: the ledger does not say how large a base has become whose table was carried over. */
export interface Made {
  readonly release: string;
  /** The exact sizes by name: of bases, and of those of them who answered. */
  readonly sizes: ReadonlyMap<string, Changing>;
}

/** Few people left by adding up the numbers of bases and taking others away. */
function leftBySums(
  { fieldedBy }: Ledger,
  all: readonly Told[],
  { release, sizes }: Made,
): readonly Exposure[] {
  const told = all.filter(({ base }) => isBase(base));
  const before = Map.groupBy(
    told.filter((one) => one.release !== release),
    ({ base }) => base,
  );
  const tooFew = tooFewIn({ sizes, before, fieldedBy });
  const now = told.filter((one) => one.release === release).map(({ base }) => base);
  return [...sumsOf(new Set(now)).values()].flatMap((sum) => {
    const found = sum.parts.size === 0 ? null : tooFew(sum);
    if (found === null) return [];
    const { people, since } = found;
    return [{ table: inWords(sum), group: 'by routing', from: since ?? release, to: release, people }];
  });
}

/** People of some versions of the questionnaire, told apart from the others. */
function apart({ fieldedBy }: Ledger, told: readonly Told[], { release, sizes }: Made): readonly Exposure[] {
  const before = new Map(told.map((one) => [`${one.release} ${one.then}`, one.n]));
  const found = versionsApart({
    now: sizes,
    told: new Set(told.flatMap((one) => (one.release === release ? [one.base] : []))),
    releases: [...new Set(told.map((one) => one.release))].filter((one) => one < release).toSorted(),
    before: (name, earlier) => before.get(`${earlier} ${name}`),
    fieldedBy,
  });
  return found.flatMap(({ outer, inner, since, people }) =>
    people === 0 ? [] : [{ table: outer, group: inner, from: since ?? release, to: release, people }],
  );
}

/**
 * P12, attacked: whoever adds up the numbers of bases that a release tells, and takes others away, of this release or
 * earlier ones; and whoever tells apart the people of one version of the questionnaire.
 */
export function attackBases(ledger: Ledger, made: Made): readonly Exposure[] {
  const told = everythingTold(ledger);
  return [...leftBySums(ledger, told, made), ...apart(ledger, told, made)];
}
