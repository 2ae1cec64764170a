import { segments } from '../segments.ts';
import { FIRST_RELEASE, MINIMUM_BASE, MINIMUM_CELL, MINIMUM_GROUP } from './thresholds.ts';

/** A function that keeps a rule when a release is made, or checks it before one is written. */
interface Keeper {
  /** Its file, from the top of the repository. */
  readonly path: string;
  readonly name: string;
  /** The file with its tests. */
  readonly test: string;
}

/** A disclosure rule (protocol 3.3) as the methodology prints it. */
export interface Rule {
  readonly id: `P${number}`;
  readonly name: string;
  readonly wording: string;
  readonly code: readonly Keeper[];
}

/** @param test where it is not the file of the same name */
const keeper = (file: string, name: string, test = file): Keeper => ({
  path: `src/release/${file}.ts`,
  name,
  test: `tests/unit/release/${test}.test.ts`,
});

const cuts = segments.map(({ label }) => label.replace(/^By /, '')).join(', ');

/** Every disclosure rule, in the order of its number. */
export const rules: readonly Rule[] = [
  {
    id: 'P1',
    name: 'Frozen releases',
    wording: `The pages never ask a database for a number. At most once a month, unless a mistake calls for another, and only if the responses of at least ${MINIMUM_GROUP} people came or left, the answers are counted and frozen. A side’s first release waits for ${FIRST_RELEASE} responses.`,
    code: [
      keeper('disclosure/calendarRule', 'sideIsDue', 'disclosure/smallRules'),
      keeper('disclosure/calendarRule', 'monthIsDue', 'disclosure/smallRules'),
    ],
  },
  {
    id: 'P2',
    name: 'A fixed list of tables',
    wording: `Each estimate as a whole, or its headlines cut by one thing at a time: ${cuts}. Never by two. (What people heard is the one exception: it is set beside how far they got, and beside what it did to them, and none of these says who they are.)`,
    code: [keeper('disclosure/protect', 'segmentRule', 'disclosure/smallRules')],
  },
  {
    id: 'P3',
    name: 'Base',
    wording: `No percentage on fewer than ${MINIMUM_BASE} answers. From ${MINIMUM_GROUP} on a headline of everybody is told as a count of people, without a range or a comparison, where at least ${MINIMUM_CELL} are in it and at least ${MINIMUM_CELL} are not.`,
    code: [
      keeper('disclosure/candidate', 'baseRule', 'disclosure/smallRules'),
      keeper('disclosure/fewAnswers', 'fewAnswers'),
    ],
  },
  {
    id: 'P4',
    name: 'Left over',
    wording: `Within a cut, everybody who is not shown makes one group. It must be nobody or at least ${MINIMUM_GROUP} people; else the smallest group that is shown is withheld too.`,
    code: [keeper('disclosure/candidate', 'residualRule', 'disclosure/smallRules')],
  },
  {
    id: 'P5',
    name: 'Small counts in cuts',
    wording: `Within a cut, a count under ${MINIMUM_CELL}, or within ${MINIMUM_CELL} of all, is printed as “fewer than ${MINIMUM_CELL} of n” or “more than n − ${MINIMUM_CELL} of n”, without percentage or range. So nothing says that all of a group said the same. What would give such a count back is withheld too.`,
    code: [keeper('disclosure/cellRule', 'cellRule'), keeper('disclosure/complementRule', 'complementRule')],
  },
  {
    id: 'P6',
    name: 'Change',
    wording: `A table is renewed as a whole or stays as it was, labelled “as of” its release. Whoever joined or left since any earlier printing must be nobody or at least ${MINIMUM_GROUP} people, in every group, among those left over and in all.`,
    code: [keeper('disclosure/changeRule', 'changeRule')],
  },
  {
    id: 'P7',
    name: 'The same groups for ever',
    wording: 'A changed band would give the old one back by subtraction. It becomes a new variable.',
    code: [keeper('disclosure/protectTable', 'classificationRule', 'disclosure/smallRules')],
  },
  {
    id: 'P8',
    name: 'Protect first',
    wording: 'Percentages and ranges are worked out from the printed counts, so they know nothing more.',
    code: [
      keeper('disclosure/proportionOf', 'proportionOf', 'disclosure/smallRules'),
      keeper('verify/scanRows', 'scanRows'),
    ],
  },
  {
    id: 'P9',
    name: 'By-products too',
    wording: `How many people a rule of quality left out or let pass, or came by a kind of link, is counted as a cut: printed for nobody or for at least ${MINIMUM_GROUP} people, and renewed under the same rules.`,
    code: [keeper('disclosure/candidate', 'baseRule', 'disclosure/smallRules')],
  },
  {
    id: 'P10',
    name: 'Never',
    wording:
      'Single responses, a time of day, a smallest or largest answer, free text, the number of any response, or daily counts of a kind of link. A release takes nothing out of the database but the counts that the code declares, and what is written of them is searched for whatever could identify a person.',
    code: [
      keeper('partitions/readCounts', 'readCounts', 'makeRelease'),
      keeper('verify/scan', 'identifying', 'disclosure/smallRules'),
    ],
  },
  {
    id: 'P11',
    name: 'Small counts as a whole',
    wording: `In a table of everybody, a count from 1 to ${MINIMUM_CELL - 1} is printed as “fewer than ${MINIMUM_CELL}”, and so many others beside it are withheld that it does not follow from the sums, even for a reader who knows this rule. A headline that would give it away is withheld too; where nothing helps, the whole table is; and it is not renewed where the next release would give an earlier count away. A table is not renewed where its releases together would give such a count to a reader who assumes that nobody left but those whom the counts show to have left. Where two series are about the same people, and an answer of one holds only people who are in an answer of the other, such as what was said with the no and what was heard in the end, adding up and taking away in both leaves nobody or at least ${MINIMUM_CELL} people who may have answered both; else numbers of the second are withheld. Whoever was asked and is not in the base is in one sum, “fewer than ${MINIMUM_GROUP}” for 1 to ${MINIMUM_GROUP - 1}. Who answered is counted in coarse groups of at least ${MINIMUM_GROUP}, under P4 to P6.`,
    code: [
      keeper('disclosure/smallCounts', 'smallCounts'),
      keeper('disclosure/narrowedOver', 'narrowedOver'),
      keeper('verify/scanSmall', 'smallProblems', 'verify/scan'),
      keeper('disclosure/samePeople', 'samePeople'),
      keeper('verify/attackAnswers', 'attackAnswers', 'disclosure/samePeople'),
    ],
  },
  {
    id: 'P12',
    name: 'Sums of bases',
    wording: `Whoever adds up how many people the tables are about, and takes others of these numbers away, is left with nobody or at least ${MINIMUM_CELL} people, and with at least ${MINIMUM_GROUP} where everybody is among them whom some table is about. So it is within a release, beside the same sums of each earlier one, and with tables of different ages. Else one of the tables is not renewed: one that no percentage rests on, else one whose people fewer tables count, or fewer people, or the finer. Leaving out its number alone would hide nothing, because a share and its range give it back.`,
    code: [
      keeper('disclosure/nestedRule', 'nestedRule'),
      keeper('verify/attackBases', 'attackBases', 'disclosure/nestedRule'),
    ],
  },
];
