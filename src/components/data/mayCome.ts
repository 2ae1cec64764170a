import { controller } from '../../controller.ts';
import { nextMonth } from '../../release/disclosure/calendarRule.ts';
import { FIRST_RELEASE, MINIMUM_GROUP } from '../../release/disclosure/thresholds.ts';
import { registrations } from '../../release/package/registrations.ts';
import type { PublishedRelease } from '../../release/published.ts';
import { site } from '../../site.ts';

/**
 * From which day on the next release may come, and in words what it takes.
 * @param releases newest first; made-up ones keep no real one waiting
 */
export function mayCome(releases: readonly Pick<PublishedRelease, 'published' | 'made_up'>[]) {
  const last = releases.find(({ made_up }) => !made_up)?.published;
  const since = last ?? controller.opened ?? registrations.at(-1)?.day;
  if (since === undefined) throw new Error('There is no day to count months from: run "npm run instrument".');
  return {
    day: nextMonth(since),
    made: new Date(since),
    title: `New figures may come from today · ${site.name}`,
    note: `At most one release comes a month, and only when the answers of at least ${MINIMUM_GROUP} people came or left since the last one; a side’s first takes ${FIRST_RELEASE}.`,
  };
}
