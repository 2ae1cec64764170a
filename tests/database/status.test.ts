import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIRST_RELEASE } from '../../src/release/disclosure/thresholds.ts';
import { chainName } from '../../src/release/tables.ts';
import { toldAfterInterviews } from '../examples/answers.ts';
import { comment, commentOf, openCommentDoors } from './harness/comment.ts';
import { moderatorOf } from './harness/moderator.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { runScript } from './harness/runScript.ts';
import { serveAsProject, type Project } from './harness/serveAsProject.ts';
import { submissionOf } from './harness/submission.ts';

onEveryDatabase('explicit grants', (database) => {
  let project: Project;
  beforeAll(async () => {
    project = await serveAsProject(database());
    await openCommentDoors(database());
  });
  afterAll(() => {
    project.close();
  });
  const run = (...args: string[]) =>
    runScript('status', args, { PUBLIC_SUPABASE_URL: project.url, SUPABASE_SECRET_KEY: project.secretKey });
  /** The lines behind the address. */
  const lines = async () => (await run()).out.trimEnd().split('\n').slice(2);

  /** People who answered some days ago, each in other hours so that none is another’s copy. */
  async function arrive(
    count: number,
    daysAgo: number,
    { held = false, madeUp = false } = {},
  ): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const sent = submissionOf({ channel: 'linkedin', answers: { ...toldAfterInterviews, s_hours: n + 1 } });
      await database().sql('select private.keep($1::jsonb, $2, $3)', [JSON.stringify(sent), held, madeUp]);
      await database().sql(
        `update private.job_seeker set since = since - $2::integer, submitted_on = submitted_on - $2::integer where id = $1`,
        [sent.id, daysAgo],
      );
    }
  }

  test('a project on its first day: nothing yet, and what is missing', async () => {
    const { code, out, err } = await run();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n')).toEqual([
      `The database at ${project.url}`,
      '',
      `Job seekers: 0 today, 0 in all, 0 counted up to yesterday; ${FIRST_RELEASE} of the ${FIRST_RELEASE} for their first release are missing.`,
      `Employers: 0 today, 0 in all, 0 counted up to yesterday; ${FIRST_RELEASE} of the ${FIRST_RELEASE} for their first release are missing.`,
      'Did not fit the survey: job seekers 0, employers 0.',
      'Held back and undecided: nothing.',
      'Comments: 0 waiting to be read; 0 reported.',
      'Moderators: 0, so nobody can read comments. See "npm run moderator".',
      'Last release: none yet.',
      'Last backup: none that the database knows of.',
      'Daily maintenance: not scheduled. Enable pg_cron, then run "select private.schedule_maintenance()".',
      '',
    ]);
  });

  test('answers of today wait for tomorrow; left-out and made-up ones are told apart', async () => {
    await arrive(38, 3);
    await arrive(2, 0);
    await arrive(4, 2, { held: true });
    await arrive(7, 1, { madeUp: true });
    const [seekers, , , held, ...rest] = await lines();
    expect(seekers).toBe(
      'Job seekers: 2 today, 44 in all, 38 counted up to yesterday; 12 of the 50 for their first release are missing.',
    );
    const [row] = await database().sql(`select ((now() at time zone 'utc')::date - 2)::text as day`);
    expect(held).toBe(
      `Held back and undecided: 4 job seekers of ${String(row?.day)} by linkedin. See "npm run bursts".`,
    );
    expect(rest).toContain('Made-up people: 7, in no figure of real answers.');
  });

  test('who does not fit, comments that wait, moderators, a release and a backup', async () => {
    await database().sql(
      `insert into private.screened_out (day, side, made_up, n)
       values (current_date, 'employer', false, 3), (current_date - 1, 'employer', false, 2), (current_date, 'employer', true, 90)`,
    );
    await comment(database(), commentOf());
    await comment(database(), commentOf());
    await moderatorOf(database());
    await database().sql(
      `insert into private.release (id, before, commit, instrument, file, checksums) values ('2026-11', '2026-11-03', repeat('a', 40), '1', '{}', '')`,
    );
    await database().sql(
      `insert into private.release_cells values ('2026-11', $1, '(total)', 'x', 60, '{}', '{}', true)`,
      [chainName('job_seeker')],
    );
    await database().as('service_role').sql('select public.record_backup(44)');
    const said = (await lines()).join('\n');
    expect(said).toContain('Did not fit the survey: job seekers 0, employers 5.');
    expect(said).toMatch(
      /Comments: 2 waiting to be read, the oldest since \d+ \w+ \d{4}, \d\d:00 UTC; 0 reported\./,
    );
    expect(said).toContain('Moderators: 1.');
    expect(said).toMatch(/Last release: 2026-11, made on \d+ \w+ \d{4}\./);
    expect(said).toMatch(/Last backup: \d+ \w+ \d{4}, with 44 responses\./);
    // A side that had its first release misses nothing; the other still does.
    expect(said).toMatch(/^Job seekers: .* 38 counted up to yesterday\.$/m);
    expect(said).toMatch(/^Employers: .*; 50 of the 50 for their first release are missing\.$/m);
  });

  test('it holds numbers, and nothing of what anybody wrote or answered', async () => {
    const { text } = commentOf();
    const { out } = await run();
    expect(out).not.toContain(text.slice(0, 20));
    expect(out).not.toMatch(/rejected_told|[0-9a-f]{8}-[0-9a-f]{4}/);
  });

  test('an option is refused', async () => {
    expect(await run('--all')).toEqual({ code: 1, out: '', err: 'npm run status takes no options.\n' });
  });
});
