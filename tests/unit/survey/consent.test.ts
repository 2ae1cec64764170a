import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { controller } from '../../../src/controller.ts';
import { channelOf, channels } from '../../../src/survey/channel.ts';
import {
  adultAge,
  consentText,
  consentVersion,
  smallestBase,
  smallestCount,
  smallestGroup,
  type Consent,
} from '../../../src/survey/consent.ts';
import { minutesOf } from '../../../src/survey/minutes.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';

const sides = ['job_seeker', 'employer'] as const;
const someone = {
  name: 'Someone',
  contact: 'someone@nobutwhy.example',
  retentionMonths: 36,
  databaseHost: { name: 'a host', country: 'Iceland' },
};
const asRead = ({ heading, paragraphs, more, box }: Consent): string =>
  [heading, ...paragraphs, more.heading, ...more.paragraphs, box].join('\n');
const consent = consentText(someone, 4);
const whole = asRead(consent);

test('it says who asks, how long it takes and how long a code leads to the answers', () => {
  expect(consent.paragraphs[0]).toContain('Someone (someone@nobutwhy.example)');
  expect(consent.paragraphs[0]).toContain('about 4 minutes');
  expect(whole).toContain('for 36 months');
  const other = consentText({ ...someone, name: 'A', contact: 'b@nobutwhy.example', retentionMonths: 12 }, 9);
  expect(other.paragraphs.join('\n')).toMatch(/^(?=[\s\S]*A \(b@)(?=[\s\S]*9 minutes)(?=[\s\S]*12 months)/);
});

test.each([0, 1.5, 121, Number.NaN])(
  'it does not promise %d months, which the database refuses',
  (months) => {
    expect(() => consentText({ ...someone, retentionMonths: months }, 4)).toThrow(/^retentionMonths in src/);
  },
);

test.each([
  ['that it is voluntary', /voluntary/],
  ['that questions can be skipped and that one can stop', /skip .* stop at any time/],
  [
    'that it is for adults, also in the box',
    new RegExp(`must be ${adultAge} or over[\\s\\S]*I am ${adultAge} or over`),
  ],
  ['what is not asked', /your name, e-mail or employer/],
  ['what is not stored', /do not store your IP address/],
  ['what is published', /counts only, never single answers/],
  ['the smallest group', new RegExp(`no group of fewer than ${smallestGroup} people`)],
  ['the smallest base', new RegExp(`no percentage for fewer than ${smallestBase}\\b`)],
  ['the smallest count', new RegExp(`no count of answers from 1 to ${smallestCount - 1}\\b`)],
  ['what the code can do', /see, correct or delete [^.]*for 36 months\./],
  ['what happens without it', /Without it we cannot find them/],
  ['what does not come back', /already published stay/],
  ['that some of it can be hard', /If that is hard right now, you can leave/],
])('it says %s', (_, words) => {
  expect(whole).toMatch(words);
});

test('how often answers can be corrected, which nobody reaches who means well, stands on the privacy page', () => {
  expect(readFileSync('src/pages/privacy.astro', 'utf8')).toMatch(
    /correct them up to \{mostCorrections\} times/,
  );
});

test('the protocol has the text word for word, folds aside', () => {
  const [, quoted = ''] =
    /### 4\.3 Consent text\n\n((?:>.*\n)+)/.exec(readFileSync('docs/protocol.md', 'utf8')) ?? [];
  const inProtocol = quoted.replaceAll(/^> ?/gm, '').trim().split(/\n\n/);
  const { heading, paragraphs, box } = consentText({ ...someone, name: '{name}', contact: '{contact}' }, 4);
  const [first = '', ...others] = paragraphs;
  expect(inProtocol.map((paragraph) => paragraph.replaceAll('\n', ' '))).toEqual([
    `**${heading}.** ${first.replace('about 4 minutes', 'about {minutes} minutes')}`,
    ...others,
    `☐ ${box}`,
  ]);
});

test('no promise of anonymity, which nobody can keep', () => {
  expect(whole).not.toMatch(/anonym/i);
});

/**
 * Of the text as people read it here, with the controller’s name, contact and months. Set the new digest together with a
 * new version once somebody has answered: whoever agreed to another text did not agree to this one.
 */
test('another text is another version', () => {
  const shown = sides.map((side) => asRead(consentText(controller, minutesOf(questionnaire, side))));
  const digest = createHash('sha256').update(shown.join('\n')).digest('hex').slice(0, 16);
  expect({ version: consentVersion, digest }).toEqual({ version: '1', digest: '1309f9bfbd7688c1' });
});

test('the text of this site is made for each side without a hole in it', () => {
  for (const side of sides)
    expect(asRead(consentText(controller, minutesOf(questionnaire, side)))).not.toMatch(/undefined|NaN|\$\{/);
});

test('a channel is what the link says, never more', () => {
  expect([null, '', 'linkedin', 'LinkedIn', 'https://a.example/?q=me', 'toString'].map(channelOf)).toEqual([
    'direct',
    'direct',
    'linkedin',
    'other',
    'other',
    'other',
  ]);
  expect(channels.map(channelOf)).toEqual([...channels]);
});
