import { expect, test } from 'vitest';
import type { Finding } from '../../../src/figures/finding.ts';
import { sayFinding } from '../../../src/words/sayFinding.ts';
import { titleOf } from '../../../src/words/titleOf.ts';
import { namedFigures } from '../../examples/figures.ts';
import { faultsIn } from './faultsIn.ts';
import { everyField, hidden, more, parts, told } from './madeUpFindings.ts';

const middle = (says: string, n: number, stretches = { middle: 1, range: 2 }): Finding => ({
  kind: 'median',
  says,
  middle: '2 hours',
  n,
  stretches,
  between: '3 to 20 hours',
});
const fact = (says: string, n: number): Finding => ({ kind: 'fact', says, n });

/** What is said of it; null where nothing may be said. */
const cases: readonly (readonly [string, Finding, string | null])[] = [
  // Tiny, and at the edges of what is enough.
  ['one of one', told([1, 1]), null],
  ['one of thirty', told([1, 30]), null],
  ['ten of thirty: a wide range', told([10, 30]), null],
  ['ten of 45', told([10, 45]), '22% of people were told (10 of 45)'],
  [
    'ten of 46: near a fifth, and not a tenth of it away',
    told([10, 46]),
    'Two in ten people were told (10 of 46)',
  ],
  ['half of forty', told([20, 40]), 'Half of people were told (20 of 40)'],
  ['half of thirty-eight: a wide range', told([19, 38]), null],
  ['thirty of forty', told([30, 40]), 'Three quarters of people were told (30 of 40)'],
  ['thirty-one of forty: nine others', told([31, 40]), null],
  ['ten of a thousand', told([10, 1000]), '1% of people were told (10 of 1,000)'],
  ['ten of forty thousand', told([10, 40_000]), 'Less than 1% of people were told (10 of 40,000)'],
  ['all but ten', told([39_990, 40_000]), 'More than 99% of people were told (39,990 of 40,000)'],
  // Nobody, everybody, one answer.
  ['nobody of a few', told([0, 40]), null],
  ['nobody of many', told([0, 4000]), null],
  ['everybody of a few', told([40, 40]), null],
  ['everybody of many', told([4000, 4000]), null],
  ['everybody but one', told([399, 400]), null],
  // Not shown.
  ['a hidden count', told(hidden), null],
  // Shares of every size.
  ['5 percent', told([20, 400]), '5% of people were told (20 of 400)'],
  ['9.2 percent', told([37, 400]), 'One in ten people were told (37 of 400)'],
  ['15 percent', told([60, 400]), '15% of people were told (60 of 400)'],
  ['18.5 percent', told([74, 400]), 'Two in ten people were told (74 of 400)'],
  ['24 percent', told([96, 400]), 'A quarter of people were told (96 of 400)'],
  ['28 percent', told([112, 400]), 'Three in ten people were told (112 of 400)'],
  ['33 percent', told([132, 400]), 'A third of people were told (132 of 400)'],
  ['36 percent', told([144, 400]), '36% of people were told (144 of 400)'],
  ['38.5 percent', told([154, 400]), 'Four in ten people were told (154 of 400)'],
  ['45 percent', told([180, 400]), '45% of people were told (180 of 400)'],
  ['49 percent', told([196, 400]), 'Half of people were told (196 of 400)'],
  ['52 percent', told([208, 400]), '52% of people were told (208 of 400)'],
  ['58.5 percent', told([234, 400]), 'Six in ten people were told (234 of 400)'],
  ['67 percent', told([268, 400]), 'Two thirds of people were told (268 of 400)'],
  ['70 percent', told([280, 400]), 'Seven in ten people were told (280 of 400)'],
  ['76 percent', told([304, 400]), 'Three quarters of people were told (304 of 400)'],
  ['81 percent', told([324, 400]), 'Eight in ten people were told (324 of 400)'],
  ['88.5 percent', told([354, 400]), 'Nine in ten people were told (354 of 400)'],
  ['95 percent', told([380, 400]), '95% of people were told (380 of 400)'],
  // A lead, counts first, on a side of half.
  [
    'a lead before a percentage',
    told([180, 400], { lead: 'after 45 days' }),
    'After 45 days, 45% of people were told (180 of 400)',
  ],
  [
    'a lead before a tenth',
    told([160, 400], { lead: 'after 45 days' }),
    'After 45 days, four in ten people were told (160 of 400)',
  ],
  [
    'people whom the lead names, before a tenth',
    told([160, 400], { lead: 'of people who asked', named: true }),
    'Of people who asked, four in ten were told (160 of 400)',
  ],
  [
    'people whom the lead names, before a percentage',
    told([180, 400], { lead: 'of people who asked', named: true }),
    'Of people who asked, 45% were told (180 of 400)',
  ],
  ['more than half', told([230, 400], { byHalf: true }), 'More than half of people were told (230 of 400)'],
  ['fewer than half', told([160, 400], { byHalf: true }), 'Fewer than half of people were told (160 of 400)'],
  ['neither', told([190, 400], { byHalf: true }), '48% of people were told (190 of 400)'],
  ['too long', told([160, 400], { does: `were told ${'and told '.repeat(9)}` }), null],
  // Differences.
  [
    'the first higher',
    more([200, 400], [100, 400]),
    'In one field, 50% of people were told (200 of 400); elsewhere, 25% (100 of 400)',
  ],
  [
    'the second higher',
    more([100, 400], [200, 400]),
    'In one field, 25% of people were told (100 of 400); elsewhere, 50% (200 of 400)',
  ],
  ['equal', more([200, 400], [200, 400]), null],
  ['not declared', more([210, 400], [190, 400], false), null],
  [
    'large groups, a small difference',
    more([5100, 10_000], [4900, 10_000]),
    'In one field, 51% of people were told (5,100 of 10,000); elsewhere, 49% (4,900 of 10,000)',
  ],
  ['nine of many', more([9, 400], [200, 400]), null],
  ['a wide range', more([15, 31], [20, 400]), null],
  [
    'some of all employers',
    more([240, 400], [140, 400], true, {
      who: 'employers here',
      does: 'worry',
      counted: 'who answered',
      leads: ['knowing of a claim', 'knowing of none'],
    }),
    'Knowing of a claim, 60% of the employers here worry (240 of 400 who answered); knowing of none, 35% (140 of 400)',
  ],
  [
    'less than a percent',
    more([10, 4000], [400, 4000]),
    'In one field, less than 1% of people were told (10 of 4,000); elsewhere, 10% (400 of 4,000)',
  ],
  // Some of all, and everybody where groups are shown.
  [
    'a tenth of the employers here',
    told([160, 400], { who: 'employers here' }),
    'Four in ten of the employers here were told (160 of 400)',
  ],
  [
    'a share of everybody',
    told([160, 400], { counted: 'described here', by: 'by field' }),
    'Four in ten people were told (160 of 400 described here); shown by field',
  ],
  // Ranges.
  [
    'two groups',
    everyField([
      [40, 100],
      [45, 100],
    ]),
    'By field of work, 40% to 45% of people were told (lowest 40 of 100, highest 45 of 100)',
  ],
  [
    'reversed',
    everyField([
      [45, 100],
      [40, 100],
    ]),
    'By field of work, 40% to 45% of people were told (lowest 40 of 100, highest 45 of 100)',
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
    'By field of work, 40% to 50% of people were told (lowest 40 of 100, highest 50 of 100)',
  ],
  [
    '44.8 percent is the low end of 45 to 48',
    everyField([
      [138, 308],
      [85, 177],
    ]),
    'By field of work, 45% to 48% of people were told (lowest 138 of 308, highest 85 of 177)',
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
    'By field of work, less than 1% to 4% of people were told (lowest 10 of 4,000, highest 160 of 4,000)',
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
  [
    'a difference of people whom the leads name',
    more([200, 400], [100, 400], true, {
      named: true,
      leads: ['of people told no', 'of those never told'],
    }),
    'Of people told no, 50% were told (200 of 400); of those never told, 25% (100 of 400)',
  ],
  // Two parts of the same people.
  [
    'two parts',
    parts([157, 400], [44, 400]),
    'Of the people here, 39% were told and 11% asked (157 and 44 of 400)',
  ],
  ['two parts, one on nine people', parts([157, 400], [9, 400]), null],
  ['two parts, the first on all but nine people', parts([391, 400], [10, 400]), null],
  ['two parts, one hidden', parts([157, 400], hidden), null],
  // Middles and facts.
  [
    'a middle answer',
    middle('an interview typically took 6 to 10 hours in all', 1040),
    'An interview typically took 6 to 10 hours in all (1,040 who answered)',
  ],
  [
    'a middle answer that lies in two stretches',
    middle('an interview typically took 6 to 20 hours in all', 1040, { middle: 2, range: 2 }),
    null,
  ],
  [
    'a middle answer whose range lies in three',
    middle('an interview typically took 6 to 10 hours in all', 1040, { middle: 1, range: 3 }),
    null,
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
  ['a share of all employers', 'A third of employers were told (100 of 300)'],
  ['a percentage of all job seekers', '33% of job seekers were told (100 of 300)'],
  ['a percentage that is not its counts', '41% of people were told (457 of 1,000)'],
  ['a fraction that is not its counts', 'A third of people were told (457 of 1,000)'],
  [
    'a difference whose share is not its counts',
    'In one, 41% of people were told (40 of 100); elsewhere, 20% (20 of 100)',
  ],
  ['a difference that is none', 'In one, 40% of people were told (40 of 100); elsewhere, 40% (40 of 100)'],
  ['a difference of one group', 'In one, 40% of people were told (40 of 100); in one, 20% (20 of 100)'],
  ['a difference on nine people', 'In one, 9% of people were told (9 of 100); elsewhere, 40% (40 of 100)'],
  ['a part that is not its counts', 'Of the people here, 41% were told and 11% asked (157 and 44 of 400)'],
  ['a part on nine people', 'Of the people here, 39% were told and 2% asked (157 and 9 of 400)'],
  ['parts of more than all', 'Of the people here, 60% were told and 55% asked (240 and 220 of 400)'],
  ['parts without counts', 'Of the people here, 39% were told and 11% asked'],
  ['a field that is a few', 'In every field, people were told'],
  ['a share of named people that is not its counts', 'Of people who asked, 45% were told (160 of 400)'],
  ['a half of named people that is not its counts', 'Of people who asked, half were told (160 of 400)'],
  [
    'a difference of named people whose share is not its counts',
    'Of people told no, 41% asked (40 of 100); of those never told, 20% (20 of 100)',
  ],
  ['people named twice', 'Of people told no, 40% of people asked (40 of 100); of others, 20% (20 of 100)'],
  ['people named never', 'In one, 40% asked (40 of 100); elsewhere, 20% (20 of 100)'],
  ['a second clause without counts', 'In one, 40% of people were told (40 of 100); elsewhere, 20%'],
] as const)('and %s has one', (_, said) => {
  expect(faultsIn(said)).toHaveLength(1);
});

test.each([
  [
    'a number of points off',
    'By field of work, 41% to 45% of people were told (lowest 40 of 100, highest 45 of 100)',
  ],
  ['without counts', 'By field of work, 40% to 45% of people were told (200 job seekers)'],
  ['turned round', 'By field of work, 45% to 40% of people were told (lowest 45 of 100, highest 40 of 100)'],
  ['on nine people', 'By field of work, 9% to 45% of people were told (lowest 9 of 100, highest 45 of 100)'],
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
