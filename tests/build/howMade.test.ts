import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { held, type Shown } from '../../src/components/recount/client/held.ts';
import { heldFigure, type ShownCell } from '../../src/components/recount/client/heldFigure.ts';
import { pictureIds } from '../../src/figures/estimates/figureOf.ts';
import { readLines } from '../../src/release/recount/packageLine.ts';
import { printedNumbers } from '../../src/words/worked/printedNumbers.ts';
import type { BuiltPage } from './harness/builtPages.ts';
import { firstViewScripts } from './harness/firstViewScripts.ts';
import { pageOf, pages } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';

const lines = (name: string) => readLines(readFileSync(join(testSite, 'data/sample', name), 'utf8'));
const [estimates, comparisons] = [lines('estimates.csv'), lines('comparisons.csv')];

const read = (path: string) => readFileSync(join(testSite, path));

/** The rows of a table of lines, as a browser would read them off the page. */
const shownIn = ({ $ }: BuiltPage, id: string): readonly Shown[] =>
  $(`[aria-labelledby="${id}"] tbody tr`)
    .toArray()
    .flatMap((row) => {
      const cells = $(row)
        .find('td')
        .toArray()
        .map((cell) => $(cell).text().trim());
      const line = cells.pop();
      return line === undefined ? [] : [{ line: Number(line), cells }];
    });

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The cells of a figure’s table, likewise. */
function cellsIn({ $ }: BuiltPage): readonly ShownCell[] {
  const table = $('[aria-labelledby="figures"]');
  const columns = table.find('thead th').toArray().slice(1);
  let group = '';
  return table
    .find('tbody tr')
    .toArray()
    .flatMap((tr) => {
      const [row, cells] = [words($('th', tr).text()), $('td', tr).toArray()];
      if (cells.length === 0) group = row;
      return cells.map((cell, i) => ({
        column: words($(columns[i]).text()),
        group,
        row,
        text: words($(cell).text()),
      }));
    });
}
const charts = pictureIds.map((id) => pageOf(`/charts/${id}/`));

describe('how a figure was made', () => {
  test('every line of the package that a chart is made of stands on its page, and agrees', () => {
    const shown = charts.map((page) => ({
      page,
      estimates: shownIn(page, 'lines-estimates'),
      comparisons: shownIn(page, 'lines-comparisons'),
    }));
    let numbers = 0;
    for (const one of shown) {
      const found = held(estimates, comparisons, one.estimates, one.comparisons);
      expect(found.differences, one.page.path).toEqual([]);
      numbers += found.numbers;
    }
    const linesOf = (which: 'estimates' | 'comparisons') =>
      shown.flatMap((one) => one[which].map(({ line }) => line)).sort((a, b) => a - b);
    expect(linesOf('estimates')).toEqual(estimates.map(({ number }) => number));
    expect(linesOf('comparisons')).toEqual(
      comparisons.filter((line) => line.of('difference') !== '').map(({ number }) => number),
    );
    console.log(
      `${charts.length} pages, ${linesOf('estimates').length + linesOf('comparisons').length} lines, ${numbers} numbers: 0 differences`,
    );
  });

  test('every number in the title, the drawings and the table of a chart follows from its lines', () => {
    let numbers = 0;
    for (const page of charts) {
      const { $ } = page;
      const shown = new Set(shownIn(page, 'lines-estimates').map(({ line }) => line));
      const own = estimates.filter(({ number }) => shown.has(number));
      const drawings = $('.fig__plot svg')
        .toArray()
        .map((svg) =>
          [
            ...$('text', svg)
              .toArray()
              .map((text) => words($(text).text())),
            $(svg).attr('aria-label'),
          ].join('|'),
        );
      expect(drawings, page.path).toHaveLength(2);
      const figure = { title: words($('h1').text()), drawings, cells: cellsIn(page) };
      const found = heldFigure(figure, printedNumbers(own, estimates));
      expect(found.differences, page.path).toEqual([]);
      numbers += found.numbers;
    }
    expect(numbers).toBeGreaterThan(3500);
    console.log(`${charts.length} pages, ${numbers} numbers of figures: 0 differences`);
  });

  test('says what was asked, who is counted, what is withheld and the steps of a range, and that it is made up', () => {
    for (const { path, $ } of charts) {
      const text = $('#how-made').text().replace(/\s+/g, ' ');
      expect(text, path).toContain('Sample data, made up');
      for (const heading of [
        'What was asked',
        'Who is counted',
        'What is withheld',
        'The lines of the data package',
      ])
        expect(text, path).toContain(heading);
      // Who answered is counted, and has no range.
      if (!path.includes('who-answered')) expect($('#how-made ol > li').length, path).toBeGreaterThan(3);
      const asked = $('#how-made q')
        .toArray()
        .map((one) => $(one).text());
      expect(asked, path).toEqual(
        $('.fig__asked q')
          .toArray()
          .map((one) => $(one).text()),
      );
    }
  });

  test('says beside the button what is not read of a figure', () => {
    for (const { path, $ } of charts)
      expect(words($('[data-recount]').text()), path).toContain(
        'It does not read hours, shares in words, bare numbers in bars, or the table of differences.',
      );
  });

  test('leads from each question to its answers in the codebook', () => {
    const anchors = new Set(
      pageOf('/codebook/')
        .$('[id]')
        .toArray()
        .map(({ attribs }) => attribs.id),
    );
    const ways = charts.flatMap(({ $ }) =>
      $('#how-made a[href*="/codebook/#"]')
        .toArray()
        .map(({ attribs }) => attribs.href),
    );
    expect(ways.length).toBeGreaterThan(charts.length);
    for (const way of ways) expect(anchors).toContain(way?.replace(/.*#/, ''));
  });

  test('is on the pages of charts alone', () => {
    expect(
      pages
        .filter(({ $ }) => $('#how-made').length > 0)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(charts.map(({ path }) => path).sort());
  });

  test('asks for nothing before the press, then for one script of at most 8 kB compressed, 20 kB as it lies', async () => {
    for (const page of charts) {
      const before = (await firstViewScripts(testSite, page)).files.map(({ path }) => path);
      const [recount = '', ...others] = page.$.html().match(/\/_astro\/recount-[\w-]+\.js/g) ?? [];
      expect(others).toEqual([]);
      const after = (await firstViewScripts(testSite, page, [recount])).files.map(({ path }) => path);
      expect(after.filter((path) => !before.includes(path))).toEqual([recount]);
      const script = read(recount);
      expect(brotliCompressSync(script).length).toBeLessThanOrEqual(8_000);
      expect(script.length).toBeLessThanOrEqual(20_000);
    }
  });

  test('leaves the HTML of every chart within 60 kB, compressed', () => {
    for (const { path, file } of charts)
      expect(brotliCompressSync(readFileSync(file)).length, path).toBeLessThanOrEqual(60_000);
  });
});
