import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readCuts } from '../../src/charts/live/cutsFile.ts';
import { describeBars } from '../../src/words/describeBars.ts';
import { cuts } from '../../src/figures/cuts/cuts.ts';
import { markedTable } from '../../src/words/markedTable.ts';
import { builtPages } from './harness/builtPages.ts';
import { onDemandScripts } from './harness/onDemandScripts.ts';
import { testSite } from './harness/testSite.ts';

const pages = new Map(builtPages(testSite).map((page) => [page.path, page]));

function pageOf(path: string) {
  const found = pages.get(path);
  if (found === undefined) throw new Error(`The site has no page ${path}.`);
  return found;
}

const text = readFileSync(join(testSite, '/results/cuts.json'), 'utf8');
const figures = readCuts(text);

/** The table of a page, cell by cell. */
function tableOf(path: string): { caption: string; rows: string[][] } {
  const { $ } = pageOf(path);
  const rows = $('table.data tr')
    .toArray()
    .map((row) =>
      $(row)
        .children()
        .toArray()
        .map((cell) => $(cell).text().trim()),
    );
  return { caption: $('table.data caption').text().trim(), rows };
}

test('the explorer has every cut, in the order of the catalogue', () => {
  expect(figures.map(({ id }) => id)).toEqual(cuts.map(({ id }) => id));
});

test.each(figures.map((figure) => [figure.id, figure] as const))(
  'it gives %s the finding, the questions, the notes and every number of its own page',
  (id, figure) => {
    const path = `/charts/${id}/`;
    const { $ } = pageOf(path);
    const { finding, table } = describeBars(figure);
    expect(finding).toBe($('h1').text());
    const { caption, rows, columns, rowHeading } = markedTable(table, figure.provenance.madeUp);
    expect(tableOf(path)).toEqual({
      caption,
      rows: [[rowHeading, ...columns], ...rows.map(({ label, cells }) => [label, ...cells])],
    });
    const questions = figure.asked.map(({ whom, question }) => `${whom}: ${question}`);
    expect(
      $('.fig__asked')
        .toArray()
        .map((asked) => $(asked).text().trim()),
    ).toEqual(questions);
    const notes = $('.fig__note')
      .toArray()
      .map((note) => $(note).text().trim());
    expect(notes.slice(1)).toEqual(figure.notes);
    expect(path).toBe(figure.provenance.address.replace(/^[^/]+/, ''));
  },
);

test('without JavaScript it is a link to every cut’s own page, named by figure and groups', () => {
  const { $ } = pageOf('/results/');
  const links = $('[data-explorer] a[data-cut]').toArray();
  expect(links.map((link) => $(link).attr('href'))).toEqual(cuts.map(({ id }) => `/charts/${id}/`));
  const names = links.map((link) => $(link).attr('aria-label') ?? '');
  expect(new Set(names).size).toBe(cuts.length);
  for (const [i, { estimate, segment }] of cuts.entries())
    expect(names[i]).toBe(`${segment.label}: ${estimate.name}`);
});

test('its figures weigh at most 7 kB, its scripts at most 52 kB, Chart.js included, all compressed', async () => {
  expect(brotliCompressSync(text).length).toBeLessThanOrEqual(7000);
  const { files, bytes } = await onDemandScripts(testSite, pageOf('/results/'));
  // Should it be cut up or renamed, the weight must still be that of the whole.
  expect(files.filter(({ path }) => path.includes('liveBars'))).toHaveLength(1);
  expect(bytes, JSON.stringify(files)).toBeLessThanOrEqual(52_000);
});
