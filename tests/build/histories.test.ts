import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countedInWords } from '../../src/figures/countedInWords.ts';
import { chartIds, figureOf, pictureIds } from '../../src/figures/estimates/figureOf.ts';
import { sampleMark } from '../../src/figures/standardNote.ts';
import { ruleCountOf } from '../../src/release/chain.ts';
import { keptName } from '../../src/release/counts.ts';
import { countedOf } from '../../src/release/counted.ts';
import { FIRST_RELEASE, MINIMUM_BASE } from '../../src/release/disclosure/thresholds.ts';
import { noRelease } from '../../src/release/noRelease.ts';
import { progressText } from '../../src/release/progress.ts';
import { qualityRules } from '../../src/survey/quality.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { describe as inWords } from '../../src/words/describe.ts';
import { firstMonths } from '../examples/firstMonths.ts';
import { builtPages, type BuiltPage } from './harness/builtPages.ts';
import { readableTexts, type ReadableText } from './harness/readableTexts.ts';
import { writeRelease } from './harness/sampleAsReal.ts';
import { tag } from './harness/site.ts';
import { copyWithoutPosts, type SiteCopy } from './harness/siteCopy.ts';
import { runAstroBuild } from './harness/testSite.ts';
import { packageTotals, releaseList, totalsIn, totalsInChains, type Total } from './harness/totalsIn.ts';

const months = firstMonths();
const [, second, third, fourth] = months;

/** How many have answered in steps of ten, while a side has no release, and which month it is after the first. */
const histories = [
  { name: '0 answers', progress: { job_seeker: 0, employer: 0 }, month: -1 },
  { name: '12 answers', progress: { job_seeker: 10, employer: 0 }, month: -1 },
  { name: '60 and 17', progress: { job_seeker: 50, employer: 10 }, month: 0 },
  { name: '500 and 200', month: 1 },
  { name: 'a month with one side not due', month: 2 },
  { name: 'a month that withholds a cut that was shown', month: 3 },
];

const sides = ['job_seeker', 'employer'] as const;

const readCsv = (dist: string, name: string) =>
  parse<Record<string, string>>(readFileSync(join(dist, name)), { columns: true, bom: true });

const asOfIn = (words: string): string | undefined => /as of (\d{4}-\d\d)/.exec(words)?.[1];

let copy: SiteCopy;
beforeAll(() => {
  copy = copyWithoutPosts();
  rmSync(join(copy.folder, 'src/content/releases/sample'), { recursive: true });
});
afterAll(() => {
  copy.remove();
});

test('the months are what they are called', () => {
  const vintages = third?.release.tables.filter(({ vintage }) => vintage !== third.release.id);
  expect(new Set(vintages?.map(({ vintage }) => vintage))).toEqual(new Set([second?.release.id]));
  expect(countedOf(third?.release ?? noRelease(), 'employer')?.vintage).toBe(second?.release.id);
  expect(withheldCuts().length).toBeGreaterThan(0);
});

/** The groups of cuts that the third month prints and the fourth does not. */
function withheldCuts() {
  const before = new Map(third?.release.tables.map((table) => [`${table.table} ${table.segment}`, table]));
  return (fourth?.release.tables ?? []).flatMap(({ table, segment, groups }) =>
    Object.entries(groups).flatMap(([code, { status }]) => {
      const was = before.get(`${table} ${segment}`)?.groups[code]?.status;
      return was === 'published' && status !== 'published' && /3$|4$/.test(segment ?? '')
        ? [{ table, segment, code }]
        : [];
    }),
  );
}

describe.each(histories)('$name', ({ progress, month }) => {
  const released = months.slice(0, month + 1);
  const current = released.at(-1)?.release ?? noRelease();
  const source = { release: current, questionnaire, host: 'nobutwhy.example' };
  const titles = new Map(pictureIds.map((id) => [id, inWords(figureOf(id, source)).title]));
  const isReleased = released.length > 0;

  let dist: string;
  let pages: ReadonlyMap<string, BuiltPage>;
  let texts: readonly ReadableText[];
  beforeAll(async () => {
    const file = join(copy.folder, 'src/content/releases/progress.json');
    // Later histories keep the file: nothing of it may be read once both sides are released.
    if (progress !== undefined) writeFileSync(file, progressText({ counted: '2026-11-20', ...progress }));
    if (isReleased)
      writeRelease(
        copy.folder,
        current,
        released.slice(0, -1).map(({ release }) => release),
      );
    dist = join(copy.folder, 'dist');
    rmSync(dist, { recursive: true, force: true });
    const { code, said } = await runAstroBuild(copy.folder, dist, { SITE_URL: 'https://nobutwhy.example' });
    if (code !== 0) throw new Error(`The site does not build:\n${said.slice(-4000)}`);
    const built = builtPages(dist);
    pages = new Map(built.map((page) => [page.path, page]));
    texts = readableTexts(dist, built);
  });

  const page = (path: string): BuiltPage => {
    const found = pages.get(path);
    if (found === undefined) throw new Error(`There is no page ${path}.`);
    return found;
  };

  /** Whether a total is what was counted for the release that it names, or for the one that is shown. */
  const isTrue = ({ side, n, asOf = current.id }: Total): boolean =>
    released.some(({ release, counted }) => release.id === asOf && counted[side] === n);

  test('every total of a side, on every page and in every file, is of the release that it names', () => {
    const said = texts
      // Files of earlier releases stay what they were; protocols and essays count nobody.
      .filter(({ path }) => !/^\/(data\/.+|methodology\/protocol\/|essays\/.+|codebook\/)/.test(path))
      .flatMap(({ path, text }) => totalsIn(text).map((total) => ({ path, total })));
    const chains = totalsInChains(page('/methodology/').$).map((total) => ({ path: 'chain', total }));
    const wrong = [...said, ...chains].filter(({ total }) => !isTrue(total));
    expect(wrong.map(({ path, total }) => `${path}: ${total.words}`)).toEqual([]);
    const places = new Set(said.map(({ path }) => path));
    for (const path of ['/results/', '/methodology/', '/charts/outcome/', '/charts/who-answered/'])
      expect(places.has(path), path).toBe(isReleased);
  });

  test('how many have answered so far is said of the sides without a release alone, and the same everywhere', () => {
    const waiting = sides.filter((side) => countedOf(current, side) === null);
    const soFar = { 0: 'Fewer than 10 answered.', 10: '10 or more answered: at most 40 to go.' };
    const expected = waiting.map((side) => soFar[progress?.[side] === 10 ? 10 : 0]).toSorted();
    const read = (path: string) => {
      const text = page(path).$('body').text().replace(/\s+/g, ' ');
      const dated = text.split('Counted on 20 November 2026').length - 1;
      return [
        dated,
        ...(
          text.match(/Fewer than 10 answered\.|\d+ or more answered: at most \d+ to go\.|Enough answered/g) ??
          []
        ).toSorted(),
      ];
    };
    // A chart asks both sides to answer, whichever of them it is about.
    for (const path of ['/', '/results/', ...chartIds.map((id) => `/charts/${id}/`)])
      expect(read(path), path).toEqual([waiting.length > 0 ? 1 : 0, ...expected]);
    expect(read('/data/')).toEqual(isReleased ? [0] : [1, ...expected]);
  });

  test('a figure without a finding says on its page, in its embed and in its picture what it takes', () => {
    for (const id of pictureIds) {
      const { missing, missingAlone, bases } = inWords(figureOf(id, source));
      const embed = page(`/embed/${id}/`).$;
      expect(page(`/charts/${id}/`).$('.deck').text(), id).toBe(missing ?? '');
      expect(embed('.fig__missing').text(), id).toBe(missingAlone ?? '');
      expect(embed('.embed__source').text().startsWith(bases), id).toBe(true);
      if (!isReleased) continue;
      const picture =
        texts.find(({ path }) => path === `/charts/${id}.svg`)?.text.replaceAll('&amp;', '&') ?? '';
      expect(picture, id).toContain(missingAlone ?? '');
      // A card that asks has no base.
      if (page(`/charts/${id}/`).$('table.data td').text().includes('%'))
        expect(picture, id).toContain(bases);
    }
  });

  test('every total in every package is of the release that it names, as on the pages', () => {
    const packages = released.map(({ release }) => ({ id: release.id, ...packageTotals(dist, release.id) }));
    const wrong = packages.flatMap(({ id, totals }) =>
      totals
        .filter((total) => !isTrue({ ...total, asOf: total.asOf ?? id }))
        .map(({ words }) => `${id} ${words}`),
    );
    expect(wrong).toEqual([]);
    for (const { id, totals, texts: files } of packages) {
      expect(totals.length, id).toBeGreaterThan(20);
      expect(
        files.flatMap((text) => totalsIn(text)),
        id,
      ).toEqual([]);
    }
    const [shown] = packages.slice(-1);
    for (const side of sides) {
      const onPages = countedOf(current, side);
      const inPackage = shown?.totals.filter((total) => total.side === side) ?? [];
      const newest = inPackage
        .map(({ asOf = '' }) => asOf)
        .toSorted()
        .at(-1);
      expect(newest, side).toBe(onPages?.vintage);
      if (onPages !== null)
        expect(inPackage.filter(({ asOf }) => asOf === newest).map(({ n }) => n)).toContain(onPages.n);
    }
  });

  test('what a rule left out is the same in the package as on the page of the method', () => {
    for (const { release } of released)
      for (const { side, rule, effect, n, vintage } of readCsv(dist, `data/${release.id}/quality.csv`)) {
        if (rule === 'any' || (side !== 'job_seeker' && side !== 'employer')) continue;
        const flag = effect === 'kept' ? keptName(rule ?? '') : (rule ?? '');
        const counted = ruleCountOf(release, side, flag);
        expect([n, vintage], `${release.id} ${side} ${flag}`).toEqual(
          counted === null ? ['', expect.anything()] : [String(counted.n), counted.vintage],
        );
      }
  });

  test('every share and range on every page follows from the package', () => {
    if (!isReleased) return;
    const { stdout } = spawnSync(process.execPath, ['scripts/recompute.ts', dist], { encoding: 'utf8' });
    expect(stdout).toMatch(/^\d{3,} numbers checked: 0 differences\s*$/);
  });

  test('a side that has no figures beside one that has is told what it takes', () => {
    const said = page('/charts/promise/').$('.invitation').text();
    const waits = isReleased && countedOf(current, 'employer') === null;
    expect(said.includes(`Employers’ first figures come with ${FIRST_RELEASE} answers.`)).toBe(waits);
  });

  test('the data page lists every release with its own totals', () => {
    const listed = releaseList(readFileSync(join(dist, 'data/index.html'), 'utf8'));
    const expected = released.toReversed().map(({ release }) => {
      const cells = sides.map((side) => {
        const counted = countedOf(release, side);
        return counted === null ? 'not yet' : countedInWords(counted, release.id);
      });
      return [release.id, cells] as const;
    });
    expect([...listed]).toEqual(expected);
  });

  test('what a rule left out is of the release that its cell names, or else its column', () => {
    const { $ } = page('/methodology/');
    const table = $('caption:contains("Left out of release")').closest('table');
    const columns = table.find('thead th').toArray().slice(1);
    const said = columns.flatMap((column, index) => {
      const side = $(column).text().startsWith('Job seekers') ? 'job_seeker' : 'employer';
      const ofColumn = asOfIn($(column).text()) ?? current.id;
      return qualityRules.map(({ flag, name }) => {
        const row = table.find('tbody tr').filter((_, one) => $(one).find('th').text() === name);
        const cell = $(row.find('td').get(index)).text();
        const counted = ruleCountOf(current, side, flag);
        const told = counted === null ? 'not shown' : `${counted.n} of ${counted.vintage}`;
        const read = /^\d/.test(cell) ? `${Number.parseInt(cell)} of ${asOfIn(cell) ?? ofColumn}` : cell;
        return { said: `${side} ${flag}: ${read}`, told: `${side} ${flag}: ${told}` };
      });
    });
    expect(said.length).toBe(isReleased ? 2 * qualityRules.length : 0);
    expect(said.map((one) => one.said)).toEqual(said.map((one) => one.told));
  });

  test('every picture has one title, on its page, its embed, and wherever else it stands, and its card says what its post says', () => {
    for (const [id, title] of titles) {
      const own = page(`/charts/${id}/`);
      const embed = page(`/embed/${id}/`);
      expect([own.$('h1').text(), tag(own, 'og:title'), embed.$('h1').text()], id).toEqual([
        title,
        title,
        title,
      ]);
      // The card is one number in few words, which the posts say too; without a number there is nothing to post.
      const [card, post] = [tag(own, 'og:image:alt'), own.$('#share-short').text().trim()];
      expect(
        post === '' ? card.includes('We are collecting them: add yours') : post.startsWith(card),
        id,
      ).toBe(true);
      const oembed = JSON.parse(readFileSync(join(dist, `oembed/${id}.json`), 'utf8')) as { title: string };
      expect(oembed.title).toBe(title);
    }
    for (const { path, $ } of pages.values())
      for (const figure of $('figure.fig[id]').toArray()) {
        const id = $(figure).attr('id') ?? '';
        if ($(figure).find('.fig__title').length > 0)
          expect($(figure).find('.fig__title').text(), path).toBe(titles.get(id));
      }
    for (const id of chartIds) {
      expect(page('/results/').$(`#${id} .fig__title`).text()).toBe(titles.get(id));
      expect(page('/charts/').$(`a[href="/charts/${id}/"]`).text()).toContain(titles.get(id));
    }
  });

  test('home leads with a figure that has a finding, or says in words that there is none', () => {
    const latest = page('/').$('[aria-labelledby="latest"]');
    expect(latest.find('figure').length).toBe(isReleased ? 1 : 0);
    const id = latest.find('figure').attr('id');
    if (id === undefined) expect(latest.text()).toContain('There is no figure here yet');
    else {
      const words = inWords(figureOf(id, source));
      expect(words.missing).toBeUndefined();
      expect(words.title).toMatch(/\(\d+ of \d+/);
    }
  });

  test(`no percent stands on fewer than ${MINIMUM_BASE}`, () => {
    const shares = globSync('{charts/**,data/*}/*.csv', { cwd: dist }).flatMap((name) => {
      return readCsv(dist, name).flatMap(({ share, n_answered, x }) =>
        share === undefined || share === '' || n_answered === '' ? [] : [{ name, n: Number(n_answered), x }],
      );
    });
    expect(shares.length > 0).toBe(isReleased);
    expect(shares.filter(({ n }) => n < MINIMUM_BASE)).toEqual([]);
    const said = texts
      .filter(({ path }) => !/protocol|^\/essays|^\/codebook/.test(path))
      .flatMap(({ path, text }) =>
        // A percent of a percent, as others print it, stands on no count: “a share of the 26%”.
        [...text.matchAll(/\d%[^.;%]{0,60}?(?:\(\d+ of|, n| of the) (\d[\d,]*)(?![\d,%])/g)].map(
          ([words, n = '']) => ({
            path,
            words,
            n: Number(n.replaceAll(',', '')),
          }),
        ),
      );
    expect(said.filter(({ n }) => n < MINIMUM_BASE)).toEqual([]);
  });

  test('nothing is made up', () => {
    for (const { path, text } of texts) {
      if (/^\/about\/|protocol/.test(path)) continue;
      expect(text.includes(sampleMark), path).toBe(false);
    }
    for (const { path, $ } of pages.values()) expect($('.madeup'), path).toHaveLength(0);
    expect(globSync('data/sample', { cwd: dist })).toEqual([]);
  });
});

test('a group that is no longer shown has no number on the pages of its cut', () => {
  const shown = withheldCuts().flatMap(({ table, segment, code }) => {
    const [estimate = '', ...series] = table.split(' ');
    const rows = readCsv(join(copy.folder, 'dist'), `data/${fourth?.release.id ?? ''}/estimates.csv`);
    return rows.filter(
      (row) =>
        row.estimate_id === estimate &&
        `${row.series} ${segment}` === series.join(' ') &&
        row.segment_var === segment &&
        row.segment === code,
    );
  });
  expect(shown.length).toBeGreaterThan(0);
  for (const row of shown) expect([row.n_answered, row.x, row.share]).toEqual(['', '', '']);
});
