import { basesToldBy } from '../../../../src/release/basesInside.ts';
import { catalogue } from '../../../../src/release/catalogue.ts';
import { compositionOf } from '../../../../src/release/composition.ts';
import { openLedger, type LedgerRow } from '../../../../src/release/disclosure/ledger.ts';
import { isTold } from '../../../../src/release/disclosure/shown.ts';
import { findSeries } from '../../../../src/release/findSeries.ts';
import { makeRelease, type MadeRelease } from '../../../../src/release/makeRelease.ts';
import type { Release } from '../../../../src/release/release.ts';
import { sampleRespondents } from '../../../../src/sample/sampleRespondents.ts';
import { randomShare } from '../../../../src/sample/seededRandom.ts';
import type { Submission } from '../../../../src/survey/submission.ts';
import { recount } from '../../../examples/recount.ts';

/** Releases of the whole catalogue, month after month, and who was counted in each. */
export interface Month {
  readonly made: MadeRelease;
  readonly present: readonly Submission[];
}

const idOf = (month: number): string =>
  `${2027 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** So many answers a side every month, of whom four in a thousand a month are withdrawn. */
export function publishMonths(arrivals: number, months: number, seed: string): readonly Month[] {
  const size = arrivals * months;
  const everybody = sampleRespondents({ seed, jobSeekers: size, employers: size });
  const place = new Map(everybody.map(({ id }, i) => [id, i % size] as const));
  const monthOf = ({ id }: Submission): number => Math.floor((place.get(id) ?? 0) / arrivals);
  const leaves = ({ id }: Submission, month: number): boolean => randomShare([seed, id, month]) < 0.004;
  const releases: Month[] = [];
  const earlier: Release[] = [];
  let ledger: readonly LedgerRow[] = [];
  /** For each release, how many months had come in. */
  const epochs: number[] = [];
  let gone = new Set<string>();
  for (let month = 0; month < months; month += 1) {
    gone = new Set([...gone, ...everybody.filter((one) => leaves(one, month)).map(({ id }) => id)]);
    const present = everybody.filter((one) => monthOf(one) <= month && !gone.has(one.id));
    const standings = present.map((one) => ({
      counted: true,
      epoch: epochs.filter((until) => monthOf(one) > until).length,
    }));
    const id = idOf(month);
    const head = {
      id,
      published: `${id}-01`,
      made_up: false,
      instrument: '1',
      commit: 'c0ffee'.padEnd(40, '0'),
    };
    const made = makeRelease({
      tally: recount(present, standings),
      head,
      earlier,
      ledger: openLedger(ledger),
    });
    if (made.sides.every(({ isDue }) => !isDue)) continue;
    releases.push({ made, present });
    earlier.push(made.release);
    ledger = [...ledger, ...made.ledger];
    epochs.push(month);
  }
  return releases;
}

/** The bases whose number a release tells anew, as a reader finds them on its pages. */
export function basesToldIn(release: Release): ReadonlySet<string> {
  const fresh = ({ vintage }: { readonly vintage: string | null }): boolean => vintage === release.id;
  const told = catalogue.flatMap((estimate) =>
    estimate.series.flatMap((series): readonly string[] => {
      if (series.partedBy === undefined) {
        const found = findSeries(release, estimate.id, series.id);
        return isTold(found) && fresh(found) ? [series.base.id] : [];
      }
      const found = compositionOf(release, estimate, series);
      if (found.status === 'withheld' || !fresh(found)) return [];
      const shown = new Set(
        found.categories.flatMap(({ code, status }) => (status === 'published' ? [code] : [])),
      );
      const sums = [...basesToldBy(series)].filter(([, codes]) => codes.every((code) => shown.has(code)));
      return [series.base.id, ...sums.map(([base]) => base)];
    }),
  );
  return new Set(told);
}
