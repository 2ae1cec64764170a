import { expect, test } from 'vitest';
import { chartIds, figureOf } from '../../../src/figures/estimates/figureOf.ts';
import { tables } from '../../../src/release/tables.ts';
import { series, withTables } from '../../examples/release.ts';
import { sampleSource } from '../../examples/sampleSource.ts';

/** Whose counts a clause of a difference holds, by the words that it begins with, and the people where those say it. */
const clauses: readonly (readonly [begun: RegExp, series: RegExp])[] = [
  [/^after an interview /, / job_seeker_interviewed$/],
  [/^after only applying /, / job_seeker_applied$/],
  [/^of (people|those) given a specific reason for a no /, / job_seeker_about_them$/],
  [/^of (people|those) left without an answer /, / job_seeker_none$/],
  [/^of (people|those) told no without a reason /, / job_seeker_form$/],
  [/^of (people|those) given a general reason for a no /, / job_seeker_generic$/],
  [/^of (employers here|those) who know of (a complaint or claim|one) /, / employer_worry_claim$/],
  [/^of (employers here|those) who know of (no complaint or claim|none) /, / employer_worry_no_claim$/],
  [/^(according to|of( the)?) employers /, / employer/],
  [/^according to job seekers |^of people not hired( |$)/, / job_seeker/],
];

/** Of two that are set side by side, the first. */
const isFirst = (name: string): boolean =>
  /employer|about_them|interviewed$/.test(name) && !name.endsWith('no_claim');

/** Every series with as many people as no other has, and all first ones with a larger share, or all with a smaller one. */
function sourceWhere(first: 'higher' | 'lower') {
  const own = tables.filter(({ name, segment }) => segment === null && !name.startsWith('E16'));
  const changed = own.map(({ name, series: { cells } }, i) => {
    const x = isFirst(name) === (first === 'higher') ? 700 : 200;
    const last = cells.length - 1;
    const counts = cells.map(({ code }, at): [string, number] => [
      code,
      at === 0 ? x : at === last ? 1000 + i - x : 0,
    ]);
    return series(name, Object.fromEntries(counts));
  });
  const named = new Map(own.map(({ name }, i) => [1000 + i, name]));
  return { named, source: { ...sampleSource, release: withTables(sampleSource.release, changed) } };
}

test.each(['higher', 'lower'] as const)(
  'each clause of a difference has the counts of its own group: the first %s',
  (first) => {
    const { named, source } = sourceWhere(first);
    const found = chartIds.flatMap((id) =>
      figureOf(id, source).findings.flatMap((finding) => (finding.kind === 'difference' ? [finding] : [])),
    );
    expect(found.filter(({ declared }) => declared).length).toBeGreaterThan(10);
    for (const { who, groups } of found)
      for (const { lead, n } of groups) {
        const [, whose] = clauses.find(([begun]) => begun.test(`${lead ?? 'of'} ${who}`)) ?? [];
        expect(whose, lead).toBeDefined();
        if (whose !== undefined) expect(named.get(n), lead).toMatch(whose);
      }
  },
);

test('the higher of two groups comes first', () => {
  for (const first of ['higher', 'lower'] as const)
    for (const id of chartIds)
      for (const finding of figureOf(id, sourceWhere(first).source).findings) {
        if (finding.kind !== 'difference' || !finding.declared) continue;
        const [one, other] = finding.groups.map(({ x, n }) => x / n) as [number, number];
        expect(one, id).toBeGreaterThan(other);
      }
});
