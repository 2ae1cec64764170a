import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cuts } from '../../src/figures/cuts/cuts.ts';
import { onDemandScripts } from './harness/onDemandScripts.ts';
import { pageOf } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';

const { $ } = pageOf('/results/');
const links = $('[data-explorer] a[data-by]').toArray();

test('without JavaScript it is a link to every cut’s own page, named by figure and groups', () => {
  expect(links.map((link) => $(link).attr('href'))).toEqual(cuts.map(({ id }) => `/charts/${id}/`));
  const names = links.map((link) => $(link).attr('aria-label') ?? '');
  expect(new Set(names).size).toBe(cuts.length);
  for (const [i, { estimate, segment }] of cuts.entries())
    expect(names[i]).toBe(`${segment.label}: ${estimate.name}`);
});

test.each(cuts.map(({ id }, i) => [id, links[i]] as const))(
  'the page of %s has each part that the explorer takes from it, once, and as many blanks as its link says',
  (id, link) => {
    const cut = pageOf(`/charts/${id}/`).$;
    for (const part of ['h1', 'figure.fig', 'figure.fig > figcaption', '.sharing', '.scroll table'])
      expect(cut(part), part).toHaveLength(1);
    const rows = cut('.scroll tbody tr:not(.sum)').toArray();
    const blank = rows.filter((row) => !/\d%/.test(cut(row).text())).length;
    expect($(link).attr('data-blank')).toBe(blank === 0 ? undefined : `${blank} of ${rows.length}`);
  },
);

test('its scripts weigh at most 2.1 kB, compressed', async () => {
  const { files, bytes } = await onDemandScripts(testSite, pageOf('/results/'));
  expect(files.filter(({ path }) => path.includes('explore'))).toHaveLength(1);
  expect(bytes, JSON.stringify(files)).toBeLessThanOrEqual(2100);
});

test('no page loads Chart.js: charts are drawn at build', () => {
  const mark = 'Canvas is already in use';
  expect(readFileSync('node_modules/chart.js/dist/chart.js', 'utf8')).toContain(mark);
  const scripts = globSync('**/*.js', { cwd: testSite });
  expect(scripts).not.toEqual([]);
  expect(scripts.filter((path) => readFileSync(join(testSite, path), 'utf8').includes(mark))).toEqual([]);
});
