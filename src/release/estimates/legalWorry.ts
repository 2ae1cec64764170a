import { employers, partOf } from '../bases.ts';
import { answersTo, noAnswerTo } from '../cells.ts';
import type { EstimateDefinition, Indicator } from '../series.ts';
import { is } from '../../survey/condition.ts';

const WORRY = 'e_barriers_legal';

const worry: Indicator = { id: 'yes', label: 'name worry about legal claims or complaints', cells: ['yes'] };

const ofClaim = (id: string, label: string, ...codes: string[]) => ({
  id,
  side: 'employer' as const,
  label,
  shortLabel: label,
  base: partOf(employers, id, `employers; ${label.toLowerCase()}`, is('e_claim', ...codes)),
  cells: answersTo(WORRY, 'yes', 'no'),
  asides: noAnswerTo(WORRY),
  indicators: [worry],
  segments: [],
});

/** E15: how many worry about legal claims, how many know of one, and whether the two go together. */
export const legalWorry: EstimateDefinition = {
  id: 'E15',
  slug: 'legal-worry',
  name: 'Worry about claims, and claims',
  questions: [
    { side: 'employer', id: 'e_barriers' },
    { side: 'employer', id: 'e_claim' },
  ],
  series: [
    {
      id: 'employer_worry',
      side: 'employer',
      label: 'Worry about legal claims or complaints',
      shortLabel: 'Worry',
      base: employers,
      cells: answersTo(WORRY, 'yes', 'no'),
      asides: noAnswerTo(WORRY),
      indicators: [worry],
      segments: [],
    },
    {
      id: 'employer_claim',
      side: 'employer',
      label: 'Know of a complaint or claim',
      shortLabel: 'Know of one',
      base: employers,
      cells: answersTo('e_claim', 'first', 'heard', 'no'),
      asides: noAnswerTo('e_claim'),
      indicators: [
        {
          id: 'any',
          label: 'know of a complaint or claim, first-hand or heard of',
          cells: ['first', 'heard'],
        },
        { id: 'first', label: 'know of one first-hand', cells: ['first'] },
      ],
      segments: [],
    },
    ofClaim('employer_worry_claim', 'Worry, among those who know of a claim', 'first', 'heard'),
    ofClaim('employer_worry_no_claim', 'Worry, among those who know of none', 'no'),
  ],
  comparisons: [
    {
      a: { series: 'employer_worry_claim', indicator: 'yes' },
      b: { series: 'employer_worry_no_claim', indicator: 'yes' },
    },
  ],
};
