import { describe, expect, test } from 'vitest';
import { numberFaults } from '../../../src/essay/boundNumbers.ts';
import { said } from '../../../src/essay/prose.ts';
import { againstHalf, namedShare } from '../../../src/figures/estimates/namedShare.ts';
import { catalogue } from '../../../src/release/catalogue.ts';
import { decide } from '../../../src/release/comparisons/decide.ts';
import { noRelease } from '../../../src/release/noRelease.ts';
import { ledger } from '../../examples/ledger.ts';
import { sampleSource } from '../../examples/sampleSource.ts';

const { release } = sampleSource;

/** An essay whose text begins on line 4. */
const essay = (text: string) => `---\ntitle: A\n---\n${text}\n`;
/** What its author is told, a line each. */
const told = (text: string, from = release) => {
  const faults = said('essays/a.mdx', numberFaults('essays/a.mdx', text, { ledger, release: from }));
  return faults === '' ? [] : faults.split('\n');
};
const wrong = (text: string, from = release) => told(essay(text), from);

/** A comparison that the sample decides, as a tag that says which is more. */
const [decided] = decide(release).filter(({ family, higher }) => family === 'listed' && higher !== null);
if (decided === undefined) throw new Error('The sample decides no listed comparison.');
const { a, b, estimate, higher } = decided;
const [more, less] = (higher === 'a' ? [a, b] : [b, a]).map(
  ({ series, indicator }) => `${estimate.slug}.${series}.${indicator}`,
);
const stat = (says: string) =>
  `<Stat estimate="${more ?? ''}" says="${says}" than="${less ?? ''}" before="Not yet." />`;

describe('a number typed by hand stops the build with file and line', () => {
  test.each([
    ['a percentage', 'Of them 41% heard back.', '41%'],
    ['one with a space', 'Of them 41 % heard back.', '41 %'],
    ['one in words', 'Of them forty-one per cent heard back.', 'forty-one per cent'],
    ['a range', 'Some 40–45% heard back.', '40–45%'],
    ['x of n', '74 of 180 heard back.', '74 of 180'],
    ['x of n after a word for a place', 'In the last round 12 of 30 heard back.', '12 of 30'],
    ['x in y', 'That is 3 in 10.', '3 in 10'],
    ['x in y in words', 'Nine out of ten heard nothing.', 'Nine out of ten'],
    ['one of every', 'Of every ten, one of every five heard.', 'one of every five'],
    ['x of a kind in y', 'One advert in three is false.', 'One advert in three'],
    ['x of a kind in y as a heading', '## Two companies in ten?', 'Two companies in ten'],
    ['a fraction in words', 'Two thirds heard nothing.', 'Two thirds'],
    ['one with a hyphen', 'Three-quarters heard nothing.', 'Three-quarters'],
    ['one third', 'One third heard nothing.', 'One third'],
    ['a third of them', 'A third of them heard nothing.', 'A third'],
    ['half of them', 'Half of them heard nothing.', 'Half'],
    ['half the applicants', 'More than half the applicants left.', 'half'],
    ['half our candidates', 'We told half our rejected candidates.', 'half'],
    ['x in y of a kind', 'Three in ten candidates left.', 'Three in ten'],
    ['all of them', '100% of them left.', '100%'],
    ['a fraction in digits', 'Some 2/3 of them left.', '2/3'],
    ['a sign for one', 'Some ⅔ of them left.', '⅔'],
    ['over two lines', 'Nine out\nof ten heard nothing.', 'Nine out of ten', 6],
    ['with its sign escaped', '41\\% heard back.', '41%'],
    ['with its sign as an entity', '41&#37; heard back.', '41%'],
    ['in bold', '**41**% heard back.', '41%'],
    ['in an element', '<b>4</b>1% heard back.', '41%'],
    ['in other digits', '٤١٪ heard back.', '٤١٪'],
    ['in the caption of a picture', '![A desk](./a.png "41% heard back")', '41%'],
    ['in a cell', '| a |\n| - |\n| 41% |', '41%', 8],
    ['in a note', 'Text.[^1]\n\n[^1]: It is 41%.', '41%', 8],
    [
      'one in the words before a number',
      '<Stat estimate="outcome.job_seeker.silent" before="about 60%" />',
      '60%',
    ],
  ])('%s', (_, text, found, line = 6) => {
    expect(wrong(`A line.\n\n${text}`)).toEqual([
      expect.stringMatching(
        new RegExp(`^essays/a\\.mdx:${line}: “${found}” is typed by hand; expected <Figure id=`),
      ),
    ]);
  });

  test('and a way out, where it is no share', () => {
    expect(wrong('It was 50% luck.')).toEqual([
      expect.stringMatching(/with one of ours, or other words, where it is no share of people\.$/),
    ]);
  });

  test('with the figures of the ledger that have it, and how plain Markdown quotes them', () => {
    expect(wrong('Of us 47% call it important.')).toEqual([
      expect.stringMatching(
        /expected <Figure id="linkedin-2015\.matters" \/>, or a link to its page, such as \/figures\/linkedin-2015\/, or <Stat/,
      ),
    ]);
    expect(wrong('Of us 94% want it.')).toEqual([
      expect.stringMatching(
        /<Figure id="linkedin-2015\.wanted" \/> or <Figure id="tribepad-2022\.negative" \/>, or/,
      ),
    ]);
    expect(wrong('71% heard nothing.')).toEqual([
      expect.stringMatching(/expected <Figure id="talent-board-2022\.north-america" \/>, or/),
    ]);
    expect(wrong('Of us 41.5% want it.')).toEqual([
      expect.stringMatching(/expected <Figure id="study\.value" \/> with a figure of the ledger, or <Stat/),
    ]);
  });

  test('in the description, too', () => {
    const text = '---\ntitle: A\ndescription: Why 94% ask.\n---\nText.\n';
    expect(told(text)).toEqual([expect.stringMatching(/^essays\/a\.mdx:3: “94%”/)]);
  });

  test('unless it is one of a study that the essay quotes, or what is wrongly made of it', () => {
    const quoted =
      '<Figure id="linkedin-2015.received" /> had any. The 94 % who want it, and the “59% never”.';
    expect(wrong(quoted)).toEqual([]);
    expect(wrong(`${quoted} And 95% of us.`)).toHaveLength(1);
  });

  test.each([
    ['to its page', '94% of professionals ([LinkedIn, 2015](/figures/linkedin-2015/)) want it.'],
    ['to a number of it', '94% of professionals ([LinkedIn](/figures/linkedin-2015/#wanted)) want it.'],
    [
      'at the end of the file',
      '94% of professionals ([LinkedIn][1]) want it.\n\n[1]: /figures/linkedin-2015/',
    ],
  ])('a link %s quotes a study, in plain Markdown too', (_, text) => {
    for (const file of ['essays/a.mdx', 'essays/a.md']) {
      const faults = (of: string) => numberFaults(file, essay(of), { ledger, release });
      expect(faults(text)).toEqual([]);
      expect(faults(text.replace('94%', '95%'))).toHaveLength(1);
      expect(faults(text.replaceAll('linkedin-2015/', 'matrix-2017/'))).toHaveLength(1);
    }
  });

  test('a share that a study has as nearly or more than that is not said without it', () => {
    const quoted = '<Figure id="talent-board-2022.latin-america" />';
    expect(wrong(`${quoted} And nearly 71% elsewhere.`)).toEqual([]);
    expect(wrong(`${quoted} And 71% elsewhere.`)).toEqual([
      expect.stringMatching(/“71%” is typed by hand, and the ledger has “nearly 71%”; expected its words/),
    ]);
    expect(wrong(`${quoted} And nearly 69% there.`)).toEqual([
      expect.stringMatching(/“nearly 69%” is typed by hand, and the ledger has “69%”/),
    ]);
  });

  test('a fraction in words may round what a study has, by a point and no more', () => {
    const quoted = '<Figure id="resume-builder-2024.posted" /> said so.';
    expect(wrong(`${quoted} Four companies in ten?`)).toEqual([]);
    expect(wrong(`${quoted} Two companies in five?`)).toEqual([]);
    expect(wrong(`${quoted} A third of them?`)).toHaveLength(1);
  });

  test.each([
    [
      'a year, a law, a sum',
      'In 2017, 807 adults; within 45 days of 1 January 2026; £41 for each of the two.',
    ],
    ['a made-up letter', '<Letter>You cut costs by 12%.</Letter>'],
    ['an address', '[here](https://example.org/a%20b?x=41%25) and https://example.org/3%20in'],
    ['code', 'Write `41%` so.'],
    ['a comment of the author', '{/* 41% of whom? */}'],
    ['people in a year', 'They asked 57 in 2017 and 12 in 2018.'],
    ['what comes third', 'A third strand is cheerful, and the third condition is not; a third of an hour.'],
    [
      'a half that is no share',
      'Half an hour, half a promise, the missing half, the first half of the page.',
    ],
    ['a night', 'Half the night, half the battle, half of my letter, half of it, a third of the way in.'],
    ['a way', 'Two thirds of the way down, and one third of the page.'],
    ['what is done in so many', 'Ask one person in four lines. Write two letters in ten minutes.'],
    ['what one person did', 'I had five in two weeks, and sent two in three days.'],
    ['a place in a row', 'It was round 2 of 3, and page 2 of 10.'],
    ['how sure one is', 'I was 100% sure, a hundred per cent sure.'],
    ['what is too vague to be one', 'Most, few, nearly all of them; twice as likely.'],
  ])('and %s is none', (_, text) => {
    expect(wrong(text)).toEqual([]);
  });
});

describe('a figure of the ledger', () => {
  test.each([
    [
      '<Figure id="linkedin-2015.recieved" />',
      /^essays\/a\.mdx:4: The ledger has no figure “linkedin-2015\.recieved”; .*linkedin-2015\.received/,
    ],
    [
      '<Figure id="nobody-2020.x" />',
      /no study “nobody-2020”, which would be src\/content\/ledger\/nobody-2020\.yaml/,
    ],
    [
      'It was nearly <Figure id="talent-board-2022.north-america" />.',
      /“nearly” before “talent-board-2022\.north-america”, which prints “nearly” itself/,
    ],
    [
      'It was **almost** <Figure id="talent-board-2022.north-america" />.',
      /“almost” before .*, which prints “nearly” itself; expected the sentence without it/,
    ],
    [
      'It was nearly\n<Figure id="careerbuilder-2012.unanswered" />.',
      /^essays\/a\.mdx:5: “nearly” before “careerbuilder-2012\.unanswered”, which prints the number itself/,
    ],
    [
      'Of them nearly <Stat estimate="outcome.job_seeker.silent" before="Not yet." />',
      /“nearly” before “outcome\.job_seeker\.silent”, which prints the number itself/,
    ],
  ])('%s stops the build', (text, sentence) => {
    expect(wrong(text)).toEqual([expect.stringMatching(sentence)]);
  });
});

describe('a number of ours', () => {
  test.each([
    [
      '<Stat estimate="outcomes.job_seeker.silent" before="Not yet." />',
      /^essays\/a\.mdx:4: there is no estimate “outcomes\.job_seeker\.silent”; .* the charts are outcome, /,
    ],
    [
      '<Stat estimate="who-answered.job_seeker_field4.care" before="Not yet." />',
      /there is no estimate “who-answered/,
    ],
    ['<Stat estimate="outcome.seeker.silent" before="Not yet." />', /the series of outcome are job_seeker/],
    [
      '<Stat estimate="outcome.job_seeker.silence" before="Not yet." />',
      /the answers of outcome\.job_seeker are silent, rejected_told/,
    ],
    [
      '<Stat estimate="outcome.job_seeker.silent." before="Not yet." />',
      /there is no estimate “outcome\.job_seeker\.silent\.”; expected chart\.series\.answer, where each is one name/,
    ],
    ['<Stat estimate="outcome.job_seeker.silent" says="more" before="Not yet." />', /a direction by halves/],
  ])('%s stops the build', (text, sentence) => {
    expect(wrong(text)).toEqual([expect.stringMatching(sentence)]);
  });

  test('may be called more where the release says so, and stops the build where it says the reverse', () => {
    expect(wrong(stat('more'))).toEqual([]);
    expect(wrong(stat('less'))).toEqual([
      expect.stringMatching(
        /^essays\/a\.mdx:4: the text says that .* is less than .*, but release “sample” says “more”/,
      ),
    ]);
  });

  test('may not be compared where the catalogue does not list it', () => {
    const tag =
      '<Stat estimate="outcome.job_seeker.silent" says="more" than="outcome.job_seeker.offered" before="Not yet." />';
    expect(wrong(tag)).toEqual([
      expect.stringMatching(/^essays\/a\.mdx:4: .* no family of comparisons holds it/),
    ]);
  });

  test('may be called more than half only where its range leaves half out', () => {
    const half = (says: string) =>
      wrong(`<Stat estimate="outcome.job_seeker.offered" says="${says}" than="half" before="Not yet." />`);
    expect(half('less')).toEqual([]);
    expect(half('more')).toEqual([
      expect.stringMatching(/is more than half, but release “sample” says “less”/),
    ]);
  });

  test('may be called neither more nor less than half where its range holds half', () => {
    const names = catalogue
      .filter(({ slug }) => slug === 'clarity' || slug === 'confidence' || slug === 'asking')
      .flatMap(({ slug, series }) =>
        series.flatMap(({ id, indicators }) =>
          indicators.map((indicator) => `${slug}.${id}.${indicator.id}`),
        ),
      );
    const even = names.find((name) => againstHalf(release, namedShare(name)) === 'even');
    expect(even).toBeDefined();
    for (const says of ['more', 'less'])
      expect(wrong(`<Stat estimate="${even ?? ''}" says="${says}" than="half" before="Not yet." />`)).toEqual(
        [expect.stringMatching(/does not carry a difference either way/)],
      );
  });

  test('that is withheld or not yet released breaks no essay, whatever it is said to be', () => {
    const none = noRelease();
    for (const says of ['more', 'less']) expect(wrong(stat(says), none)).toEqual([]);
    expect(wrong('<Stat estimate="outcome.job_seeker.silent" before="Not yet." />', none)).toEqual([]);
  });
});
