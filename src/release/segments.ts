import type { SideId } from '../survey/question.ts';
import { stages } from './bases.ts';
import { cell, noAnswerTo } from './cells.ts';
import { is } from './conditions.ts';
import type { Cell } from './series.ts';

/** A variable that tables may be cut by, one at a time (protocol 3.3, P2). */
export interface Segment {
  readonly id: string;
  /** “By the employer’s field” */
  readonly label: string;
  readonly sides: readonly SideId[];
  /** Never changed: a new band would disclose the old one by subtraction, so it becomes a new segment (P7). */
  readonly categories: readonly Cell[];
  /** Answers that are in no category. */
  readonly asides: readonly Cell[];
}

/** Groups of the answers to a question that both sides are asked: code, label, the answers in it (protocol 1.4). */
const coarse = (
  id: string,
  label: string,
  question: string,
  groups: readonly (readonly [code: string, label: string, ...answers: string[]])[],
): Segment => ({
  id,
  label,
  sides: ['job_seeker', 'employer'],
  categories: groups.map(([code, name, ...answers]) => cell(code, name, is(question, ...answers))),
  asides: noAnswerTo(question),
});

/**
 * Every segment, coarse until a side has 3,000 responses (protocol 1.4 and 2.11). The year follows when a second year of answers begins: a cut with one category repeats the total.
 */
export const segments: readonly Segment[] = [
  coarse('field4', 'By the employer’s field', 'industry', [
    ['knowledge', 'Technology, finance, services, media', 'tech', 'finance', 'professional', 'media_arts'],
    ['care', 'Health, education, public, charities', 'health', 'education', 'public', 'nonprofit'],
    [
      'making',
      'Making, building, transport, farming',
      'manufacturing',
      'construction',
      'transport',
      'agriculture',
    ],
    ['serving', 'Shops, hospitality and other fields', 'retail_hospitality', 'other'],
  ]),
  coarse('size3', 'By the size of the employer', 'org_size', [
    ['small', 'Under 50 people', 's1_9', 's10_24', 's25_49'],
    ['medium', '50 to 999 people', 's50_249', 's250_999'],
    ['large', '1,000 people or more', 's1000p'],
  ]),
  coarse('level3', 'By the level of the job', 'seniority', [
    ['entry', 'Entry level', 'entry'],
    ['experienced', 'Experienced', 'mid', 'senior'],
    ['leading', 'Managers and directors', 'manager', 'exec'],
  ]),
  coarse('region3', 'By region', 'region', [
    ['north_america', 'North America', 'us', 'ca'],
    ['europe', 'Europe', 'uk_ie', 'eu_eea_ch', 'europe_other'],
    ['elsewhere', 'Elsewhere', 'in', 'asia_other', 'anz', 'latam', 'mena', 'ssa'],
  ]),
  {
    id: 'stage3',
    label: 'By how far people got',
    sides: ['job_seeker'],
    categories: stages.map(({ id, label, where }) => ({ code: id, label, where })),
    asides: [],
  },
];

/** The segments that both sides are asked about, for series that are of one stage already. */
export const askedOfBoth: readonly string[] = segments
  .filter(({ sides }) => sides.length === 2)
  .map(({ id }) => id);

export const everySegment: readonly string[] = segments.map(({ id }) => id);

/** A segment by its id. Throws on one that may not cut a table. */
export function segmentOf(id: string): Segment {
  const found = segments.find((segment) => segment.id === id);
  if (found === undefined)
    throw new Error(
      `Tables are not cut by ${id}; only ${everySegment.join(', ')} may cut one, one at a time.`,
    );
  return found;
}
