import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { printedDoor } from '../../src/release/door.ts';
import { answeredDays, draftDays } from '../../src/survey/draft.ts';
import { doorCode, doorRules } from '../../src/survey/quality.ts';
import { sideIds } from '../../src/survey/sides.ts';
import { pageOf, pages } from './harness/site.ts';

const words = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** What the page on privacy says under a heading, until the next one. */
const under = (heading: string): string => words(pageOf('/privacy/').$(heading).nextUntil('h2').text());
const onDevice = (): string => under('#device');

test('the page on privacy names a button for each thing that a device keeps, and each is on a page', () => {
  const named = [...onDevice().matchAll(/“([^”]+)”/g)].map(([, name = '']) => name);
  expect(named).toEqual([
    'Clear my answers',
    'I have it',
    'Remove this note',
    'Forget it on this device',
    'Remove it from this device',
  ]);
  const html = pages.map(({ $ }) => words($.html())).join('\n');
  for (const name of named) expect(html).toMatch(new RegExp(`<button[^>]*> ?${name} ?</button>`));
});

test('it, the thank-you and the protocol say that copying ends what is kept, and neither printing nor saving', () => {
  const thanks = words(pageOf('/survey/employer/').$('[data-held]').text());
  for (const said of [onDevice(), thanks])
    expect(said).toMatch(/until you copy the code or press “I have it”/);
  expect(words(readFileSync('docs/protocol.md', 'utf8'))).toContain('(copied, or in so many words)');
});

test('it and the protocol name the days for which things are kept', () => {
  const protocol = words(readFileSync('docs/protocol.md', 'utf8'));
  expect(onDevice()).toContain(`no longer used ${draftDays} days after your last change`);
  expect(onDevice()).toContain(`for ${answeredDays} days, or until you press`);
  expect(protocol).toContain(`an unfinished draft or comment for ${draftDays} days`);
  expect(protocol).toContain(`the day of answering alone, for ${answeredDays} days or until removed`);
});

const migrations = readdirSync('supabase/migrations')
  .sort()
  .map((name) => readFileSync(`supabase/migrations/${name}`, 'utf8'))
  .join('\n');

/** What a function of the database does, as the last migration with it says. */
function does(name: string): string {
  const written = new RegExp(
    `^create (?:or replace )?function private\\.${name}\\(.*?\\$\\$(.*?)\\$\\$;`,
    'gms',
  );
  const [, body] = [...migrations.matchAll(written)].at(-1) ?? [];
  if (body === undefined) throw new Error(`No migration makes private.${name}.`);
  return words(body);
}

test('what it says of counters is what the database does with them', () => {
  const said = under('#security');
  expect(said).toContain(
    'a key from it and a random number that lives for one day (UTC) and is then destroyed',
  );
  expect(does('buckets')).toContain("extensions.hmac(convert_to(networks[place], 'utf8'), salt, 'sha256')");
  expect(does('salt_of_today')).toContain('delete from private.salt where day < today');
  expect(said).toContain(
    'deleted by the first clean-up after the day, which the database runs by itself every hour',
  );
  expect(does('tidy')).toMatch(
    /delete from private\.hit .+ where slot < date_trunc\('day', now\(\), 'utc'\)/,
  );
  expect(does('schedule_maintenance')).toMatch(/'\d+ \* \* \* \*', 'select private\.maintenance\(\)'/);
  const [, hours = ''] = /interval '(\d+) hours'/.exec(does('forget_arrivals')) ?? [];
  expect(said).toContain(`came in an hour, for ${hours} hours, and how many calls were refused`);
  const door = printedDoor({ door: Object.fromEntries(doorRules.map((rule) => [doorCode(rule), 19])) });
  expect(said).toContain('releases print the sums in whole tens');
  expect(new Set(Object.values(door))).toEqual(new Set([10]));
});

test('it says what the numbers of transactions tell, until the database has written the rows of the day anew', () => {
  const said = under('#security');
  expect(said).toMatch(
    /at most an hour into the next one .+ could use those numbers to see which answers, comments/,
  );
  expect(said).toContain('writes the day’s rows anew, all under one number and the answers in random order');
  expect(does('maintenance')).toContain("private.mix((now() at time zone 'utc')::date)");
  for (const side of sideIds) {
    expect(does('mix')).toContain(`private.mix_${side}(from_day, before)`);
    expect(does(`mix_${side}`)).toMatch(/delete from .+ insert into .+ order by random\(\)/);
  }
  expect(does('mix')).toContain('update private.comment set');
  expect(said).toContain('Traces outlive it where they lie below the tables');
});

test('it says that nobody restores a receipt code, and that without it answers cannot be found once the day is over, not before', () => {
  expect(under('#receipt')).toContain(
    'we cannot restore it, and once the day is over we cannot find your answers without it',
  );
  // A digest is all that the database has of the code.
  expect(does('receipt_hash')).toContain("sha256(convert_to(code, 'UTF8'))");
  for (const side of sideIds)
    expect(migrations).toMatch(
      new RegExp(
        `^create table private\\.${side} \\([^;]+ receipt bytea [^,\\n]+octet_length\\(receipt\\) = 32`,
        'm',
      ),
    );
});
