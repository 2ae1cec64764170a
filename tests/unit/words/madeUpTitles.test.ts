import { expect, test } from 'vitest';
import type { Finding } from '../../../src/figures/finding.ts';
import { sayFinding } from '../../../src/words/sayFinding.ts';
import { titleOf } from '../../../src/words/titleOf.ts';
import { namedFigures } from '../../examples/figures.ts';
import { faultsIn } from './faultsIn.ts';
import { everyField, hidden, more, told } from './madeUpFindings.ts';

const middle = (says: string, n: number): Finding => ({ kind: 'median', says, n });
const fact = (says: string, n: number): Finding => ({ kind: 'fact', says, n });

/** What is said of it; null where nothing may be said. */
const cases: readonly (readonly [string, Finding, string | null])[] = [
  // Tiny, and at the edges of what is enough.
  ['one of one', told([1, 1]), null],
  ['one of thirty', told([1, 30]), null],
  ['ten of thirty: a wide range', told([10, 30]), null],
  ['ten of 45', told([10, 45]), '22% of job seekers were told (10 of 45)'],
  [
    'ten of 46: near a fifth, and not a tenth of it away',
    told([10, 46]),
    'Two in ten job seekers were told (10 of 46)',
  ],
  ['half of forty', told([20, 40]), 'Half of job seekers were told (20 of 40)'],
  ['half of thirty-eight: a wide range', told([19, 38]), null],
  ['thirty of forty', told([30, 40]), 'Three quarters of job seekers were told (30 of 40)'],
  ['thirty-one of forty: nine others', told([31, 40]), null],
  ['ten of a thousand', told([10, 1000]), '1% of job seekers were told (10 of 1,000)'],
  ['ten of forty thousand', told([10, 40_000]), 'Less than 1% of job seekers were told (10 of 40,000)'],
  ['all but ten', told([39_990, 40_000]), 'More than 99% of job seekers were told (39,990 of 40,000)'],
  // Nobody, everybody, one answer.
  ['nobody of a few', told([0, 40]), null],
  ['nobody of many', told([0, 4000]), null],
  ['everybody of a few', told([40, 40]), null],
  ['everybody of many', told([4000, 4000]), null],
  ['everybody but one', told([399, 400]), null],
  // Not shown.
  ['a hidden count', told(hidden), null],
  ['a hidden count, counts first', told(hidden, { countsFirst: true }), null],
  // Shares of every size.
  ['5 percent', told([20, 400]), '5% of job seekers were told (20 of 400)'],
  ['9.2 percent', told([37, 400]), 'One in ten job seekers were told (37 of 400)'],
  ['15 percent', told([60, 400]), '15% of job seekers were told (60 of 400)'],
  ['18.5 percent', told([74, 400]), 'Two in ten job seekers were told (74 of 400)'],
  ['24 percent', told([96, 400]), 'A quarter of job seekers were told (96 of 400)'],
  ['28 percent', told([112, 400]), 'Three in ten job seekers were told (112 of 400)'],
  ['33 percent', told([132, 400]), 'A third of job seekers were told (132 of 400)'],
  ['36 percent', told([144, 400]), '36% of job seekers were told (144 of 400)'],
  ['38.5 percent', told([154, 400]), 'Four in ten job seekers were told (154 of 400)'],
  ['45 percent', told([180, 400]), '45% of job seekers were told (180 of 400)'],
  ['49 percent', told([196, 400]), 'Half of job seekers were told (196 of 400)'],
  ['52 percent', told([208, 400]), '52% of job seekers were told (208 of 400)'],
  ['58.5 percent', told([234, 400]), 'Six in ten job seekers were told (234 of 400)'],
  ['67 percent', told([268, 400]), 'Two thirds of job seekers were told (268 of 400)'],
  ['70 percent', told([280, 400]), 'Seven in ten job seekers were told (280 of 400)'],
  ['76 percent', told([304, 400]), 'Three quarters of job seekers were told (304 of 400)'],
  ['81 percent', told([324, 400]), 'Eight in ten job seekers were told (324 of 400)'],
  ['88.5 percent', told([354, 400]), 'Nine in ten job seekers were told (354 of 400)'],
  ['95 percent', told([380, 400]), '95% of job seekers were told (380 of 400)'],
  // A lead, counts first, on a side of half.
  [
    'a lead before a percentage',
    told([180, 400], { lead: 'after 45 days' }),
    'After 45 days, 45% of job seekers were told (180 of 400)',
  ],
  [
    'a lead before a tenth',
    told([160, 400], { lead: 'after 45 days' }),
    'After 45 days, four in ten job seekers were told (160 of 400)',
  ],
  ['counts first', told([57, 1274], { countsFirst: true }), 'Of 1,274 job seekers, 57 were told'],
  [
    'more than half',
    told([230, 400], { byHalf: true }),
    'More than half of job seekers were told (230 of 400)',
  ],
  [
    'fewer than half',
    told([160, 400], { byHalf: true }),
    'Fewer than half of job seekers were told (160 of 400)',
  ],
  ['neither', told([190, 400], { byHalf: true }), '48% of job seekers were told (190 of 400)'],
  ['too long', told([160, 400], { does: `were told ${'and told '.repeat(8)}` }), null],
  // Differences.
  [
    'a higher',
    more([200, 400], [100, 400], 'a'),
    'More people ask early than late: 50% (200 of 400) against 25% (100 of 400)',
  ],
  [
    'b higher',
    more([100, 400], [200, 400], 'b'),
    'More people ask late than early: 50% (200 of 400) against 25% (100 of 400)',
  ],
  ['equal', more([200, 400], [200, 400], null), null],
  ['not declared', more([210, 400], [190, 400], null), null],
  [
    'large groups, a small difference',
    more([5100, 10_000], [4900, 10_000], 'a'),
    'More people ask early than late: 51% (5,100 of 10,000) against 49% (4,900 of 10,000)',
  ],
  ['nine of many', more([9, 400], [200, 400], 'b'), null],
  ['a wide range', more([15, 31], [20, 400], 'a'), null],
  [
    'fewer first',
    {
      ...more([100, 400], [200, 400], 'b', { a: 'More ask early than late', b: 'Fewer ask early than late' }),
      first: 'a',
    } as Finding,
    'Fewer ask early than late: 25% (100 of 400) against 50% (200 of 400)',
  ],
  // The people first.
  [
    'a percentage after the people',
    told([530, 1000], { who: 'people who asked', whoFirst: true }),
    'Of people who asked, 53% were told (530 of 1,000)',
  ],
  [
    'a fraction after the people',
    told([333, 1000], { who: 'people who asked', whoFirst: true, counted: 'who know' }),
    'Of people who asked, a third were told (333 of 1,000 who know)',
  ],
  // Ranges.
  [
    'two groups',
    everyField([
      [40, 100],
      [45, 100],
    ]),
    'In every field, 40% to 45% of job seekers were told (from 40 of 100 to 45 of 100)',
  ],
  [
    'reversed',
    everyField([
      [45, 100],
      [40, 100],
    ]),
    'In every field, 40% to 45% of job seekers were told (from 40 of 100 to 45 of 100)',
  ],
  [
    'alike',
    everyField([
      [40, 100],
      [80, 200],
    ]),
    null,
  ],
  [
    'the middle of three is not in the bracket',
    everyField([
      [50, 100],
      [40, 100],
      [45, 100],
    ]),
    'In every field, 40% to 50% of job seekers were told (from 40 of 100 to 50 of 100)',
  ],
  [
    '44.8 percent is the low end of 45 to 48',
    everyField([
      [138, 308],
      [85, 177],
    ]),
    'In every field, 45% to 48% of job seekers were told (from 138 of 308 to 85 of 177)',
  ],
  [
    'two points apart, which would read as proof',
    everyField([
      [138, 308],
      [83, 177],
    ]),
    null,
  ],
  [
    'less than a percent to four',
    everyField([
      [10, 4000],
      [160, 4000],
    ]),
    'In every field, less than 1% to 4% of job seekers were told (from 10 of 4,000 to 160 of 4,000)',
  ],
  [
    'nine in the lowest',
    everyField([
      [9, 100],
      [30, 100],
    ]),
    null,
  ],
  [
    'nine others in the highest',
    everyField([
      [30, 100],
      [91, 100],
    ]),
    null,
  ],
  ['one is hidden', everyField([[40, 100], hidden]), null],
  [
    'one is wide',
    everyField([
      [40, 100],
      [12, 33],
    ]),
    null,
  ],
  ['one group', everyField([[40, 100]]), null],
  [
    'one differs',
    everyField(
      [
        [40, 100],
        [80, 100],
      ],
      { differs: true },
    ),
    null,
  ],
  // Middles and facts.
  [
    'a middle answer',
    middle('an interview typically took 6 to 10 hours in all', 1040),
    'An interview typically took 6 to 10 hours in all (1,040 people)',
  ],
  ['a middle of a few', middle('an interview typically took 6 to 10 hours in all', 12), null],
  ['a fact', fact('1,170 job seekers answered', 1170), '1,170 job seekers answered'],
  ['a fact of a few', fact('12 job seekers answered', 12), null],
];

test.each(cases)('%s', (_, finding, said) => {
  expect(sayFinding(finding) ?? null).toBe(said);
});

test.each(cases.flatMap(([name, , said]) => (said === null ? [] : [[name, said] as const])))(
  'what is said of %s has no fault that a stranger would find',
  (_, said) => {
    expect(faultsIn(said)).toEqual([]);
  },
);

test.each([
  ['a percentage', 'Of people who asked, 41% were told (457 of 1,000)'],
  ['a fraction', 'Of people who asked, a third were told (457 of 1,000)'],
] as const)('and %s after the people that is not its counts has one', (_, said) => {
  expect(faultsIn(said)).toHaveLength(1);
});

test.each([
  ['a number of points off', 'In every field, 41% to 45% of people were told (from 40 of 100 to 45 of 100)'],
  ['without counts', 'In every field, 40% to 45% of people were told (200 job seekers)'],
  ['turned round', 'In every field, 45% to 40% of people were told (from 45 of 100 to 40 of 100)'],
  ['on nine people', 'In every field, 9% to 45% of people were told (from 9 of 100 to 45 of 100)'],
] as const)('and a range %s has one', (_, said) => {
  expect(faultsIn(said)).toHaveLength(1);
});

test.each(namedFigures)('%s has a title in good English that says what its counts say', (_, figure) => {
  expect(faultsIn(titleOf(figure))).toEqual([]);
});

test('that is more than sixty of each', () => {
  expect(cases.length).toBeGreaterThan(60);
  expect(namedFigures.length).toBeGreaterThan(60);
});
