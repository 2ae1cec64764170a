import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countedOf } from '../../src/release/counted.ts';
import type { SideId } from '../../src/survey/question.ts';
import { changedTo } from '../build/harness/fieldedProject.ts';
import { answersOf } from '../examples/answersOf.ts';
import { versionOne } from '../examples/versionWorlds.ts';
import { call } from './harness/call.ts';
import { databaseNames, type Database } from './harness/database.ts';
import { sentBy } from './harness/keptResponses.ts';
import { openFirst } from './harness/openFirst.ts';
import { ofFirstVersion, ofSecondVersion, rehearse } from './harness/rehearsal.ts';
import { openDoors, submit } from './harness/submission.ts';
import { sideIds } from '../../src/survey/sides.ts';

/** Every response is looked for after every step. */
describe.each(databaseNames)('the rehearsal of a second version, on %s', (name) => {
  let database: Database;
  let rehearsal: Awaited<ReturnType<typeof rehearse>>;
  beforeAll(async () => {
    database = await openFirst(name);
    await openDoors(database);
    rehearsal = await rehearse(database);
  });
  afterAll(async () => {
    rehearsal.close();
    await database.close();
  });

  const counted = async (side: SideId): Promise<unknown> => {
    const [row] = await database.sql(
      `select count(*)::integer as n from private.${side} where standing = 'counted' and since < (now() at time zone 'utc')::date`,
    );
    return row?.n;
  };

  const people = ofFirstVersion(250);
  const ofSide = (side: SideId) => people.filter(({ submission }) => submission.side === side);
  let first: string;
  let firstFiles: ReadonlyMap<string, string>;

  test('500 answers of the first version make a release', async () => {
    await rehearsal.arrive(people);
    expect(rehearsal.expected.size).toBe(500);
    await rehearsal.pass(10);
    first = await rehearsal.release();
    firstFiles = rehearsal.filesOf(first);
    for (const side of sideIds)
      expect(countedOf(rehearsal.releaseOf(first), side)).toEqual({ n: await counted(side), vintage: first });
    await rehearsal.nothingIsLost();
  });

  test('the second version reaches the database by migrations of its own, and the name of the site by a setting', async () => {
    const registered = rehearsal.registered();
    expect(registered.length).toBeGreaterThan(0);
    expect(await rehearsal.change()).toEqual([
      expect.stringMatching(/_version_2_values\.sql$/),
      expect.stringMatching(/_version_2\.sql$/),
    ]);
    // A text that was registered after the freeze stays in the log, because people may have answered under it.
    expect(rehearsal.registered()).toEqual([...registered, expect.stringContaining("day: '")]);
    expect(await rehearsal.run('instrument', '--check')).toMatchObject({ code: 0, err: '' });
    const { out } = await rehearsal.run('settings', '--from-site');
    expect(out).toMatch(`site_name is ${changedTo.name} now; it was `);
    await rehearsal.nothingIsLost();
  });

  test('an open tab sends, and an outbox of the first version arrives, once', async () => {
    const late = ofFirstVersion(15).map(({ submission }) => submission);
    for (const submission of late)
      expect((await submit(database, submission)).body).toEqual({ status: 'stored' });
    for (const [id, row] of sentBy(late)) rehearsal.expected.set(id, row);
    // A first try that arrived before the change, and its answer was lost on the way.
    expect((await submit(database, people[0]?.submission)).body).toEqual({ status: 'stored_before' });
    await rehearsal.nothingIsLost();
  });

  test('answers of the first version are corrected and withdrawn as such, those of the release too', async () => {
    for (const side of sideIds) {
      const [, one, other] = ofSide(side);
      if (one === undefined || other === undefined) throw new Error('There are too few of them.');
      const answers = answersOf(versionOne, side, `${side} corrected`);
      const correct = { code: one.code, instrument: '1', answers };
      expect((await call(database, 'correct_response', correct)).body).toMatchObject({ status: 'corrected' });
      rehearsal.expected.set(one.submission.id, { instrument: '1', answers });
      const withdraw = { code: other.code };
      expect((await call(database, 'withdraw_response', withdraw)).body).toEqual({ status: 'done' });
      rehearsal.expected.delete(other.submission.id);
    }
    await rehearsal.nothingIsLost();
  });

  test('a release of both counts everybody who is there, and the first one’s package is the bytes that it was', async () => {
    await rehearsal.arrive(ofSecondVersion(120));
    await rehearsal.pass(30);
    const second = await rehearsal.release('--again');
    const made = rehearsal.releaseOf(second);
    expect(made).toMatchObject({ instrument: '2', versions: ['1', '2'] });
    for (const side of sideIds)
      expect(countedOf(made, side)).toEqual({ n: await counted(side), vintage: second });
    const vintages = new Map(made.tables.map(({ table, vintage }) => [table, vintage]));
    // Restarted with an answer more, a row more, and a question that is retired.
    for (const table of ['E17 job_seeker_interviewed_v2', 'E13 e_barriers_budget_v2'])
      expect(vintages.get(table), table).toBe(second);
    expect(vintages.get('E17 job_seeker_interviewed')).toBe(first);
    expect(rehearsal.filesOf(first)).toEqual(firstFiles);
    expect(rehearsal.expected.size).toBe(500 + 30 - 2 + 240);
    await rehearsal.nothingIsLost();
  });
});
