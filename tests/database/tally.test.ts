import { beforeAll, expect, test } from 'vitest';
import { channelName } from '../../src/release/counts.ts';
import { segments } from '../../src/release/segments.ts';
import type { Channel } from '../../src/survey/channel.ts';
import { holds } from '../../src/survey/condition.ts';
import type { SideId } from '../../src/survey/question.ts';
import { seriesOfSide } from '../examples/seriesOfSide.ts';
import type { Row } from './harness/database.ts';
import { call, from } from './harness/call.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { challengeFor, solve } from './harness/proof.ts';
import { refusal } from './harness/refusal.ts';
import { openDoors, set, submissionOf, submit } from './harness/submission.ts';
import { counted, tallyOf } from './harness/tally.ts';

/** Enough answers for a response to be included. */
const groups = { industry: 'tech', org_size: 's50_249', seniority: 'mid', region: 'us' };

/** Responses that each test one case, so that a miscount can be traced. */
const seekers = [
  {
    s_stage: 'int1',
    s_elapsed: 'd45_90',
    s_outcome: 'rejected_told',
    s_time: 'd7',
    s_explanation: 'form',
    s_asked: 'useful',
    ...groups,
  },
  {
    s_stage: 'int3',
    s_elapsed: 'm3_6',
    s_outcome: 'rejected_told',
    s_time: 'gt90',
    s_explanation: 'actionable',
    s_only_applied: 'no',
    ...groups,
  },
  {
    s_stage: 'applied',
    s_elapsed: 'dk',
    s_outcome: 'rejected_told',
    s_time: 'd2',
    s_explanation: 'dk',
    ...groups,
  },
  { s_stage: 'int2', s_elapsed: 'm6_12', s_outcome: 'silent', s_asked: 'noreply', ...groups },
  { s_stage: 'screened', s_elapsed: 'ge45', s_outcome: 'open', ...groups },
  { s_stage: 'screened', s_elapsed: 'm3_6', s_outcome: 'offered', s_time: 'd14', ...groups },
  { s_stage: 'int1', s_elapsed: 'm3_6', s_outcome: 'withdrew', ...groups },
  // Left out: almost empty; two contradictions.
  { s_stage: 'int2', s_elapsed: 'm6_12', s_outcome: 'silent' },
  {
    s_stage: 'applied',
    s_elapsed: 'd45_90',
    s_outcome: 'silent',
    s_hours: 300,
    s_sent: 'none',
    ...groups,
  },
];
const employers = [
  {
    e_role: 'hr',
    e_volume: 'v11_50',
    e_told_interviewed: 'all',
    e_told_applied: 'none',
    e_last: 'int2',
    e_known: 'written',
    e_time: 'never',
    e_asked: 'no',
    ...groups,
  },
  {
    e_role: 'owner',
    e_told_interviewed: 'na_stage',
    e_last: 'int1',
    e_known: 'rival',
    e_time: 'unseen',
    e_asked: 'unseen',
    ...groups,
  },
  { e_role: 'interviewer', e_last: 'nobody', e_wanted: 'talk', ...groups },
];

/** The published rules, written again by hand (protocol 6.2). */
const isLeftOut = ({ f_speed, f_dup, f_logic, f_empty, f_burst }: Row): boolean =>
  [f_speed, f_dup, f_empty, f_burst].includes(true) || Number(f_logic) >= 2;

onEveryDatabase('explicit grants', (database) => {
  beforeAll(async () => {
    await openDoors(database());
    for (const [side, people] of Object.entries({ job_seeker: seekers, employer: employers }))
      for (const [i, answers] of people.entries()) {
        const channel = i === 0 ? 'whatsapp' : 'linkedin';
        await submit(database(), submissionOf({ side, answers, channel }));
      }
  });

  const tally = () => tallyOf(database());

  test('counts who sent something, whose answers count, who is left out and by which rule', async () => {
    const counts = await tally();
    expect(counts.instrument).toEqual(['1']);
    const of = (side: SideId, name: string, isCounted: boolean) => counted(counts, side, name, isCounted);
    expect([of('job_seeker', 'eligible', true), of('job_seeker', 'eligible', false)]).toEqual([7, 2]);
    expect([of('employer', 'eligible', true), of('employer', 'eligible', false)]).toEqual([3, 0]);
    const leftOut = ['f_speed', 'f_dup', 'f_logic', 'f_empty', 'f_burst'].map((flag) =>
      of('job_seeker', flag, false),
    );
    expect(leftOut).toEqual([0, 0, 1, 1, 0]);
  });

  test('counts by which kind of link those came who are in the figures, and who are left out', async () => {
    const counts = await tally();
    const by = (side: SideId, channel: Channel) =>
      [true, false].map((isCounted) => counted(counts, side, channelName(channel), isCounted));
    expect(by('job_seeker', 'whatsapp')).toEqual([1, 0]);
    expect(by('job_seeker', 'linkedin')).toEqual([6, 2]);
    expect(by('employer', 'linkedin')).toEqual([2, 0]);
    expect(by('job_seeker', 'direct')).toEqual([0, 0]);
  });

  test('counts calls about the survey that were refused or took a harder proof, by rule, of whole days only', async () => {
    await set(database(), { response_usual: 2, site_limit_factor: 1, challenge_limit: 4 });
    const office = from('192.0.2.1');
    for (let n = 0; n < 5; n += 1) await call(database(), 'challenge', { purpose: 'response' }, office);
    // What is asked for a comment is not about the survey.
    for (let n = 0; n < 9; n += 1) await call(database(), 'challenge', { purpose: 'comment' }, office);
    await call(database(), 'submit_response', { submission: submissionOf(), proof: null, trap: '' });
    expect((await tally()).door).toEqual({ harder: 2, D1: 1, D4: 1 });
    const today = new Date().toISOString().slice(0, 10);
    expect((await tallyOf(database(), { before: today })).door).toEqual({});
    expect((await tallyOf(database(), { onlyMadeUp: true })).door).toEqual({});
    await openDoors(database());
  });

  test('counts responses that came with the hidden field filled in, which are in the figures', async () => {
    const before = await tally();
    const proof = solve(await challengeFor(database(), {}, 'response', { harder: true }));
    const submission = submissionOf({ side: 'job_seeker', answers: seekers[3] });
    const sent = await call(database(), 'submit_response', { submission, proof, trap: 'x' });
    expect(sent.body).toEqual({ status: 'stored' });
    const after = await tally();
    for (const name of ['f_trap kept', 'eligible'])
      expect(counted(after, 'job_seeker', name), name).toBe(counted(before, 'job_seeker', name) + 1);
    await database().sql('delete from private.job_seeker where id = $1', [submission.id]);
  });

  test('every cell of the catalogue, whole and in each category of each segment, is the count of the rows that its condition describes', async () => {
    const { sides } = await tally();
    const rows = {
      job_seeker: await database().sql('select * from private.job_seeker'),
      employer: await database().sql('select * from private.employer'),
    };
    const cuts = (side: SideId) => [null, ...segments.filter((segment) => segment.sides.includes(side))];
    for (const side of ['job_seeker', 'employer'] as const) {
      const { names, groups } = sides[side];
      for (const segment of cuts(side))
        for (const category of segment === null ? [null] : [...segment.categories, ...segment.asides]) {
          const own = rows[side].filter(
            (row) => !isLeftOut(row) && (category === null || holds(category.where, row)),
          );
          const group = groups.find(
            (entry) =>
              entry.counted &&
              entry.segment === (segment?.id ?? null) &&
              entry.category === (category?.code ?? null),
          );
          for (const { estimate, series } of seriesOfSide(side))
            for (const { code, where } of [...series.cells, ...series.asides]) {
              const name = `${estimate.id} ${series.id} ${code}`;
              const expected = own.filter((row) => holds(series.base.where, row) && holds(where, row));
              expect(group?.counts[names.indexOf(name)] ?? 0, `${name} ${category?.code ?? ''}`).toBe(
                expected.length,
              );
            }
        }
    }
  });

  test('every person is in exactly one cell', async () => {
    const counts = await tally();
    for (const side of ['job_seeker', 'employer'] as const)
      for (const { estimate, series } of seriesOfSide(side)) {
        const of = (code: string) => counted(counts, side, `${estimate.id} ${series.id} ${code}`);
        const sum = [...series.cells, ...series.asides].reduce((total, { code }) => total + of(code), 0);
        expect(sum, `${estimate.id} ${series.id}`).toBe(of('(asked)'));
      }
  });

  test('a day that is not over is not counted, and made-up people are in no real tally', async () => {
    const [{ today } = {}] = await database().sql(`select (now() at time zone 'utc')::date::text as today`);
    expect((await tallyOf(database(), { before: String(today) })).sides.job_seeker.groups).toEqual([]);
    expect((await tallyOf(database(), { onlyMadeUp: true })).sides.job_seeker.groups).toEqual([]);
  });

  test('who came after an earlier release, who came back and who was corrected are told apart by day', async () => {
    const epochs = async () => {
      const { groups, names } = (await tallyOf(database(), { since: ['2026-01-01', '2026-02-01'] })).sides
        .employer;
      const place = names.indexOf('eligible');
      return Object.fromEntries(
        groups
          .filter(({ segment, counts }) => segment === null && counts[place] !== 0)
          .map(({ counted: isCounted, epoch, counts }) => [`${isCounted} ${epoch}`, counts[place]]),
      );
    };
    const set = (role: string, change: string) =>
      database().sql(`update private.employer set ${change} where e_role = '${role}'`);
    for (const role of ['hr', 'interviewer']) await set(role, `since = '2025-12-31'`);
    await set('owner', `since = '2026-01-31'`);
    expect(await epochs()).toEqual({ 'true 0': 2, 'true 1': 1 });
    // Once taken out, it stays out even when the flag is removed.
    await set('owner', 'f_burst = true');
    expect(await epochs()).toEqual({ 'true 0': 2, 'false 2': 1 });
    await set('owner', 'f_burst = false');
    expect(await epochs()).toEqual({ 'true 0': 2, 'false 2': 1 });
    expect(await database().sql(`select standing from private.employer where e_role = 'owner'`)).toEqual([
      { standing: 'taken_out' },
    ]);
  });

  test('a response that was held back counts from the day it is released', async () => {
    const submission = submissionOf({
      side: 'employer',
      answers: { e_role: 'manager', e_last: 'nobody', ...groups },
    });
    await database().sql('select private.keep($1::jsonb, true, false)', [JSON.stringify(submission)]);
    await database().sql(`update private.employer set since = '2026-01-15' where id = $1`, [submission.id]);
    const row = async () =>
      (
        await database().sql(
          `select standing, (since = (now() at time zone 'utc')::date) as today from private.employer where id = $1`,
          [submission.id],
        )
      )[0];
    expect(await row()).toEqual({ standing: 'left_out', today: false });
    await database().sql(
      `select private.decide_burst((now() at time zone 'utc')::date, 'direct', true, 'a newsletter')`,
    );
    expect(await row()).toEqual({ standing: 'counted', today: true });
  });

  test.each(['anon', 'authenticated'] as const)('%s may not count', async (role) => {
    for (const call of [`tally(true, '{}', 'infinity')`, 'release_ledger()', `record_release('{}')`])
      expect(await refusal(database().as(role).sql(`select public.${call}`))).toMatchObject({
        code: '42501',
      });
  });
});
