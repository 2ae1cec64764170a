import type { SideId } from '../survey/question.ts';
import { stages } from './bases.ts';
import { cell, noAnswerTo } from './cells.ts';
import type { Cell } from './series.ts';
import { sideIds } from '../survey/sides.ts';
import { either, is } from '../survey/condition.ts';

/** A group of a segment, with its names in a sentence: “In industry, four in ten were given a date; elsewhere, two in ten”. */
export interface Category extends Cell {
  /** “in industry, transport and farming” */
  readonly place: string;
  /** The other groups of its segment, whichever of them are shown: “elsewhere” */
  readonly others: string;
}

/** A variable that tables may be cut by, one at a time (protocol 3.3, P2). */
export interface Segment {
  readonly id: string;
  /** “By the employer’s field” */
  readonly label: string;
  /** As a picture of everybody is shown, and as the range over the groups is said: “by field of work” */
  readonly by: string;
  readonly sides: readonly SideId[];
  /** Never changed: a new band would disclose the old one by subtraction, so it becomes a new segment (P7). */
  readonly categories: readonly Category[];
  /** Answers that are in no category. */
  readonly asides: readonly Cell[];
}

type Names = Pick<Category, 'label' | 'place' | 'others'>;

/** Groups of the answers to a question that both sides are asked: code, names, the answers in it (protocol 1.4). */
const coarse = (
  id: string,
  names: Pick<Segment, 'label' | 'by'>,
  question: string,
  groups: readonly (readonly [code: string, names: Names, ...answers: string[]])[],
): Segment => ({
  id,
  ...names,
  sides: sideIds,
  categories: groups.map(([code, { label, ...sentence }, ...answers]) => ({
    ...cell(code, label, is(question, ...answers)),
    ...sentence,
  })),
  asides: noAnswerTo(question),
});

const named = (label: string, place: string, others: string): Names => ({ label, place, others });

const field4 = coarse('field4', { label: 'By the employer’s field', by: 'by field of work' }, 'industry', [
  [
    'knowledge',
    named('Technology, finance, services, media', 'in tech, finance, services and media', 'elsewhere'),
    ...['tech', 'finance', 'professional', 'media_arts'],
  ],
  [
    'care',
    named('Health, education, public, charities', 'in health, education and public service', 'elsewhere'),
    ...['health', 'education', 'public', 'nonprofit'],
  ],
  [
    'making',
    named('Making, building, transport, farming', 'in industry, transport and farming', 'elsewhere'),
    ...['manufacturing', 'construction', 'transport', 'agriculture'],
  ],
  [
    'serving',
    named('Shops, hospitality and other fields', 'in shops, hospitality and other fields', 'elsewhere'),
    ...['retail_hospitality', 'other'],
  ],
]);

const size3 = coarse('size3', { label: 'By the size of the employer', by: 'by employer size' }, 'org_size', [
  [
    'small',
    named('Under 50 people', 'at employers of under 50 people', 'elsewhere'),
    's1_9',
    's10_24',
    's25_49',
  ],
  [
    'medium',
    named('50 to 999 people', 'at employers of 50 to 999 people', 'elsewhere'),
    's50_249',
    's250_999',
  ],
  ['large', named('1,000 people or more', 'at employers of 1,000 people or more', 'elsewhere'), 's1000p'],
]);

const level3 = coarse('level3', { label: 'By the level of the job', by: 'by job level' }, 'seniority', [
  ['entry', named('Entry level', 'for entry-level jobs', 'for others'), 'entry'],
  ['experienced', named('Experienced', 'for experienced staff', 'for others'), 'mid', 'senior'],
  ['leading', named('Managers and directors', 'for managers and directors', 'for others'), 'manager', 'exec'],
]);

const region3 = coarse('region3', { label: 'By region', by: 'by world region' }, 'region', [
  ['north_america', named('North America', 'in North America', 'elsewhere'), 'us', 'ca'],
  ['europe', named('Europe', 'in Europe', 'elsewhere'), 'uk_ie', 'eu_eea_ch', 'europe_other'],
  [
    'elsewhere',
    named('Elsewhere', 'outside North America and Europe', 'inside'),
    ...['in', 'asia_other', 'anz', 'latam', 'mena', 'ssa'],
  ],
]);

/** How the stages are called in a sentence. */
const afterStage = {
  applied: {
    place: 'after only applying',
    others: 'at later stages',
  },
  screened: {
    place: 'after only a call, test or task',
    others: 'otherwise',
  },
  interviewed: {
    place: 'after an interview',
    others: 'with no interview',
  },
} as const;

const stage3: Segment = {
  id: 'stage3',
  label: 'By how far people got',
  by: 'by stage',
  sides: ['job_seeker'],
  categories: stages.map(({ id, label, where }) => ({ code: id, label, where, ...afterStage[id] })),
  asides: [],
};

/** How many interviews the process took, which each side says in a question of its own. */
const interviews = (code: string, label: string, seekers: readonly string[], employers = seekers) =>
  cell(code, label, either(is('s_stage', ...seekers), is('e_last', ...employers)));

const rounds3: Segment = {
  id: 'rounds3',
  label: 'By the number of interviews',
  by: 'by number of interviews',
  sides: sideIds,
  categories: [
    {
      ...interviews('one', 'One interview', ['int1']),
      place: 'after one interview',
      others: 'after more',
    },
    { ...interviews('two', 'Two interviews', ['int2']), place: 'after two interviews', others: 'otherwise' },
    {
      ...interviews('more', 'Three interviews or more', ['int3']),
      place: 'after three or more interviews',
      others: 'after fewer',
    },
  ],
  asides: [interviews('none', 'No interview described', ['applied', 'screened'], ['nobody', 'forgot'])],
};

/**
 * Every segment, coarse until a side has 3,000 responses (protocol 1.4 and 2.11). The year follows when a second year of answers begins: a cut with one category repeats the total.
 */
export const segments: readonly Segment[] = [field4, size3, level3, region3, stage3, rounds3];

/** What both sides are asked about the job. */
export const ofJob: readonly string[] = ['field4', 'size3', 'level3', 'region3'];

/** For series of all job seekers. */
export const ofJobSeekers: readonly string[] = [...ofJob, 'stage3'];

/** For series of one interview process each. */
export const ofInterviewed: readonly string[] = [...ofJob, 'rounds3'];

/** In what the two sides’ processes differ besides the side: a sentence between them must hold among like ones (protocol 2.7). */
export const strata: readonly string[] = ['size3', 'rounds3'];

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
