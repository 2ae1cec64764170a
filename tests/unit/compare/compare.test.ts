import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/compare/compare.ts';
import type { Comparison, Row } from '../../../src/compare/comparison.ts';
import { draw } from '../../../src/compare/draw.ts';
import type { SvgNode } from '../../../src/compare/svgNode.ts';
import { narrow, wide } from '../../../src/charts/canvas/size.ts';
import type { Release } from '../../../src/release/release.ts';
import type { Answers } from '../../../src/survey/answers.ts';
import type { SideId } from '../../../src/survey/question.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { recruiter, turnedDown } from '../../browser/survey/examples.ts';
import { validAnswers } from '../../examples/anyAnswers.ts';
import { exampleRelease as sample, withholding as withheldIn } from '../../examples/release.ts';

const beside = (release: Release, side: SideId, answers: object) =>
  compare({ release, questionnaire, host: 'nobutwhy.example' }, side, answers as Answers);

function comparisons(side: SideId, answers: object, release: Release = sample): readonly Comparison[] {
  const compared = beside(release, side, answers);
  if ('nothing' in compared) throw new Error(compared.nothing);
  return compared.comparisons;
}
const sentences = (side: SideId, answers: object, release?: Release): readonly string[] =>
  comparisons(side, answers, release).map(({ sentence }) => sentence);

/** The release in which some series are withheld. */
const withholding = (...names: readonly string[]): Release => withheldIn(sample, ...names);

const texts = ({ children }: SvgNode): readonly string[] =>
  children.flatMap((child) => (typeof child === 'string' ? [child] : texts(child)));
const ruler = (text: string, font: string): number => text.length * Number(/(\d+)px/.exec(font)?.[1]) * 0.5;
const mine = (row: Row | undefined) =>
  row?.kind === 'bar' ? row.parts.filter(({ you }) => you).map(({ name }) => name) : [];

describe('Job seekers', () => {
  test('a standard message after interviews, told within two weeks', () => {
    expect(sentences('job_seeker', turnedDown)).toEqual([
      'You got a standard message. So did 99 of the 308 people here.',
      'You were told in 8 to 14 days. Of the 816 people here, 117 were told sooner and 435 never.',
      'You were told that you were not selected. So were 258 of the 318 people here who were interviewed.',
    ]);
    const [ladder, days, told] = comparisons('job_seeker', turnedDown);
    expect(mine(ladder?.picture?.rows[0])).toEqual(['Form letter']);
    const [bar] = days?.picture?.rows ?? [];
    expect(bar?.kind === 'bar' && bar.parts.map(({ name, x }) => [name, x])).toEqual([
      ['Told sooner', 117],
      ['Same stretch', 107],
      ['Told later', 157],
      ['Never told', 435],
    ]);
    // What employers’ bands allow, on the same scale.
    expect(told?.picture?.rows[1]).toMatchObject({ kind: 'span', whose: 'employer', text: '80–90%', n: 455 });
  });

  test('silence after interviews', () => {
    const silent = { s_outcome: 'silent', s_stage: 'int3', s_elapsed: 'm6_12' };
    expect(sentences('job_seeker', silent)).toEqual([
      'You never got a final answer. Nor did 60 of the 308 people here.',
      'You were never told. Nor were 435 of the 816 people here.',
      'You were not told. Nor were 60 of the 318 people here who were interviewed.',
    ]);
    expect(comparisons('job_seeker', silent).map(({ picture }) => mine(picture?.rows[0]))).toEqual([
      ['Silence'],
      ['Never told'],
      ['Not told'],
    ]);
  });

  test('told after the last day that is published is the stretch after it', () => {
    const late = { ...turnedDown, s_time: 'gt90' };
    expect(sentences('job_seeker', late)[1]).toBe(
      'You were told after more than 90 days. Of the 816 people here, 351 were told sooner and 435 never.',
    );
    expect(sentences('job_seeker', { ...turnedDown, s_time: 'd2' })[1]).toBe(
      'You were told within 2 days. Of the 816 people here, 38 were told as quickly and 435 never.',
    );
  });

  test('who only applied, just now, has a place in one figure and is told why not in the others', () => {
    const applied = {
      s_outcome: 'rejected_told',
      s_stage: 'applied',
      s_elapsed: 'lt45',
      s_explanation: 'form',
    };
    const [ladder, days, told] = comparisons('job_seeker', applied);
    expect(ladder?.sentence).toContain('You were not interviewed.');
    expect(days?.sentence).toContain('less than 45 days ago');
    expect([ladder?.picture, days?.picture]).toEqual([undefined, undefined]);
    expect(told?.sentence).toBe(
      'You were told that you were not selected. So were 131 of the 446 people here who only applied.',
    );
  });

  test('what was left out is said, not guessed', () => {
    const { s_explanation, s_time, ...rest } = turnedDown;
    expect([s_explanation, s_time]).toEqual(['form', 'd14']);
    expect(sentences('job_seeker', rest).slice(0, 2)).toEqual([
      'You left out what the employer told you about why, so there is no place to mark as yours.',
      'You left out how long it was until you were told, so there is no place to mark as yours.',
    ]);
    expect(sentences('job_seeker', { ...turnedDown, s_explanation: 'dk' })[0]).toContain('You do not know');
  });

  test.each([
    [{ s_outcome: 'withdrew', s_stage: 'int1' }, 'You pulled out.'],
    [{ s_outcome: 'offered', s_stage: 'int1' }, 'You were offered the job.'],
    [{ s_outcome: 'none_fit' }, 'You have no application that is over.'],
    [{ ...turnedDown, s_elapsed: 'gt2y' }, 'Your last step was more than two years ago.'],
  ])('%j is in none of the figures', (answers, words) => {
    const compared = beside(sample, 'job_seeker', answers);
    expect('nothing' in compared && compared.nothing).toContain(words);
  });
});

describe('Employers', () => {
  test('a recruiter’s practice beside the others’ and the job seekers’', () => {
    expect(sentences('employer', recruiter)).toEqual([
      'From you, an interviewed candidate usually gets a reason that could have gone to anyone. 128 of the 424 employers here say the same.',
      'After interviews, you tell all of the people you turn down. 263 of the 455 employers here say the same.',
      'After a screening, test or task: you do not have this stage, so there is nothing to compare.',
      'After an application alone, you tell none of the people you turn down. 58 of the 454 employers here say the same.',
    ]);
    const [ladder, told] = comparisons('employer', recruiter);
    expect(ladder?.picture?.rows.map(mine)).toEqual([['For anyone'], []]);
    expect(ladder?.detail).toBe('Of 308 job seekers here who were interviewed, 76 tell of the same.');
    expect(told?.picture?.rows).toMatchObject([
      { kind: 'span', whose: 'you', lower: 1, upper: 1 },
      { kind: 'span', whose: 'employer', text: '80–90%' },
      { kind: 'dot', text: '81%', n: 318 },
    ]);
  });

  test('a band is its limits, and a practice that varies has no one place', () => {
    const answers = { e_role: 'hr', e_told_interviewed: 'q75_99', e_form: 'varies' };
    const [ladder, told] = comparisons('employer', answers);
    expect(ladder?.sentence).toContain('it depends on who handles it');
    expect(told?.sentence).toBe(
      'After interviews, you tell 3 in 4 or more, but not all, of the people you turn down. 103 of the 455 employers here say the same.',
    );
    expect(told?.picture?.rows[0]).toMatchObject({ lower: 0.75, upper: 0.99 });
  });

  test('who had no part in hiring is in none of the figures', () => {
    expect(beside(sample, 'employer', { e_role: 'none' })).toHaveProperty('nothing');
  });
});

describe('A group that is too small', () => {
  const names = ['E3 job_seeker_interviewed', 'E2 job_seeker_45_days', 'E11 job_seeker_interviewed'];

  test('is said to be, is drawn as a blank, and no number of it is worked out', () => {
    const all = comparisons('job_seeker', turnedDown, withholding(...names, 'E11 employer_interviewed'));
    for (const { sentence, picture } of all) {
      expect(sentence).toMatch(/There are too few answers yet to set beside it\.$/);
      expect(picture?.rows).toMatchObject([{ kind: 'empty', because: 'Too few answers yet: under 30' }]);
      expect(JSON.stringify(picture)).not.toMatch(/"n":|%/);
    }
  });

  test('leaves the other side’s row standing', () => {
    const [, told] = comparisons('employer', recruiter, withholding('E11 job_seeker_interviewed'));
    expect(told?.picture?.rows.map(({ kind }) => kind)).toEqual(['span', 'span', 'empty']);
    expect(told?.detail).toBeUndefined();
  });
});

describe('Pictures', () => {
  const pictures = [
    ...comparisons('job_seeker', turnedDown),
    ...comparisons('job_seeker', turnedDown, withholding('E2 job_seeker_45_days')),
    ...comparisons('employer', recruiter),
  ].flatMap(({ picture }) => (picture === undefined ? [] : [picture]));

  test.each([wide, narrow])('say in themselves that the sample is made up, $id', (size) => {
    for (const picture of pictures) {
      const svg = draw(picture, size, ruler);
      expect(texts(svg)).toContain('Sample data, made up');
      expect(svg.attributes['aria-label']).toMatch(/ Sample data, made up\.$/);
      expect(draw({ ...picture, madeUp: false }, size, ruler).attributes['aria-label']).not.toContain(
        'made up',
      );
    }
  });

  test('draw nothing outside themselves and name no colour but the tokens', () => {
    for (const picture of pictures)
      for (const size of [wide, narrow]) {
        const svg = draw(picture, size, ruler);
        const height = Number(svg.attributes.height);
        const elements = svg.children.filter((child) => typeof child !== 'string');
        for (const { tag, attributes } of elements) {
          for (const name of ['fill', 'stroke'])
            expect(attributes[name] ?? 'none').toMatch(/^(none|var\(--[a-z0-9-]+\))$/);
          if (tag === 'rect') {
            const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((name) => Number(attributes[name]));
            expect(x).toBeGreaterThanOrEqual(0);
            expect((x ?? 0) + (w ?? 0)).toBeLessThanOrEqual(size.width + 0.1);
            expect((y ?? 0) + (h ?? 0)).toBeLessThanOrEqual(height);
          }
          if (tag === 'text') expect(Number(attributes.y)).toBeLessThanOrEqual(height);
        }
      }
  });

  test('mark one place as “You” in every bar picture', () => {
    for (const { rows } of pictures) expect(rows.flatMap(mine).length).toBeLessThanOrEqual(1);
  });
});

test('whatever was answered, every sentence ends, judges nobody and counts only what is published', () => {
  for (const side of ['job_seeker', 'employer'] as const)
    fc.assert(
      fc.property(validAnswers(side), (answers) => {
        const compared = beside(sample, side, answers);
        const all =
          'nothing' in compared ? [compared.nothing] : compared.comparisons.map(({ sentence }) => sentence);
        for (const sentence of all) {
          expect(sentence).toMatch(/\.$/);
          expect(sentence).not.toMatch(/undefined|NaN|better|worse|only you|unfortunately/i);
        }
      }),
      { numRuns: 300 },
    );
});
