import type { SideId } from '../survey/question.ts';
import { stages } from './bases.ts';
import { allAnswersTo, noAnswerTo } from './cells.ts';
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

const asked = (id: string, label: string): Segment => ({
  id,
  label,
  sides: ['job_seeker', 'employer'],
  categories: allAnswersTo(id),
  asides: noAnswerTo(id),
});

/** Every segment. The year follows when a second year of answers begins: a cut with one category repeats the total. */
export const segments: readonly Segment[] = [
  asked('industry', 'By the employer’s field'),
  asked('org_size', 'By the size of the employer'),
  asked('seniority', 'By the level of the job'),
  asked('region', 'By region'),
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
