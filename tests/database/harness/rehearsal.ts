import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { release, type Release } from '../../../src/release/release.ts';
import type { Questionnaire } from '../../../src/survey/question.ts';
import { consentVersion } from '../../../src/survey/consent.ts';
import { answersOf } from '../../examples/answersOf.ts';
import { publisher } from '../../examples/publisher.ts';
import { versionOne, versionTwo } from '../../examples/versionWorlds.ts';
import { fillIn } from '../../build/harness/fillIn.ts';
import { askSecondVersion, changedTo, copyOfFirstVersion } from '../../build/harness/fieldedProject.ts';
import type { Database } from './database.ts';
import { keepAll, kept, sentBy } from './keptResponses.ts';
import { migrate } from './migrate.ts';
import { withCode } from './receipt.ts';
import { runScript, type Printed } from './runScript.ts';
import { serveAsProject } from './serveAsProject.ts';
import { sideIds } from '../../../src/survey/sides.ts';

const migrations = 'supabase/migrations';
const releases = 'src/content/releases';

/** So many people a side, with their receipt codes: what they answer, and what they were promised. */
const people = (of: Questionnaire, each: number, promised: { consent: string; months: number }) =>
  sideIds.flatMap((side) =>
    Array.from({ length: each }, (_, i) =>
      withCode({
        side,
        instrument: of.version,
        ...promised,
        seconds: 900,
        answers: answersOf(of, side, `${of.version} ${side} ${i}`),
      }),
    ),
  );
export type People = ReturnType<typeof people>;

export const ofFirstVersion = (each: number) =>
  people(versionOne, each, { consent: consentVersion, months: 36 });
export const ofSecondVersion = (each: number) =>
  people(versionTwo, each, { consent: changedTo.consent, months: changedTo.retentionMonths });

/**
 * What an owner goes through from one version of the questionnaire to the next: the code and the commands are those of a
 * copy of this project.
 * @param database of the first version
 */
export async function rehearse(database: Database) {
  const copy = copyOfFirstVersion();
  const { folder } = copy;
  fillIn(folder);
  const project = await serveAsProject(database);
  /** Every response that should be there, as it was sent. */
  const expected = new Map<string, unknown>();

  /** Runs a command as `npm run` does in the copy. */
  const run = (script: string, ...args: string[]): Promise<Printed> =>
    runScript(
      script,
      args,
      {
        PUBLIC_SUPABASE_URL: project.url,
        SUPABASE_SECRET_KEY: project.secretKey,
        SITE_URL: publisher.address.href,
        SOURCE_COMMIT: 'c0ffee'.padEnd(40, '0'),
      },
      { root: folder },
    );
  const filesIn = (path: string): ReadonlyMap<string, string> =>
    new Map(
      readdirSync(join(folder, path)).map((file) => [file, readFileSync(join(folder, path, file), 'base64')]),
    );

  return {
    folder,
    expected,
    run,
    /** Every response is there as it was sent, and no other. */
    nothingIsLost: async (): Promise<void> => {
      expect(await kept(database)).toEqual(expected);
    },
    /** People send their answers, which are checked as all are. */
    arrive: async (sent: People): Promise<void> => {
      const submissions = sent.map(({ submission }) => submission);
      expect(await keepAll(database, submissions)).toEqual([{ kept: sent.length, refused: 0 }]);
      for (const [id, row] of sentBy(submissions)) expected.set(id, row);
    },
    /** Everything that has happened becomes so many days older. */
    pass: async (days: number): Promise<void> => {
      for (const table of sideIds)
        await database.sql(
          `update private.${table} set since = since - $1::integer, submitted_on = submitted_on - $1::integer`,
          [days],
        );
      await database.sql('update private.release set before = before - $1::integer', [days]);
    },
    /** Makes a release. @returns its id */
    release: async (...options: string[]): Promise<string> => {
      const before = new Set(readdirSync(join(folder, releases)));
      expect(await run('release', ...options)).toMatchObject({ code: 0, err: '' });
      return readdirSync(join(folder, releases)).find((id) => !before.has(id)) ?? 'none';
    },
    releaseOf: (id: string): Release =>
      release.parse(JSON.parse(readFileSync(join(folder, releases, id, 'release.json'), 'utf8'))),
    /** The days since which the registration has had a text, oldest first, with its checksum. */
    registered: (): readonly string[] =>
      readFileSync(join(folder, 'src/release/package/registrations.ts'), 'utf8').match(/\{ day: '.+' \}/g) ??
      [],
    /** The files of a release, base64. */
    filesOf: (id: string) => filesIn(join(releases, id)),
    /** Another version is asked. @returns the migrations that it took, which the database has had */
    change: async (): Promise<readonly string[]> => {
      const before = filesIn(migrations);
      askSecondVersion(folder);
      expect(await run('instrument')).toMatchObject({ code: 0, err: '' });
      expect(await run('instrument', '--freeze')).toMatchObject({ code: 0, err: '' });
      const added = readdirSync(join(folder, migrations)).filter((file) => !before.has(file));
      await migrate(
        database,
        new Map(added.map((file) => [file, readFileSync(join(folder, migrations, file), 'utf8')])),
      );
      return added;
    },
    close: () => {
      project.close();
      copy.remove();
    },
  };
}
