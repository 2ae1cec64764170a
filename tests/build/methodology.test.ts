import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { count, percent, percentRange } from '../../src/figures/percent.ts';
import { standardNote } from '../../src/figures/standardNote.ts';
import { catalogue } from '../../src/release/catalogue.ts';
import { cutsOf } from '../../src/release/comparisons/cuts.ts';
import { compositionOf } from '../../src/release/composition.ts';
import { decide } from '../../src/release/comparisons/decide.ts';
import { FALSE_DISCOVERY_RATE } from '../../src/release/comparisons/decided.ts';
import { findSeries } from '../../src/release/findSeries.ts';
import { missingBounds } from '../../src/release/missingBounds.ts';
import { chainOf, ruleCountOf } from '../../src/release/chain.ts';
import { rules } from '../../src/release/disclosure/rules.ts';
import { isolatedGroups, isolatedNumbers } from '../../src/release/verify/isolated.ts';
import { release as schema } from '../../src/release/release.ts';
import type { EstimateDefinition, SeriesDefinition } from '../../src/release/series.ts';
import { segmentOf, strata } from '../../src/release/segments.ts';
import { contradictions, doorCode, doorRules, marks, qualityRules } from '../../src/survey/quality.ts';
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

interface Asked {
  readonly status: string;
  readonly n?: number;
  readonly unsaid?: string;
}

function ofSeries({ id }: EstimateDefinition, { id: series }: SeriesDefinition): Asked {
  const found = findSeries(release, id, series);
  if (found.status !== 'published') return { status: found.status };
  const { status, n_answered: n, unsaid } = found;
  return { status, n, unsaid: unsaid === null ? 'fewer than 10' : count(unsaid) };
}

function ofAll(estimate: EstimateDefinition, series: SeriesDefinition): Asked {
  const found = compositionOf(release, estimate, series);
  return found.status === 'withheld'
    ? { status: found.status }
    : { status: found.status, n: found.total, unsaid: '0' };
}

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
  test('says of every series how many answered and how many did not say, as the release has it', () => {
    const rows = rowsOf(`bases-${estimate.id}`);
    expect(rows.map(([who]) => who)).toEqual(estimate.series.map(({ label }) => label));
    for (const [index, series] of estimate.series.entries()) {
      // Of who answered everybody is in the base.
      const { n, unsaid, status } =
        series.partedBy === undefined ? ofSeries(estimate, series) : ofAll(estimate, series);
      const expected =
        n !== undefined ? [count(n), unsaid] : [status === 'small_base' ? 'fewer than 30' : 'withheld', ''];
      expect(rows[index]?.slice(1), series.id).toEqual(expected);
    }
  });

  test('names its headlines, and says whether anything of it may be called higher', () => {
    const text = plain($(`[id="bases-${estimate.id}"]`).closest('details').text());
    for (const { indicators } of estimate.series)
      for (const { label } of indicators) expect(text).toContain(label);
    const [m, isCut] = [estimate.comparisons.length, cutsOf(estimate.slug).length > 0];
    const none = 'no sentence says that one group here is higher';
    if (m === 0 && !isCut) expect(text).toContain(none);
    else expect(text).not.toContain(none);
    expect(text.includes(`${m} on the list`)).toBe(m > 0);
    expect(text.includes('Each group of a cut')).toBe(isCut);
  });

  test('prints worst-case bounds where more than one in ten did not say, and only there', () => {
    const text = plain($(`[id="bases-${estimate.id}"]`).closest('details').text());
    const bounds = estimate.series.flatMap((series) =>
      series.partedBy === undefined ? missingBounds(series, findSeries(release, estimate.id, series.id)) : [],
    );
    expect(text.match(/Had the /g)?.length ?? 0).toBe(bounds.length);
    for (const { x, n, missing, lower, upper } of bounds) {
      expect(text).toContain(`${percent({ x, n })} of the ${count(n)} who answered`);
      expect(text).toContain(`it would be ${missing === null ? 'within ' : ''}${percentRange(lower, upper)}`);
    }
  });
});

describe('What is compared', () => {
  const heading = $('#comparisons');
  const terms = plain(heading.nextAll('dl').first().text());
  const list = rowsOf('listed').filter(({ length }) => length > 1);
  const verdicts = list.map((cells) => cells.at(-1) ?? '');
  const decided = decide(release);

  test('says how many of each family are printed in this release, and how many of them may be said', () => {
    for (const family of ['listed', 'cuts'] as const) {
      const members = decided.filter((one) => one.family === family);
      const said = members.filter(({ higher }) => higher !== null).length;
      expect(terms).toContain(
        `both counts of ${count(members.length)} are printed, and ${said === 0 ? 'none' : count(said)} may be said`,
      );
    }
    expect(terms).toContain(`≤ ${100 * FALSE_DISCOVERY_RATE}% · k`);
    expect(terms).toContain(`about ${200 * FALSE_DISCOVERY_RATE}% of releases`);
    for (const id of strata) expect(terms).toContain(segmentOf(id).label.replace(/^By /, ''));
  });

  test('lists every comparison of the catalogue with what the release decided of it', () => {
    const listed = decided.filter(({ family }) => family === 'listed');
    expect(list).toHaveLength(catalogue.flatMap(({ comparisons }) => comparisons).length);
    const of = (verdict: string) => verdicts.filter((one) => one === verdict).length;
    expect(of('yes')).toBe(listed.filter(({ higher }) => higher !== null).length);
    expect(of('no')).toBe(listed.filter(({ higher }) => higher === null).length);
    expect(of('')).toBe(list.length - listed.length);
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
      const found = ruleCountOf(release, side, flag);
      return found === null ? 'not shown' : count(found.n);
    });
    expect(rows[index]).toEqual([name, ...shown]);
  }
  for (const { wording } of Object.values(contradictions).flat()) expect(page).toContain(wording);
});

test('gives every rule at the door in its own words with its count in the release, and every mark', () => {
  const rows = rowsOf('at-the-door');
  expect(rows.map(([, calls]) => calls)).toEqual(
    doorRules.map((rule) => count(release.door[doorCode(rule)] ?? NaN)),
  );
  for (const { wording } of [...doorRules, ...marks]) expect(page).toContain(wording);
  const marked = rowsOf('left-out').filter(([name = '']) => marks.some((mark) => name.startsWith(mark.name)));
  expect(marked).toHaveLength(marks.length);
});

test('prints every disclosure rule beside the functions that keep it and the file with their tests', () => {
  const printed = $('#disclosure')
    .closest('section')
    .find('dl > div')
    .toArray()
    .map((rule) => ({
      rule: plain($(rule).find('dt').text()),
      wording: plain($(rule).find('dd').clone().children('ul').remove().end().text()),
      code: $(rule)
        .find('li')
        .toArray()
        .map((keeper) =>
          $(keeper)
            .find('code')
            .toArray()
            .map((code) => $(code).text()),
        ),
    }));
  expect(printed).toEqual(
    rules.map(({ id, name, wording, code }) => ({
      rule: `${id} ${name}`,
      wording: plain(wording),
      code: code.map(({ name, path, test: file }) => [name, path, file]),
    })),
  );
});

test('says how many small groups one subtraction still gives', () => {
  const { few, small } = isolatedNumbers(isolatedGroups(release));
  expect(page).toContain(
    `gives ${count(small)} groups of under 10 people that no table prints, ${count(few)} of them under 5.`,
  );
});
