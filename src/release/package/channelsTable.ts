import { channels, type Channel } from '../../survey/channel.ts';
import { channelLabels } from '../../survey/channelLabels.ts';
import type { SideId } from '../../survey/question.ts';
import type { Release } from '../release.ts';
import { tableIn } from '../tableIn.ts';
import { channelTableName } from '../tables.ts';
import { sideCategories } from './categories.ts';
import { tableFile, text, type Column, type TableFile } from './column.ts';
import { statuses } from './estimateLine.ts';
import { printedGroup, type PrintedGroup } from './printedGroup.ts';
import { provenanceColumns, provenanceOf, type Provenance } from './provenance.ts';
import type { Publisher } from './publisher.ts';
import { sideIds } from '../../survey/sides.ts';

/** The line for everybody whose kind of link has too few people to be shown, so that the lines of a side add up. */
const REST = 'not_shown';

interface Line extends Provenance {
  readonly side: SideId;
  readonly channel: Channel | typeof REST;
  readonly group: PrintedGroup;
}

/** The people of a side whose kind of link is not shown, as one sum. */
function restOf(release: Release, side: SideId): PrintedGroup {
  const { vintage, carried, rest } = tableIn(release, channelTableName(side));
  return rest?.status === 'published'
    ? { vintage, status: carried ? 'carried' : 'published', n: rest.n }
    : { vintage, status: 'small_base', n: null };
}

const columns: readonly Column<Line>[] = [
  ...provenanceColumns,
  text('side', 'Side', 'Whose responses.', ({ side }) => side, { categories: sideCategories }),
  text('vintage', 'Vintage', 'The release whose number this is.', ({ group }) => group.vintage, {
    constraints: {},
  }),
  text('channel', 'Channel', 'Where the link stood that they came by.', ({ channel }) => channel, {
    categories: [
      ...channels.map((value) => ({ value, label: channelLabels[value] })),
      { value: REST, label: 'Everybody whose channel is not shown: nobody, or at least ten people' },
    ],
  }),
  {
    name: 'n',
    title: 'Responses',
    description: 'How many included responses, empty while it would tell of fewer than ten people.',
    type: 'integer',
    constraints: { minimum: 0 },
    value: ({ group }) => group.n,
  },
  text('status', 'Status', 'What may be said of the number.', ({ group }) => group.status, {
    categories: statuses,
  }),
];

/**
 * channels.csv: by which kind of link the included responses of each side came, under the rules of cuts (protocol 3.3, P9).
 * @throws Error when the release counts none
 */
export const channelsTable = (release: Release, publisher: Publisher): TableFile =>
  tableFile({
    name: 'channels',
    title: 'Where people came from',
    description:
      'How many included responses of each side came by which kind of link, where that is nobody or at least ten.',
    columns,
    primaryKey: ['release', 'side', 'channel'],
    lines: sideIds
      .flatMap((side) => [
        ...channels.map((channel) => ({
          side,
          channel,
          group: printedGroup(release, channelTableName(side), channel),
        })),
        { side, channel: REST, group: restOf(release, side) } as const,
      ])
      .map((line) => ({ ...provenanceOf(release, publisher), ...line })),
  });
