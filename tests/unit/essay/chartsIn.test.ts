import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chartsIn } from '../../../src/essay/chartsIn.ts';

const folder = 'src/content/essays';

test('a chart brings its id and the author’s words, over as many lines as they take', () => {
  const text = `---
title: A
---

Text. <Chart id="one" before="Not yet > soon." />

<Chart
  before='We cannot say “two” yet: id="x" is not its id.'
  id='two'
>

Reads it.

</Chart>
`;
  expect(chartsIn('a.mdx', text)).toEqual([
    { id: 'one', before: 'Not yet > soon.' },
    { id: 'two', before: 'We cannot say “two” yet: id="x" is not its id.' },
  ]);
});

test.each([
  ['none', '<Chart id="one" />'],
  ['empty', '<Chart id="one" before="" />'],
  ['blank', '<Chart id="one" before="  " />'],
  ['not written out', '<Chart id="one" before={words} />'],
  ['another’s', '<Chart id="one" /> <Chart id="two" before="Not yet." />'],
])('words that are %s stop the build with file and line', (_, tag) => {
  expect(() => chartsIn('essays/a.mdx', `---\ntitle: A\n---\n\nText.\n\n${tag}\n`)).toThrow(
    /^essays\/a\.mdx:7: the chart “one” has no words for the time before its numbers; expected before="…"/,
  );
});

test('a chart without an id stops it, too', () => {
  expect(() => chartsIn('a.mdx', '\n<Chart before="Not yet." />')).toThrow(/^a\.mdx:2: .* names no chart/);
});

test('what an author has put in a comment is no chart, and moves no line', () => {
  expect(() => chartsIn('a.mdx', '{/*\n<Chart id="old" />\n*/}\n<Chart id="new" />')).toThrow(
    /^a\.mdx:4: .*“new”/,
  );
});

test.each(readdirSync(folder))('%s: its words before the numbers name no number', (name) => {
  const file = `${folder}/${name}`;
  for (const { before } of chartsIn(file, readFileSync(file, 'utf8')))
    expect(before).not.toMatch(/\d|%|percent/);
});
