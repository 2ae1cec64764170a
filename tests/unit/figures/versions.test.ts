import { beforeAll, describe, expect, test } from 'vitest';
import type { Release } from '../../../src/release/release.ts';
import { versionOne, versionTwo, worldOf } from '../../examples/versionWorlds.ts';
import { answersOf } from '../../examples/answersOf.ts';

/** Charts after the questionnaire has changed, from the last release before the change. */

const load = async () => {
  const [figures, words, shown, made, recounted, ledger, survey, compared] = await Promise.all([
    import('../../../src/figures/estimates/figureOf.ts'),
    import('../../../src/words/describe.ts'),
    import('../../../src/release/shownNow.ts'),
    import('../../../src/release/makeRelease.ts'),
    import('../../examples/recount.ts'),
    import('../../../src/release/disclosure/ledger.ts'),
    import('../../../src/survey/questionnaire.ts'),
    import('../../../src/compare/compare.ts'),
  ]);
  return { ...figures, ...words, ...shown, ...made, ...recounted, ...ledger, ...survey, ...compared };
};
type World = Awaited<ReturnType<typeof load>>;

let after: World;
let shown: Release;
/** As its package has it. */
let published: Release;
beforeAll(async () => {
  const before = await worldOf([versionOne], load);
  after = await worldOf([versionOne, versionTwo], load);
  const responses = (['job_seeker', 'employer'] as const).flatMap((side) =>
    Array.from({ length: 600 }, (_, i) => ({
      side,
      answers: answersOf(versionOne, side, `figures ${side} ${i}`),
      instrument: '1',
      seconds: 600,
    })),
  );
  const { release } = before.makeRelease({
    tally: before.recount(responses),
    head: {
      id: '2027-01',
      published: '2027-01-01',
      made_up: false,
      instrument: '1',
      commit: 'c0ffee'.padEnd(40, '0'),
    },
    earlier: [],
    ledger: before.openLedger([]),
  });
  published = release;
  shown = after.shownNow(release);
});

const described = (id: string) => {
  const figure = after.figureOf(id, {
    release: shown,
    questionnaire: after.questionnaire,
    host: 'nobutwhy.example',
  });
  return { figure, words: after.describe(figure) };
};

describe('a release of an earlier version', () => {
  test('makes every chart and every cut, in words', () => {
    for (const id of after.pictureIds) expect(described(id).words.title, id).not.toBe('');
  });

  test('says under a chart since or until which version it is asked', () => {
    expect(described('apply-again').words.notes).toContain('Asked until version 1 of the questionnaire.');
    expect(described('how-told').words.notes).toContain(
      'Job seekers, told no: asked since version 2 of the questionnaire.',
    );
    expect(described('barriers').words.notes).toContain(
      'No money for it: asked since version 2 of the questionnaire.',
    );
    expect(described('outcome').words.notes.join()).not.toMatch(/version/);
  });

  test('says of what restarted what it waits for, and never that a side was not released', () => {
    const { words } = described('how-told');
    expect(JSON.stringify(words)).toContain('Asked since version 2: too few answers yet');
    expect(JSON.stringify(words)).not.toMatch(/under 50 on this side/);
    const { missing } = described('hours').words;
    expect(missing).toBe(
      'This figure needs at least 30 answers. It is asked since version 2 of the questionnaire.',
    );
  });

  test('compares a person with what it prints, and with nothing that restarted since', () => {
    const source = { release: published, questionnaire: after.questionnaire, host: 'nobutwhy.example' };
    const ids = new Set(published.tables.map(({ table }) => table));
    expect(ids.has('E4 job_seeker_interviewed_v2')).toBe(false);
    for (const version of [versionOne, versionTwo])
      for (let i = 0; i < 60; i += 1)
        for (const side of ['job_seeker', 'employer'] as const) {
          const answers = answersOf(version, side, `compared ${i}`);
          const found = after.compare(source, side, { ...answers, instrument: version.version });
          expect('comparisons' in found || found.nothing !== '').toBe(true);
        }
  });

  test('asks a retired question in its own words', () => {
    expect(described('apply-again').figure.asked.map(({ question }) => question)).toContain(
      'If a suitable job came up, how likely would you be to apply to this employer again?',
    );
  });
});
