import type { SitePath } from '../../address.ts';
import { count } from '../../figures/percent.ts';
import { sampleMark } from '../../figures/standardNote.ts';
import { readLogs, type LogEntry } from '../../release/logs.ts';
import type { PublishedRelease } from '../../release/published.ts';
import { questionnaire } from '../../survey/questionnaire.ts';

/** Something that whoever follows the figures is told. */
export interface News {
  readonly title: string;
  readonly text: string;
  /** An ISO date. */
  readonly day: string;
  /** Where it stands, which also tells it from all others. */
  readonly path: SitePath;
}

/** What an address names a release by, in the list of all. */
export const releaseAnchor = ({ id }: Pick<PublishedRelease, 'id'>): string => `release-${id}`;

function releaseNews(release: PublishedRelease): News {
  const counted = Object.values(questionnaire.sides).map(({ id, people }) => {
    const of = release.counted[id];
    // A reader of a feed sees it beside other releases, so that each number names its own.
    return `${people}: ${of === null ? 'not yet' : `${count(of.n)}, as of ${of.vintage}`}.`;
  });
  return {
    title: `${release.made_up ? `${sampleMark}: r` : 'R'}elease “${release.id}”`,
    text: `Responses counted. ${counted.join(' ')} Every number of it is there to read, to download and to recompute.`,
    day: release.published,
    path: `/data/#${releaseAnchor(release)}`,
  };
}

const logNews =
  (what: string) =>
  ({ id, date, what: text, release }: LogEntry): News => ({
    title: `${what}${release === null ? '' : `, release “${release}”`}`,
    text,
    day: date,
    path: `/data/#${id}`,
  });

/**
 * Every release, every correction, and every change in the way figures are made; newest first.
 * @param written src/content/corrections.json
 */
export function newsOf(releases: readonly PublishedRelease[], written: unknown): readonly News[] {
  const { corrections, changes } = readLogs(
    written,
    releases.map(({ id }) => id),
  );
  return [
    ...corrections.map(logNews('Correction')),
    ...changes.map(logNews('Change in how figures are made')),
    ...releases.map(releaseNews),
  ].toSorted((a, b) => b.day.localeCompare(a.day));
}
