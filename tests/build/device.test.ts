import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answeredDays, draftDays } from '../../src/survey/draft.ts';
import { pageOf, pages } from './harness/site.ts';

const words = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** What the page on privacy says of the device, until its next heading. */
const onDevice = (): string => words(pageOf('/privacy/').$('#device').nextUntil('h2').text());

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
