import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { count, percent, percentRange } from '../../src/figures/percent.ts';
import { standardNote } from '../../src/figures/standardNote.ts';
import { catalogue } from '../../src/release/catalogue.ts';
import { findSeries } from '../../src/release/findSeries.ts';
import { missingBounds } from '../../src/release/missingBounds.ts';
import { chainOf } from '../../src/release/chain.ts';
import { release as schema } from '../../src/release/release.ts';
import { bonferroniZ } from '../../src/statistics/bonferroniZ.ts';
import { contradictions, qualityRules } from '../../src/survey/quality.ts';
import { pageOf } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';

const { $ } = pageOf('/methodology/');
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** Without white space, which the markup may or may not have between a number and a name. */
const letters = (text: string): string => text.replace(/\s/g, '');
const page = plain($('main').text());
const release = schema.parse(
  JSON.parse(readFileSync(join(testSite, 'data', 'sample', 'release.json'), 'utf8')) as unknown,
);

/** The cells of the rows of a table, by the table’s name. */
const rowsOf = (id: string): readonly (readonly string[])[] =>
  $(`[id="${id}"]`)
    .closest('table')
    .find('tbody tr')
    .toArray()
    .map((row) =>
      $(row)
        .find('th, td')
        .toArray()
        .map((cell) => plain($(cell).text())),
    );

test('its contents list every section in order', () => {
  const listed = $('nav[aria-labelledby="contents"] a')
    .toArray()
    .map((link) => [$(link).attr('href'), letters($(link).text())]);
  const sections = $('main section > h2[id]')
    .toArray()
    .map((heading) => [`#${$(heading).attr('id') ?? ''}`, letters($(heading).text())]);
  expect(listed.length).toBeGreaterThan(11);
  expect(listed).toEqual(sections);
});

test('describes the sample in the required words, and claims no seal of approval', () => {
  const who = plain($('#sample').closest('section').text());
  expect(who).toContain('non-probability sample');
  expect(who).toContain('self-selected');
  expect(page).toContain(standardNote);
  expect(page).toContain('We are not members of AAPOR');
});

describe.each(catalogue)('$id $name', (estimate) => {
  test('says of every series how many were asked and how many answered, as the release has it', () => {
    const rows = rowsOf(`bases-${estimate.id}`);
    expect(rows.map(([who]) => who)).toEqual(estimate.series.map(({ label }) => label));
    for (const [index, { id }] of estimate.series.entries()) {
      const series = findSeries(release, estimate.id, id);
      const expected =
        series.status === 'published'
          ? [count(series.n_asked), count(series.n_answered)]
          : ['', series.status === 'small_base' ? 'fewer than 30' : 'withheld'];
      expect(rows[index]?.slice(1), id).toEqual(expected);
    }
  });

  test('names its headlines, and the size and z of its family of comparisons', () => {
    const text = plain($(`[id="bases-${estimate.id}"]`).closest('details').text());
    for (const { indicators } of estimate.series)
      for (const { label } of indicators) expect(text).toContain(label);
    const m = estimate.comparisons.length;
    if (m === 0) expect(text).toContain('no sentence says that one group here is higher');
    else expect(text).toContain(`each at z = ${bonferroniZ(m).toFixed(3)}`.slice(m === 1 ? 5 : 0));
    expect(text.match(/” against /g)?.length ?? 0).toBe(m);
  });

  test('prints worst-case bounds where more than one in ten did not say, and only there', () => {
    const text = plain($(`[id="bases-${estimate.id}"]`).closest('details').text());
    const bounds = estimate.series.flatMap((series) =>
      missingBounds(series, findSeries(release, estimate.id, series.id)),
    );
    expect(text.match(/Had the /g)?.length ?? 0).toBe(bounds.length);
    for (const { x, n, lower, upper } of bounds) {
      expect(text).toContain(`${percent({ x, n })} of the ${count(n)} who answered`);
      expect(text).toContain(`it would be ${percentRange(lower, upper)}`);
    }
  });
});

test('gives the chain of each side, and the participation it comes to', () => {
  for (const side of ['job_seeker', 'employer'] as const) {
    const { included, left_out, screened_out } = chainOf(release, side);
    if (included === null || left_out === null || screened_out === null)
      throw new Error('The sample prints its whole chain.');
    const sent = included + left_out + screened_out;
    const values = [sent, screened_out, included + left_out, left_out, included].map(count);
    expect(rowsOf(`chain-${side}`).map(([, value]) => value)).toEqual([
      ...values,
      percent({ x: included, n: sent }),
    ]);
  }
});

test('gives every rule of quality in its own words with what it left out, and no number that is held back', () => {
  const rows = rowsOf('left-out');
  for (const [index, { flag, name, wording }] of qualityRules.entries()) {
    expect(page).toContain(wording);
    const shown = (['job_seeker', 'employer'] as const).map((side) => {
      const n = chainOf(release, side).byRule[flag];
      return n === null ? 'not shown' : count(n);
    });
    expect(rows[index]).toEqual([name, ...shown]);
  }
  for (const { wording } of Object.values(contradictions).flat()) expect(page).toContain(wording);
});
