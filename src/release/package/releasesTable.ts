import type { SideId } from '../../survey/question.ts';
import type { Release } from '../release.ts';
import { chainName } from '../tables.ts';
import { sideCategories } from './categories.ts';
import { optionalText, tableFile, text, type Column, type TableFile } from './column.ts';
import { statuses } from './estimateLine.ts';
import type { Publisher } from './publisher.ts';
import { printedGroup, type PrintedGroup } from './printedGroup.ts';
import { provenanceColumns, provenanceOf, type Provenance } from './provenance.ts';
import { sideIds } from '../../survey/sides.ts';

interface Counts {
  readonly status: PrintedGroup['status'];
  readonly vintage: string | null;
  readonly screened_out: number | null;
  readonly eligible: number | null;
  readonly included: number | null;
}

/** What became of those who came, as far as a release prints it (protocol 2.5): a sum needs all its parts. */
function countsOf(release: Release, side: SideId): Counts {
  const group = (code: string) => printedGroup(release, chainName(side), code);
  const sum = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);
  const included = group('included');
  return {
    status: included.status,
    vintage: included.vintage,
    included: included.n,
    eligible: sum(included.n, group('left_out').n),
    screened_out: group('screened_out').n,
  };
}

interface Line extends Provenance {
  readonly made: Release;
  readonly side: SideId;
  readonly counts: Counts;
}

const required = { required: true } as const;
const count = (
  name: 'screened_out' | 'eligible' | 'included',
  title: string,
  description: string,
): Column<Line> => ({
  name: `n_${name}`,
  title,
  description,
  type: 'integer',
  constraints: { minimum: 0 },
  value: ({ counts }) => counts[name],
});

const columns: readonly Column<Line>[] = [
  ...provenanceColumns,
  {
    name: 'published',
    title: 'Published',
    description: 'The day.',
    type: 'date',
    constraints: required,
    value: ({ made }) => made.published,
  },
  text(
    'instrument_version',
    'Version of the questionnaire',
    'Which version was answered.',
    ({ made }) => made.instrument,
  ),
  optionalText(
    'commit',
    'Commit',
    'The commit of the code that made it; empty for the sample, which stands in the commit that makes it.',
    ({ made }) => made.commit,
    {
      constraints: { pattern: '[0-9a-f]{40}' },
    },
  ),
  {
    name: 'made_up',
    title: 'Made up',
    description: 'Whether the respondents are made up.',
    type: 'boolean',
    constraints: required,
    value: ({ made }) => made.made_up,
  },
  text('side', 'Side', 'Who answered.', ({ side }) => side, {
    categories: sideCategories,
  }),
  optionalText(
    'vintage',
    'Vintage',
    'The release whose counts these are: an earlier one where too little has changed since.',
    ({ counts }) => counts.vintage,
  ),
  count(
    'screened_out',
    'Screened out',
    'People whom the survey did not fit. They sent nothing and are only counted.',
  ),
  count('eligible', 'Eligible', 'Responses that were sent in and not withdrawn.'),
  count('included', 'Included', 'Of these, not left out by a rule of quality.'),
  text('status', 'Status', 'What may be said of the counts.', ({ counts }) => counts.status, {
    categories: statuses,
  }),
];

/**
 * releases.csv: this release and every one before it. Later ones are not in it, so that a package never changes after
 * it was published.
 */
export function releasesTable(release: Release, all: readonly Release[], publisher: Publisher): TableFile {
  const soFar = all
    .filter(({ id, published }) =>
      published === release.published ? id <= release.id : published < release.published,
    )
    .toSorted((a, b) => a.published.localeCompare(b.published) || a.id.localeCompare(b.id));
  return tableFile({
    name: 'releases',
    title: 'Releases',
    description:
      'This release and every one before it, with the commit of the code and how many responses each side has.',
    columns,
    primaryKey: ['release', 'side'],
    lines: soFar.flatMap((made) =>
      sideIds.map((side) => ({
        ...provenanceOf(made, publisher),
        made,
        side,
        counts: countsOf(made, side),
      })),
    ),
  });
}
