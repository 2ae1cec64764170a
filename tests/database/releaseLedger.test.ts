import { expect, test } from 'vitest';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { refusal } from './harness/refusal.ts';

const commit = 'c0ffee'.padEnd(40, '0');
/** Keys in an order that jsonb would not keep. */
const fileOf = (id: string) => `{"tables":[],"id":"${id}"}\n`;
const sumsOf = (id: string) => `${'a'.repeat(64)}  ${id}.zip\n`;
const row = (release: string, category: string, n: number) => ({
  release,
  table: 'E1 job_seeker',
  category,
  population: `E1 job_seeker ${category}`,
  n,
  x: { silent: 3 },
  added: { '2026-09': 2 },
  shown: category !== '(rest)',
});

onEveryDatabase('explicit grants', (database) => {
  const record = (id: string, before: string, rows: readonly unknown[]) =>
    database()
      .as('service_role')
      .sql('select public.record_release($1::jsonb)', [
        JSON.stringify({
          id,
          before,
          commit,
          instrument: '1',
          file: fileOf(id),
          checksums: sumsOf(id),
          rows,
        }),
      ]);
  const ledger = async () =>
    (await database().as('service_role').sql('select public.release_ledger() as ledger'))[0]?.ledger;

  test('what was recorded comes back as it was, in order', async () => {
    const october = [row('2026-10', 'answered', 40), row('2026-10', '(total)', 44)];
    const november = [row('2026-11', 'answered', 60)];
    await record('2026-10', '2026-10-05', october);
    await record('2026-11', '2026-11-05', november);
    expect(await ledger()).toEqual({
      releases: [
        { id: '2026-10', before: '2026-10-05', file: fileOf('2026-10'), checksums: sumsOf('2026-10') },
        { id: '2026-11', before: '2026-11-05', file: fileOf('2026-11'), checksums: sumsOf('2026-11') },
      ],
      rows: [october[1], october[0], november[0]],
    });
  });

  test.each([
    ['the same again', '2026-11', '2026-11-06', [], 'one that was made stays as it is'],
    ['an earlier one', '2026-09', '2026-11-06', [], 'one that was made stays as it is'],
    ['one on the day of the last', '2026-11.2', '2026-11-05', [], 'can be made tomorrow'],
    ['one of a day to come', '2026-12', '2999-01-01', [], 'ahead of the database'],
  ])('%s is refused and leaves nothing', async (_, id, before, rows, sentence) => {
    const was = await ledger();
    expect((await refusal(record(id, before, rows))).message).toContain(sentence);
    expect(await ledger()).toEqual(was);
  });

  test('a row that cannot be leaves nothing of its release', async () => {
    const was = await ledger();
    await refusal(record('2026-11.2', '2026-11-20', [row('2026-11.2', 'answered', 5), { table: 'E1' }]));
    expect(await ledger()).toEqual(was);
  });
});
