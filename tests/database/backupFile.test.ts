import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOneSentence, ofNewer, openBackups, sealed, withHeading } from './harness/backups.ts';
import { addressOf } from './harness/keptPlace.ts';
import { runScript } from './harness/runScript.ts';

/** A file that is not a whole backup of this code is refused in one sentence, and changes nothing. */

let place: Awaited<ReturnType<typeof openBackups>>;
beforeAll(async () => {
  place = await openBackups();
});
afterAll(() => place.remove());

/** What a file is made to be, how, and what is said of it. @param file where */
const cases: readonly (readonly [string, (file: string) => string, RegExp])[] = [
  ['is not there', (file) => file, /is not a file: name a backup/],
  [
    'is a folder',
    (file) => {
      mkdirSync(file);
      return file;
    },
    /is not a file: name a backup/,
  ],
  [
    'was cut off',
    (file) => {
      writeFileSync(file, readFileSync(place.good).subarray(0, readFileSync(place.good).length - 200));
      return file;
    },
    /is not a whole backup: it was cut off or altered/,
  ],
  [
    'has one byte altered',
    (file) => {
      const bytes = readFileSync(place.good);
      const middle = Math.floor(bytes.length / 2);
      bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
      writeFileSync(file, bytes);
      return file;
    },
    /is not a whole backup: it was cut off or altered/,
  ],
  [
    'has a row altered and was packed again',
    (file) => {
      const text = gunzipSync(readFileSync(place.good)).toString().replace('"s_hours":14', '"s_hours":15');
      writeFileSync(file, gzipSync(text));
      return file;
    },
    /is not a whole backup: it was cut off or altered/,
  ],
  [
    'is no archive',
    (file) => {
      writeFileSync(file, 'select 1;');
      return file;
    },
    /is not a whole backup/,
  ],
  [
    'is of another format',
    (file) => withHeading(place.good, file, (heading) => ({ ...heading, format: 2 })),
    /was made by newer code/,
  ],
  [
    'is of newer migrations',
    (file) => ofNewer(place.good, file),
    /^The backup is of migration 29990101000000, which the database at 127\.0\.0\.1:\d+ has not had/,
  ],
  [
    'is of earlier migrations',
    (file) =>
      withHeading(place.good, file, (heading) => ({
        ...heading,
        migrations: heading.migrations.slice(0, -1),
      })),
    /has had migration \d{14}, and the backup is from before/,
  ],
  [
    'has a table with other columns',
    (file) =>
      withHeading(place.good, file, (heading) => ({
        ...heading,
        tables: heading.tables.map((table) =>
          table.name === 'private.job_seeker' ? { ...table, columns: table.columns.slice(1) } : table,
        ),
      })),
    /was made of another private\.job_seeker than this database has/,
  ],
  [
    'has a setting of another name, as one of an edited migration can be',
    (file) =>
      sealed(place.good, file, (lines) =>
        lines.map((line) => line.replace('"response_limit"', '"answer_limit"')),
      ),
    /holds the setting “answer_limit”, which this database does not have, so nothing was restored/,
  ],
  [
    'has a code that the database does not know, as one of an edited migration can be',
    (file) =>
      sealed(place.good, file, (lines) =>
        lines.map((line) => line.replace('"s_stage":"', '"s_stage":"former_')),
      ),
    /^The backup could not be restored, and nothing was changed: invalid input value for enum .*former_/,
  ],
  [
    'has a row that the database does not take',
    (file) =>
      sealed(place.good, file, (lines) =>
        lines.map((line) => line.replace('"s_hours":14', '"s_hours":1400')),
      ),
    /^The backup could not be restored, and nothing was changed: .*v1_s_hours_range/,
  ],
];

test.each(cases)('%s', async (name, make, sentence) => {
  expectOneSentence(
    await place.onProject('restore', place.target, make(join(place.folder, name.replaceAll(' ', '-')))),
    sentence,
  );
  expect(await place.restored()).toBe(0);
});

test('may not be read', async () => {
  const file = join(place.folder, 'closed');
  copyFileSync(place.good, file);
  chmodSync(place.folder, 0o755);
  chmodSync(file, 0o000);
  const address = await addressOf(place.target);
  expectOneSentence(
    await runScript('restore', [file], { SUPABASE_DB_URL: address }, { unprivileged: true }),
    /^There is no permission for .*closed: /,
  );
});

test('none at all, or two', async () => {
  for (const files of [[], [place.good, place.good]])
    expectOneSentence(
      await place.onProject('restore', place.target, ...files),
      `Name one backup: npm run restore -- FILE. The last one is ${place.good}.`,
    );
});
