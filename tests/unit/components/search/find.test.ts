import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../../src/components/search/entry.ts';
import { excerpt, finderOf } from '../../../../src/components/search/find.ts';

const entry = (href: string, words: Partial<Entry>): Entry => ({
  kind: 'essay',
  href,
  title: '',
  part: '',
  beside: '',
  text: '',
  ...words,
});
const entries = [
  entry('/essays/silence/', { title: 'The long silence', text: 'Nobody wrote.' }),
  entry('/essays/silence/#law', {
    title: 'The long silence',
    part: 'A law',
    text: 'Ontario asks for an answer.',
  }),
  entry('/charts/waiting/', {
    kind: 'chart',
    title: 'Days of waiting',
    text: 'Silence of weeks, then a letter.',
  }),
  entry('/codebook/#a', { kind: 'question', title: 'Were you told?', text: 'Yes · No' }),
  entry('/codebook/#b', { kind: 'question', title: 'When were you told?', text: 'At once · Later' }),
];
const find = finderOf(entries);
const found = (query: string) => find(query).map((one) => one.entry.href);

describe('a query finds', () => {
  test('what has its words in the title before what has them in the text', () => {
    expect(found('silence')).toEqual(['/essays/silence/', '/charts/waiting/']);
  });

  test('the part of a page that the words are in, and each page once', () => {
    expect(found('ontario')).toEqual(['/essays/silence/#law']);
    expect(found('long')).toEqual(['/essays/silence/']);
  });

  test('each question for itself', () => {
    expect(found('told').toSorted()).toEqual(['/codebook/#a', '/codebook/#b']);
  });

  test('words by their beginning, and with a slip', () => {
    expect(found('wait')).toEqual(['/charts/waiting/']);
    expect(found('ontaro')).toEqual(['/essays/silence/#law']);
  });

  test('only what has all of its words, where something has', () => {
    expect(found('silence letter')).toEqual(['/charts/waiting/']);
    expect(found('ontario letter').toSorted()).toEqual(['/charts/waiting/', '/essays/silence/#law']);
  });

  test('a study by what is wrongly said of it, which is not shown', () => {
    const study = entry('/figures/a/', {
      kind: 'study',
      title: 'A count',
      text: '41% had.',
      also: '59% never',
    });
    const [first] = finderOf([study])('59% never');
    expect(first?.entry).toBe(study);
    expect(
      excerpt(study.text, first?.hits ?? new Set())
        .map(({ text }) => text)
        .join(''),
    ).toBe('41% had.');
  });

  test('nothing, where nothing is near', () => {
    expect(found('zebra')).toEqual([]);
  });
});

describe('an excerpt', () => {
  const text = `${'before '.repeat(60)}the Silence that followed ${'after '.repeat(60)}`.trim();
  const shown = excerpt(text, new Set(['silence']));

  test('marks the words that were hit, as they are written', () => {
    expect(shown.filter(({ hit }) => hit)).toEqual([{ text: 'Silence', hit: true }]);
  });

  test('is short, holds whole words of the text, and shows where it was cut', () => {
    const words = shown.map((stretch) => stretch.text).join('');
    expect(words.length).toBeLessThan(300);
    expect(words).toMatch(/^… .*before the Silence that followed after .* …$/);
    expect(text).toContain(words.replace(/^… | …$/g, ''));
  });

  test('is the whole of a short text', () => {
    expect(
      excerpt('Yes · No', new Set(['yes']))
        .map((stretch) => stretch.text)
        .join(''),
    ).toBe('Yes · No');
  });
});
