import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chartFaults, chartsIn } from '../../../src/essay/chartsIn.ts';
import { said } from '../../../src/essay/prose.ts';

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
    { id: 'one', before: 'Not yet > soon.', line: 5 },
    { id: 'two', before: 'We cannot say “two” yet: id="x" is not its id.', line: 7 },
  ]);
});

test('what stands in code is no chart', () => {
  expect(chartsIn('a.mdx', 'Write `<Chart id="x" />`.\n\n```\n<Chart />\n```')).toEqual([]);
});

test('what an author has put in a comment is no chart, and moves no line', () => {
  const charts = chartsIn(
    'a.mdx',
    '{/*\n<Chart id="old" before="b" />\n*/}\n\n<Chart id="new" before="b" />',
  );
  expect(charts).toEqual([{ id: 'new', before: 'b', line: 5 }]);
});

describe('stops the build with file and line', () => {
  const text = '---\ntitle: A\ncharts: [outcome]\n---\n\n<Chart id="ghost-rate" before="Not yet." />\n';
  const ids = ['outcome', 'told-by-day'];

  test('a chart that there is not', () => {
    expect(said('a.mdx', chartFaults('a.mdx', text, ['outcome'], ids))).toBe(
      'a.mdx:6: there is no chart “ghost-rate”; expected one of outcome, told-by-day.',
    );
  });

  test('one that the front matter does not list', () => {
    const other = text.replace('ghost-rate', 'told-by-day');
    expect(said('a.mdx', chartFaults('a.mdx', other, ['outcome'], ids))).toBe(
      'a.mdx:3: charts lists [outcome], and the text shows [told-by-day]; expected the same ids in the same order.',
    );
    expect(chartFaults('a.mdx', other, ['told-by-day'], ids)).toEqual([]);
  });
});

test.each(readdirSync(folder))('%s: its words before the numbers name no number', (name) => {
  const file = `${folder}/${name}`;
  for (const { before } of chartsIn(file, readFileSync(file, 'utf8')))
    expect(before).not.toMatch(/\d|%|percent/);
});
