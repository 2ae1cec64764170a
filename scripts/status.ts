import { date } from '../src/figures/date.ts';
import { FIRST_RELEASE } from '../src/release/disclosure/thresholds.ts';
import { chainName } from '../src/release/tables.ts';
import type { Side } from '../src/survey/question.ts';
import { questionnaire } from '../src/survey/questionnaire.ts';
import { status, type Status } from './owner/answers.ts';
import { openProject } from './owner/openProject.ts';
import { peopleIn } from './owner/heldBack.ts';
import { number, plural } from './owner/plural.ts';
import { readOptions } from './command/readOptions.ts';
import { runCommand } from './command/runCommand.ts';

/** npm run status: how many have answered, what is missing to the first release, and what waits for the owner. */

function sideLine({ id, people }: Side, { sides, renewed }: Status): string {
  const { today, all, counted } = sides[id];
  const missing = renewed.includes(chainName(id)) ? 0 : Math.max(0, FIRST_RELEASE - counted);
  const need =
    missing === 0 ? '' : `; ${number(missing)} of the ${FIRST_RELEASE} for their first release are missing`;
  return `${people}: ${number(today)} today, ${number(all)} in all, ${number(counted)} counted up to yesterday${need}.`;
}

function commentLine({ comments: { waiting, oldest, reported } }: Status): string {
  const since =
    oldest === null ? '' : `, the oldest since ${date(oldest.slice(0, 10))}, ${oldest.slice(11, 16)} UTC`;
  return `Comments: ${number(waiting)} waiting to be read${since}; ${number(reported)} reported.`;
}

function linesOf(now: Status, embedded: boolean): readonly string[] {
  const { sides, screened_out, undecided, moderators, release, backup, scheduled } = now;
  const all = Object.values(questionnaire.sides);
  const madeUp = all.reduce((sum, { id }) => sum + sides[id].made_up, 0);
  return [
    ...all.map((side) => sideLine(side, now)),
    `Did not fit the survey: ${all.map(({ id, people }) => `${people.toLowerCase()} ${number(screened_out[id])}`).join(', ')}.`,
    undecided.length === 0
      ? 'Held back and undecided: nothing.'
      : `Held back and undecided: ${undecided.map((one) => `${peopleIn(one)} of ${one.day} by ${one.channel}`).join('; ')}. See "npm run bursts".`,
    commentLine(now),
    `Moderators: ${number(moderators)}${moderators === 0 ? ', so nobody can read comments. See "npm run moderator"' : ''}.`,
    release === null
      ? 'Last release: none yet.'
      : `Last release: ${release.id}, made on ${date(release.recorded_on)}.`,
    backup === null
      ? 'Last backup: none that the database knows of.'
      : `Last backup: ${date(backup.at.slice(0, 10))}, with ${plural(backup.responses, 'response')}.`,
    ...(madeUp > 0 ? [`Made-up people: ${number(madeUp)}, in no figure of real answers.`] : []),
    ...(embedded || scheduled
      ? []
      : [
          'Daily maintenance: not scheduled. Enable pg_cron, then run "select private.schedule_maintenance()".',
        ]),
  ];
}

await runCommand(async () => {
  readOptions('npm run status', {});
  const project = openProject();
  const now = await project.call('status', {}, status);
  console.log([`The database at ${project.url}`, '', ...linesOf(now, project.embedded)].join('\n'));
});
