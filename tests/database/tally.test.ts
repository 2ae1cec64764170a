import { beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../src/release/catalogue.ts';
import { tally as schema } from '../../src/release/tally.ts';
import { holds } from '../../src/survey/condition.ts';
import type { Row } from './harness/database.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { refusal } from './harness/refusal.ts';
import { openDoors, submissionOf, submit } from './harness/submission.ts';

/** Enough of an answer to be counted, whatever the story. */
const groups = { industry: 'tech', org_size: 's50_249', seniority: 'mid', region: 'us' };

/** Answers with a story each, so that a miscount has a name. */
const seekers = [
  {
    s_outcome: 'rejected_told',
    s_elapsed: 'd45_90',
    s_stage: 'int1',
    s_time: 'd7',
    s_explanation: 'form',
    ...groups,
  },
  {
    s_outcome: 'rejected_told',
    s_elapsed: 'm3_6',
    s_stage: 'int3',
    s_time: 'gt90',
    s_explanation: 'actionable',
    ...groups,
  },
  {
    s_outcome: 'rejected_told',
    s_elapsed: 'lt45',
    s_stage: 'applied',
    s_time: 'd2',
    s_explanation: 'dk',
    ...groups,
  },
  { s_outcome: 'silent', s_elapsed: 'm6_12', s_stage: 'int2', ...groups },
  { s_outcome: 'silent', s_elapsed: 'gt2y', s_stage: 'int2', ...groups },
  { s_outcome: 'offered', s_elapsed: 'm3_6', s_stage: 'task', s_time: 'd14', ...groups },
  { s_outcome: 'withdrew', s_elapsed: 'm3_6', s_stage: 'int1', ...groups },
  // Left out: almost empty; two contradictions.
  { s_outcome: 'silent', s_elapsed: 'm6_12', s_stage: 'int2' },
  { s_outcome: 'silent', s_elapsed: 'lt45', s_stage: 'applied', s_hours: 300, ...groups },
  { s_outcome: 'none_fit' },
];
const employers = [
  { e_role: 'hr', e_form: 'nothing', e_told_interviewed: 'all', e_told_applied: 'none', ...groups },
  { e_role: 'owner', e_form: 'varies', e_told_interviewed: 'na_stage', ...groups },
  { e_role: 'none' },
];

/** The published rules, said once more by hand (protocol 6.2). */
const isLeftOut = ({ f_speed, f_dup, f_logic, f_empty, f_burst }: Row): boolean =>
  [f_speed, f_dup, f_empty, f_burst].includes(true) || Number(f_logic) >= 2;

onEveryDatabase('explicit grants', (database) => {
  beforeAll(async () => {
    await openDoors(database());
    for (const [side, people] of Object.entries({ job_seeker: seekers, employer: employers }))
      for (const answers of people) await submit(database(), submissionOf({ side, answers }));
  });

  const tally = async () => {
    const [row] = await database().as('service_role').sql('select public.tally() as counts');
    return schema.parse(row?.counts);
  };

  test('counts who sent something and whose answers count', async () => {
    const { sides, instrument } = await tally();
    expect(instrument).toEqual(['1']);
    expect(sides).toEqual({
      job_seeker: { submitted: 10, eligible: 8 },
      employer: { submitted: 3, eligible: 2 },
    });
  });

  test('counts who is left out, and by which rule', async () => {
    const { quality } = await tally();
    const none = { f_speed: 0, f_dup: 0, f_logic: 0, f_empty: 0, f_burst: 0 };
    expect(quality).toEqual({
      job_seeker: {
        included: 6,
        left_out: 2,
        by_rule: { ...none, f_logic: 1, f_empty: 1 },
        kept: { f_logic: 0 },
      },
      employer: { included: 2, left_out: 0, by_rule: none, kept: { f_logic: 0 } },
    });
  });

  test('every cell of the catalogue is the count of the rows that its condition describes', async () => {
    const { series } = await tally();
    const rows = {
      job_seeker: await database().sql('select * from private.job_seeker'),
      employer: await database().sql('select * from private.employer'),
    };
    for (const estimate of catalogue)
      for (const { id, side, asked, cells, asides } of estimate.series) {
        const base = rows[side].filter((row) => !isLeftOut(row) && holds(asked, row));
        const expected = Object.fromEntries(
          [...cells, ...asides].map(({ code, where }) => [
            code,
            base.filter((row) => holds(where, row)).length,
          ]),
        );
        expect(series[estimate.id]?.[id], `${estimate.id} ${id}`).toEqual({
          asked: base.length,
          ...expected,
        });
      }
  });

  test('nobody falls between two cells or into two of them', async () => {
    const { series } = await tally();
    for (const groups of Object.values(series))
      for (const { asked, ...counts } of Object.values(groups))
        expect(Object.values(counts).reduce((sum, x) => sum + x, 0)).toBe(asked);
  });

  test.each(['anon', 'authenticated'] as const)('%s may not count', async (role) => {
    expect(await refusal(database().as(role).sql('select public.tally()'))).toMatchObject({ code: '42501' });
  });
});
