import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chartsIn } from '../../src/essay/chartsIn.ts';
import { passagesOf } from '../../src/essay/passages.ts';
import { progressText } from '../../src/release/progress.ts';
import { builtPages, type BuiltPage } from './harness/builtPages.ts';
import { pageOf, tag } from './harness/site.ts';
import { copyWithoutPosts, type SiteCopy } from './harness/siteCopy.ts';
import { runAstroBuild, testSite } from './harness/testSite.ts';

/** The essay that shows the explanation ladder. */
const ladder = 'src/content/essays/somebody-knows-what-goes-in-the-blank.mdx';
const ladderPage = '/essays/somebody-knows-what-goes-in-the-blank/';
const feeds = ['rss.xml', 'feed.json'];
const essays = ['somebody-knows-what-goes-in-the-blank', 'what-is-known-so-far'];

let copy: SiteCopy;
let pages: ReadonlyMap<string, BuiltPage>;
beforeAll(async () => {
  copy = copyWithoutPosts();
  rmSync(join(copy.folder, 'src/content/releases/sample'), { recursive: true });
  const progress = { counted: '2026-11-27', job_seeker: 20, employer: 0 };
  writeFileSync(join(copy.folder, 'src/content/releases/progress.json'), progressText(progress));
  const dist = join(copy.folder, 'dist');
  const { code, said } = await runAstroBuild(copy.folder, dist);
  if (code !== 0) throw new Error(`Without a release the site does not build:\n${said.slice(-4000)}`);
  pages = new Map(builtPages(dist).map((page) => [page.path, page]));
});
afterAll(() => {
  copy.remove();
});

const page = (path: string): BuiltPage => {
  const found = pages.get(path);
  if (found === undefined) throw new Error(`There is no page ${path}.`);
  return found;
};
const words = ({ $ }: BuiltPage, selector: string): string => $(selector).text().replace(/\s+/g, ' ').trim();
const feed = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');
const cardOf = (of: BuiltPage): string => tag(of, 'og:image');

describe('before the first release', () => {
  test('the front page says what is missing and how many answers it takes, and draws no empty box', () => {
    const home = page('/');
    expect(words(home, '[aria-labelledby="latest"]')).toMatch(
      /no figure here yet, because too few people have answered/,
    );
    expect(words(home, '[aria-labelledby="sofar"]')).toContain(
      'A side’s first figures come with 50 answers.',
    );
    expect(home.$('[aria-labelledby="latest"] svg')).toHaveLength(0);
    expect(home.$('[aria-labelledby="latest"] a[href="/survey/"]')).toHaveLength(1);
  });

  test.each(['/', '/results/'])('the card of %s is the general one', (path) => {
    expect(cardOf(page(path))).toMatch(/\/cards\/no-but-why\.\w+\.png$/);
  });

  test.each(essays)('the author’s words stand in the place of each chart of %s', (slug) => {
    const file = `src/content/essays/${slug}.mdx`;
    const essay = page(`/essays/${slug}/`);
    const charts = chartsIn(file, readFileSync(file, 'utf8'));
    expect(charts.length).toBeGreaterThan(0);
    for (const { id, before } of charts) {
      expect(words(essay, `#${id}`)).toContain(before);
      expect(essay.$(`#${id} svg`)).toHaveLength(0);
      expect(essay.$(`#${id} a[href="/charts/${id}/"]`)).toHaveLength(1);
    }
  });

  test('what reads a drawing goes with it', () => {
    const reads = /Those who had such a reason are in the upper bar/;
    expect(words(page(ladderPage), '.prose')).not.toMatch(reads);
    expect(words(pageOf(ladderPage), '.prose')).toMatch(reads);
  });

  test('the author’s words stand in the place of each number of ours in a sentence, on the page and in the feeds', () => {
    const numbers = passagesOf(ladder, readFileSync(ladder, 'utf8'))
      .flatMap(({ tags }) => tags)
      .filter(({ name }) => name === 'Stat');
    expect(numbers.length).toBeGreaterThan(0);
    for (const { attributes } of numbers) {
      const before = attributes.get('before') ?? '';
      expect(words(page(ladderPage), '.prose')).toContain(before);
      expect(words(pageOf(ladderPage), '.prose')).not.toContain(before);
      for (const name of feeds) {
        expect(feed(join(copy.folder, 'dist'), name), name).toContain(before);
        expect(feed(testSite, name), name).not.toContain(before);
      }
    }
  });

  test('no number in a sentence is one of ours; those of others stay', () => {
    const ours = '.bound[data-of]';
    expect(pageOf(ladderPage).$(ours).length).toBeGreaterThan(0);
    for (const { $, path } of pages.values()) expect($(ours), path).toHaveLength(0);
    expect([...pages.values()].some(({ $ }) => $('.bound').length > 0)).toBe(true);
  });

  test('lists count no chart that is not shown', () => {
    expect(words(page('/essays/'), '.essays')).not.toMatch(/chart/);
  });

  test.each(feeds)('%s has the author’s words where there would be a picture', (name) => {
    const [without, within] = [feed(join(copy.folder, 'dist'), name), feed(testSite, name)];
    expect(without).not.toContain('/cards/explanation-ladder');
    expect(within).toContain('/cards/explanation-ladder');
    const [chart] = chartsIn(ladder, readFileSync(ladder, 'utf8'));
    const words = chart?.before.split(/[^\w ]/)[0] ?? '';
    expect(words.length).toBeGreaterThan(20);
    expect(without).toContain(words);
    expect(within).not.toContain(words);
  });
});

describe('before the first release, with a count of the answers', () => {
  test.each([
    '/',
    '/results/',
    '/data/',
    '/survey/job-seeker/',
    '/survey/receipt/',
    '/charts/explanation-ladder/',
  ])('%s says how many have answered, and when they were counted', (path) => {
    const said = words(page(path), 'body');
    expect(said).toContain('20 or more answered: at most 30 to go.');
    expect(said).toContain('Fewer than 10 answered.');
    expect(said).toContain('Counted on 27 November 2026');
  });

  test('the data page offers no file, describes no data set and says what will come', () => {
    const data = page('/data/');
    expect(data.$('a[download]')).toHaveLength(0);
    expect(data.$('script[type="application/ld+json"]')).toHaveLength(0);
    expect(words(data, '#first-release + p')).toMatch(
      /nothing to download yet.*when 50 of its responses are counted/,
    );
    expect(pageOf('/data/').$('script[type="application/ld+json"]')).toHaveLength(1);
  });

  test('a chart says what will stand there of how it was made, with its questions and without a number', () => {
    const made = page('/charts/told-by-day/');
    const said = words(made, '#how-made');
    expect(said).toContain('Job seekers who were told');
    expect(said).toMatch(/With the first release that counts it there will stand here how many answered/);
    expect(made.$('#how-made q').length).toBeGreaterThan(0);
    expect(made.$('#how-made :is(table, button, ol)')).toHaveLength(0);
    expect(made.$.html()).not.toContain('/_astro/recount-');
  });

  test('the method names no release, and counts no comparison of one', () => {
    const said = words(page('/methodology/'), 'main');
    expect(said).toContain('No answers have been published yet.');
    expect(said).not.toMatch(/“none”|this release both counts|release shown now/i);
  });

  test('whoever has answered is compared with nobody, and reads what comes next', () => {
    for (const side of ['job-seeker', 'employer']) {
      const survey = page(`/survey/${side}/`);
      expect(survey.$('[data-compare]')).toHaveLength(0);
      expect(words(survey, '[data-first-figures]')).toMatch(/first figures come when 50/);
    }
  });
});

describe('with a release', () => {
  test('progress goes, and nobody is compared with a made-up one', () => {
    for (const path of ['/', '/results/', '/data/', '/survey/job-seeker/'])
      expect(words(pageOf(path), 'body')).not.toMatch(/Counted on|Not counted yet/);
    expect(pageOf('/survey/job-seeker/').$('[data-compare]')).toHaveLength(0);
  });

  test('home and results have the card of the figure that leads, and home shows it', () => {
    const [figure] = pageOf('/').$('[aria-labelledby="latest"] figure').toArray();
    const id = pageOf('/').$(figure).attr('id') ?? '';
    for (const path of ['/', '/results/'])
      expect(cardOf(pageOf(path))).toMatch(new RegExp(`/cards/${id}\\.\\w+\\.png$`));
  });

  test('pages that lead people to the survey keep the general card, which tells nobody what others answered', () => {
    for (const path of ['/survey/', '/survey/job-seeker/', '/about/'])
      expect(cardOf(pageOf(path))).toMatch(/\/cards\/no-but-why\.\w+\.png$/);
  });
});
