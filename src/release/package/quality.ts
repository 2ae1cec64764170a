import type { SideId } from '../../survey/question.ts';
import { qualityRules } from '../../survey/quality.ts';
import type { ShownQuality } from '../quality.ts';
import type { Release } from '../release.ts';
import { sideCategories } from './categories.ts';
import { tableFile, type Column, type TableFile } from './column.ts';
import { statuses } from './estimateLine.ts';
import type { House } from './house.ts';
import { provenanceColumns, provenanceOf, type Provenance } from './provenance.ts';

/** What stands for all rules together: a response can break several, so the rules do not add up to it. */
const ANY = { flag: 'any', name: 'Any rule', wording: 'Left out by one rule or more.' } as const;

interface Line extends Provenance {
  readonly side: SideId;
  readonly rule: { readonly flag: string; readonly name: string; readonly wording: string };
  readonly shown: ShownQuality | null;
}

const leftOut = ({ rule, shown }: Line): number | null => {
  if (shown === null) return null;
  if (rule.flag === ANY.flag) return shown.left_out;
  const count = Object.entries(shown.by_rule).find(([flag]) => flag === rule.flag)?.[1];
  if (count === undefined) throw new Error(`The release does not say how many ${rule.flag} left out.`);
  return count;
};

const required = { required: true } as const;
const text = (
  name: string,
  title: string,
  description: string,
  value: Column<Line>['value'],
  more: Partial<Column<Line>> = { constraints: required },
): Column<Line> => ({ name, title, description, type: 'string', ...more, value });

const columns: readonly Column<Line>[] = [
  ...provenanceColumns,
  text('side', 'Side', 'Whose responses.', ({ side }) => side, {
    categories: sideCategories,
    constraints: required,
  }),
  text(
    'vintage',
    'Vintage',
    'The release whose numbers these are; empty while withheld.',
    ({ shown }) => shown?.vintage ?? null,
    {},
  ),
  text('rule', 'Rule', 'The flag it sets.', ({ rule }) => rule.flag, {
    categories: [ANY, ...qualityRules].map(({ flag, name }) => ({ value: flag, label: name })),
    constraints: required,
  }),
  text('name', 'Name of the rule', 'In a few words.', ({ rule }) => rule.name),
  text('wording', 'The rule', 'In words, with every number that is applied.', ({ rule }) => rule.wording),
  {
    name: 'left_out',
    title: 'Left out',
    description: 'Eligible responses that the rule left out; a response can break several rules.',
    type: 'integer',
    constraints: { minimum: 0 },
    value: leftOut,
  },
  {
    name: 'kept',
    title: 'Kept',
    description: 'Counted although the flag is set, below the number from which it leaves out.',
    type: 'integer',
    constraints: { minimum: 0 },
    value: ({ rule, shown }) => shown?.kept[rule.flag] ?? null,
  },
  text(
    'status',
    'Status',
    'Withheld while it would tell of fewer than ten people.',
    ({ shown }) => (shown === null ? 'withheld' : 'published'),
    {
      categories: statuses.filter(({ value }) => value === 'published' || value === 'withheld'),
      constraints: required,
    },
  ),
];

/** quality.csv: how many responses each rule of quality left out, by side. */
export const quality = (release: Release, house: House): TableFile =>
  tableFile({
    name: 'quality',
    title: 'Left out by the rules of quality',
    description:
      'How many eligible responses each rule of quality left out, by side, with the rule in words.',
    columns,
    primaryKey: ['release', 'side', 'rule'],
    lines: (['job_seeker', 'employer'] as const).flatMap((side) =>
      [ANY, ...qualityRules].map((rule) => ({
        ...provenanceOf(release, house),
        side,
        rule,
        shown: release.quality[side],
      })),
    ),
  });
