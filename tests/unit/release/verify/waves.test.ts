import { expect, test, vi } from 'vitest';
import { nameThen, stemOf, versionsOf } from '../../../../src/release/disclosure/people.ts';
import { everybodyTold, publishWaves, type Plan, type Wave } from './waves.ts';

type People = ReadonlySet<string>;

/** How many are in one set and not in the other. */
function differ(one: People, other: People): number {
  let both = 0;
  for (const key of one) if (other.has(key)) both += 1;
  return one.size + other.size - 2 * both;
}

const without = (outer: People, inner: People): People => outer.difference(inner);
const isFew = (n: number): boolean => n >= 1 && n <= 9;

const isAround = (outer: string, inner: string): boolean => {
  const [all, some] = [versionsOf(outer), versionsOf(inner)];
  return some !== null && outer !== inner && (all === null || some.every((one) => all.includes(one)));
};

/**
 * Groups of one to nine people of some versions of the questionnaire that a reader finds in the last of these releases, found
 * from who was there and not from the ledger.
 */
function exposed(waves: readonly Wave[]): readonly string[] {
  const now = waves.at(-1);
  if (now === undefined) return [];
  const toldIn = (wave: Wave, name: string): People | null => {
    const then = nameThen(name, wave.made.release.versions);
    if (then === null) return new Set();
    return wave.told.has(then) ? (wave.people.get(then) ?? null) : null;
  };
  const peopleIn = (wave: Wave, name: string): People =>
    wave.people.get(nameThen(name, wave.made.release.versions) ?? '') ?? new Set();
  const before = waves.slice(0, -1);
  const names = [...now.people.keys()];
  const pairs = names.flatMap((outer) =>
    names.flatMap((inner) =>
      stemOf(outer) === stemOf(inner) && isAround(outer, inner) ? [[outer, inner] as const] : [],
    ),
  );
  return pairs.flatMap(([outer, inner]) => {
    const [all, some] = [toldIn(now, outer), toldIn(now, inner)];
    const othersNow = without(peopleIn(now, outer), peopleIn(now, inner));
    const othersBefore: readonly People[] = [
      new Set<string>(),
      ...before.flatMap((wave) => {
        const [allThen, someThen] = [toldIn(wave, outer), toldIn(wave, inner)];
        return allThen === null || someThen === null ? [] : [without(allThen, someThen)];
      }),
    ];
    const id = now.made.release.id;
    const name = `${outer} and ${inner} in ${id}`;
    if (all !== null && some !== null)
      return othersBefore.flatMap((then) => (isFew(differ(othersNow, then)) ? [name] : []));
    if (all !== null)
      return before.flatMap((wave) => {
        const then = toldIn(wave, inner);
        if (then === null) return [];
        const moved = differ(peopleIn(now, inner), then);
        return othersBefore.flatMap((others) => (isFew(moved + differ(othersNow, others)) ? [name] : []));
      });
    if (some === null) return [];
    return before.flatMap((wave) => {
      const then = toldIn(wave, outer);
      if (then === null || toldIn(wave, inner) !== null) return [];
      const moved = differ(some, peopleIn(wave, inner));
      const othersThen = without(then, peopleIn(wave, inner));
      return othersBefore.flatMap((others) => (isFew(moved + differ(othersThen, others)) ? [name] : []));
    });
  });
}

const everyExposure = (waves: readonly Wave[]): readonly string[] =>
  waves.flatMap((_, at) => exposed(waves.slice(0, at + 1)));

const plan: Plan = {
  seed: 'waves',
  months: 12,
  change: 4,
  arrivals: 45,
  // Late by a day or two; hardly anybody after that.
  late: (month) => (month === 0 ? 3 : month < 3 ? 1 : 0),
};

test('nobody who answered an earlier version is seen to come or leave, and every table is renewed in its turn', async () => {
  const waves = await publishWaves(plan);
  const naive = everyExposure(everybodyTold(waves)).length;
  const found = everyExposure(waves);
  const later = waves.filter(({ made }) => made.release.versions.length > 1);
  const renewed = (name: string): readonly string[] =>
    later.flatMap(({ made: { release } }) =>
      release.tables.some(({ table, vintage, groups }) => {
        const isShown = Object.values(groups).some(({ status }) => status === 'published');
        return table === name && vintage === release.id && isShown;
      })
        ? [release.id]
        : [],
    );
  // A question as it was, a row beside the one that was added, that row, and the question that gained an answer.
  const names = [
    'E1 job_seeker',
    'E13 e_barriers_time',
    'E13 e_barriers_budget_v2',
    'E17 job_seeker_interviewed_v2',
  ];
  console.log(
    `${waves.length} releases, ${later.length} after the change. Few people apart by version: ${found.length} (everybody told: ${naive}). Renewed: ${names.map((name) => `${name} ${renewed(name).length}`).join(', ')}.`,
  );
  expect(found).toEqual([]);
  expect(naive).toBeGreaterThan(0);
  for (const name of names) expect(renewed(name).length, name).toBeGreaterThan(0);
  expect(renewed('E13 e_barriers_budget_v2').length).toBeGreaterThan(1);
}, 600_000);

test('without P12 the attack stops a release', async () => {
  vi.doMock('../../../../src/release/disclosure/nestedRule.ts', () => ({ nestedRule: () => new Set() }));
  await expect(publishWaves(plan)).rejects.toThrow(/a reader could single out fewer than ten people/);
  vi.doUnmock('../../../../src/release/disclosure/nestedRule.ts');
}, 600_000);
