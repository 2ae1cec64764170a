import type { SideId } from '../../survey/question.ts';
import { doorCode, doorRules, marks, qualityRules } from '../../survey/quality.ts';
import { keptWithFlagSql } from '../../survey/database/leftOutSql.ts';
import { keptName } from '../counts.ts';
import type { Release } from '../release.ts';
import { chainName } from '../tables.ts';
import { sideCategories } from './categories.ts';
import { tableFile, text, type Column, type TableFile } from './column.ts';
import { statuses } from './estimateLine.ts';
import type { Publisher } from './publisher.ts';
import { printedGroup, type PrintedGroup } from './printedGroup.ts';
import { provenanceColumns, provenanceOf, type Provenance } from './provenance.ts';
import { sideIds } from '../../survey/sides.ts';

/** The line for all rules together: a response can break several, so the counts by rule exceed it. */
const ANY = { flag: 'any', name: 'Any rule', wording: 'Left out by one rule or more.' } as const;

/** The side of what happens at the door, where nothing is told apart by side. */
const EITHER = 'either';

const effects = [
  { value: 'left_out', label: 'Eligible responses that the rule leaves out; one can break several rules' },
  { value: 'kept', label: 'Counted although the flag is set' },
  { value: 'refused', label: 'Calls that were refused at the door, in whole tens, rounded down' },
  {
    value: 'harder',
    label: 'Calls at the door that were asked for a harder proof of work, in whole tens, rounded down',
  },
] as const;

interface Line extends Provenance {
  readonly side: SideId | typeof EITHER;
  readonly rule: { readonly flag: string; readonly name: string; readonly wording: string };
  readonly effect: (typeof effects)[number]['value'];
  readonly group: PrintedGroup;
}

/** Every rule with what it does and the table that counts it, in the order they are applied. */
const counted = (side: SideId): readonly (Pick<Line, 'rule' | 'effect'> & { readonly table: string })[] => [
  { rule: ANY, effect: 'left_out', table: chainName(side) },
  ...qualityRules.map((rule) => ({
    rule,
    effect: 'left_out' as const,
    table: `${chainName(side)} ${rule.flag}`,
  })),
  ...[...qualityRules, ...marks]
    .filter(({ flag }) => keptWithFlagSql.some(([kept]) => kept === flag))
    .map((rule) => ({
      rule,
      effect: 'kept' as const,
      table: `${chainName(side)} ${keptName(rule.flag)}`,
    })),
];

/** What happened before anything was stored. */
const atTheDoor = (release: Release): readonly Omit<Line, keyof Provenance>[] =>
  doorRules.map((rule) => ({
    side: EITHER,
    rule: { ...rule, flag: rule.rule },
    effect: rule.effect,
    group: { vintage: release.id, status: 'published', n: release.door[doorCode(rule)] ?? 0 },
  }));

const columns: readonly Column<Line>[] = [
  ...provenanceColumns,
  text('side', 'Side', 'Whose responses.', ({ side }) => side, {
    categories: [...sideCategories, { value: EITHER, label: 'Either: it is not told apart at the door' }],
  }),
  text('vintage', 'Vintage', 'The release whose number this is.', ({ group }) => group.vintage, {
    constraints: {},
  }),
  text(
    'rule',
    'Rule',
    'The flag it sets, or the rule of the protocol at the door.',
    ({ rule }) => rule.flag,
    {
      categories: [
        ...[ANY, ...qualityRules, ...marks].map(({ flag, name }) => ({ value: flag, label: name })),
        ...[...Map.groupBy(doorRules, ({ rule }) => rule)].map(([value, same]) => ({
          value,
          label: same.map(({ name }) => name).join('; '),
        })),
      ],
    },
  ),
  text('wording', 'The rule', 'In words, with every number that is applied.', ({ rule }) => rule.wording),
  text('effect', 'Effect', 'What became of the responses counted here.', ({ effect }) => effect, {
    categories: effects,
  }),
  {
    name: 'n',
    title: 'Responses',
    description:
      'How many responses, empty while it would tell of fewer than ten people; at the door how many calls, in whole tens.',
    type: 'integer',
    constraints: { minimum: 0 },
    value: ({ group }) => group.n,
  },
  text('status', 'Status', 'What may be said of the number.', ({ group }) => group.status, {
    categories: statuses,
  }),
];

/** quality.csv: how many responses each rule of quality left out, by side, and what happened at the door. */
export const qualityTable = (release: Release, publisher: Publisher): TableFile =>
  tableFile({
    name: 'quality',
    title: 'Refused, and left out by the rules of quality',
    description:
      'How many eligible responses each rule of quality left out, by side, and how many calls were refused before, with each rule in words.',
    columns,
    primaryKey: ['release', 'side', 'rule', 'effect'],
    lines: [
      ...sideIds.flatMap((side) =>
        counted(side).map(({ rule, effect, table }) => ({
          side,
          rule,
          effect,
          group: printedGroup(release, table, effect),
        })),
      ),
      ...atTheDoor(release),
    ].map((line) => ({ ...provenanceOf(release, publisher), ...line })),
  });
