import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { standardNote } from '../../src/figures/standardNote.ts';
import { printed, saysOf, sentenceOf } from '../../src/ledger/inWords.ts';
import { ledger } from '../examples/ledger.ts';
import { readableTexts } from './harness/readableTexts.ts';
import { testSite } from './harness/testSite.ts';

/** Words that claim more than a self-selected sample can carry (protocol 2.9), and what to write instead. */
const forbidden: readonly { readonly words: RegExp; readonly instead: string }[] = [
  { words: /margins? of (sampling )?error/gi, instead: 'small-numbers range' },
  { words: /\b(in)?significan(t|ce|tly)\b/gi, instead: 'higher in this sample' },
  { words: /\b(dis)?prove[sdn]?\b/gi, instead: 'goes with' },
  { words: /\bbecause of\b/gi, instead: 'goes with' },
  { words: /\b(un|non-?)?representative(ness|ly)?\b/gi, instead: 'self-selected' },
  { words: /\bnation(ally|wide)\b/gi, instead: 'self-selected' },
  { words: /\bemployers think\b/gi, instead: 'of the employers who answered' },
  { words: /\bconfidence (that the true|intervals?)\b/gi, instead: 'range for a random sample of this size' },
  { words: /\bcredibility intervals?\b/gi, instead: 'range for a random sample of this size' },
  {
    words:
      /(%\s*of|\b(third|quarter|half|thirds|quarters) of|\bin ten) (all )?(candidates|applicants|employers|job ?seekers)\b/gi,
    instead: 'of the … described here',
  },
  {
    words:
      /\b(raise|lower|increase|reduce)s? (the|their|people’s) (wish|will|willingness|chances?|confidence)\b/gi,
    instead: 'more often said by people who',
  },
  { words: /\b(cannot|can’t|could not) be told apart\b/gi, instead: 'the range that was found' },
  {
    words: /\b(nothing|no one|nobody|never)\b[^.;:]{0,60}\b(fewer|less) than (10|ten) (people|persons)\b/gi,
    instead: 'what the rules keep (protocol 3.3)',
  },
  { words: /\banonym(ous|ously|ity|ised)\b/gi, instead: 'we do not ask who you are' },
];

/** Sentences that may hold such a word: they reject it, or quote what others counted. Each with its reason. */
const allowed: readonly { readonly path: RegExp; readonly sentence: string; readonly because: string }[] = [
  {
    path: /^\/methodology\/$/,
    sentence: 'We do not print a margin of error:',
    because: 'says that there is none',
  },
  {
    path: /^\/methodology\/$/,
    sentence: 'Nor do we call a difference significant.',
    because: 'says that the word is not used',
  },
  {
    path: /^\/essays\/what-is-known-so-far\/$/,
    sentence: 'no independent, representative survey at all',
    because: 'says that nobody has one',
  },
  {
    path: /^\/essays\/what-is-known-so-far\/$/,
    sentence: 'Our survey will not be representative either.',
    because: 'says that ours is none',
  },
  {
    path: /^\/privacy\/$/,
    sentence: 'rather than “anonymous”:',
    because: 'says that it would be too much',
  },
  {
    path: /./,
    sentence: 'I ended it myself, and not because of waiting',
    because: 'the words of an answer, in which people speak of what they did themselves',
  },
];

/**
 * What others have published, in the ledger’s words and in their own: it stands with its people and its year, and is no
 * claim of ours. The longest first, so that none is cut by a shorter one inside it.
 */
const ofOthers: readonly string[] = ledger
  .flatMap(({ study }) => [
    ...Object.values(study.values).flatMap((value) => [
      sentenceOf(value),
      `${printed(value)} ${saysOf(value)}`,
      ...(value.wording === undefined ? [] : [value.wording]),
    ]),
    ...study.misquotations.map(({ says }) => says),
  ])
  .map((text) => text.replace(/\s+/g, ' '))
  .toSorted((a, b) => b.length - a.length);

/** The feeds and the search hold the texts of essays: what one may say on its page it may say there. */
const holdsEssays = /^\/(rss\.xml|feed\.json|search\/index\.json)$/;
const holdsOn = (path: RegExp, where: string): boolean =>
  path.test(where) || (holdsEssays.test(where) && path.source.includes('essays'));

/** The page of the rule itself, which names the words that it rules out. */
const isProtocol = (path: string): boolean =>
  path === '/methodology/protocol/' || /^\/data\/[^/]+\/protocol\.md$/.test(path);

const texts = readableTexts(testSite);

const hits = (text: string) =>
  forbidden.flatMap(({ words, instead }) =>
    [...text.matchAll(words)].map(({ 0: found, index }) => ({
      found,
      around: text.slice(Math.max(0, index - 60), index + found.length + 60),
      instead,
    })),
  );

test('no page, picture or table says more than a self-selected sample can carry', () => {
  const held = texts.filter(({ path }) => !isProtocol(path));
  expect(held.length).toBeGreaterThan(30);
  const problems = held.flatMap(({ path, text }) => {
    const own = allowed
      .filter((entry) => holdsOn(entry.path, path))
      .map(({ sentence }) => sentence)
      .concat(ofOthers)
      .reduce((rest, sentence) => rest.replaceAll(sentence, ' '), text);
    return hits(own).map(
      ({ found, around, instead }) => `${path} says “${found}” (write: ${instead}): …${around}…`,
    );
  });
  expect(problems).toEqual([]);
});

test('every exception is still needed, in these very words', () => {
  const unused = allowed.filter(
    ({ path, sentence }) => !texts.some((entry) => path.test(entry.path) && entry.text.includes(sentence)),
  );
  expect(unused).toEqual([]);
  // An exception that holds no forbidden word would hide one that is added to it later.
  expect(allowed.filter(({ sentence }) => hits(sentence).length === 0)).toEqual([]);
});

test('the standard note is written down once, so that every chart says the same', () => {
  const [opening = ''] = standardNote.split(' and ');
  const written = globSync('src/**/*.{ts,astro,mdx}').filter((file) =>
    readFileSync(file, 'utf8').includes(opening),
  );
  expect(written).toEqual(['src/figures/standardNote.ts']);
});
