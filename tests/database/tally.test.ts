import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../src/release/catalogue.ts';
import { tally as schema } from '../../src/release/tally.ts';
import { holds } from '../../src/survey/condition.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { refusal } from './harness/refusal.ts';

/** Answers with a story each, so that a miscount has a name. Blank and na are spelt out for the recount. */
const seekers = [
  { s_outcome: 'rejected_told', s_elapsed: 'd45_90', s_stage: 'int1', s_time: 'd7', s_explanation: 'form' },
  {
    s_outcome: 'rejected_told',
    s_elapsed: 'm3_6',
    s_stage: 'int3',
    s_time: 'gt90',
    s_explanation: 'actionable',
  },
  { s_outcome: 'rejected_told', s_elapsed: 'lt45', s_stage: 'applied', s_time: 'd2', s_explanation: 'dk' },
  { s_outcome: 'silent', s_elapsed: 'm6_12', s_stage: 'int2' },
  { s_outcome: 'silent', s_elapsed: 'gt2y', s_stage: 'int2' },
  { s_outcome: 'offered', s_elapsed: 'm3_6', s_stage: 'task', s_time: 'd14' },
  { s_outcome: 'withdrew', s_elapsed: 'm3_6', s_stage: 'int1' },
  { s_outcome: 'none_fit' },
];
const employers = [
  { e_role: 'hr', e_form: 'nothing', e_told_interviewed: 'all', e_told_applied: 'none' },
  { e_role: 'owner', e_form: 'varies', e_told_interviewed: 'na_stage' },
  { e_role: 'none' },
];

onEveryDatabase('explicit grants', (database) => {
  beforeAll(async () => {
    for (const [side, people] of Object.entries({ job_seeker: seekers, employer: employers }))
      for (const answers of people)
        await database()
          .as('anon')
          .sql('select public.submit_response($1::jsonb)', [
            JSON.stringify({
              id: randomUUID(),
              side,
              instrument: '1',
              receipt: randomBytes(32).toString('hex'),
              answers,
            }),
          ]);
  });

  const tally = async () => {
    const [row] = await database().as('service_role').sql('select public.tally() as counts');
    return schema.parse(row?.counts);
  };

  test('counts who sent something and whose answers count', async () => {
    const { sides, instrument } = await tally();
    expect(instrument).toEqual(['1']);
    expect(sides).toEqual({
      job_seeker: { submitted: 8, eligible: 6 },
      employer: { submitted: 3, eligible: 2 },
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
        const base = rows[side].filter((row) => holds(asked, row));
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
