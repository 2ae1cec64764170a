import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { markdownToHtml } from 'satteri';
import { afterAll, describe, expect, test } from 'vitest';
import { checkEssayLinks } from '../../../scripts/build/checkEssayLinks.ts';
import { deadLinks } from '../../../src/essay/checkLinks.ts';
import { proseFaults } from '../../../src/essay/checkProse.ts';
import { essayTags } from '../../../src/essay/essayTags.ts';
import { onPages } from '../../../src/essay/onPages.ts';
import { captions, pictures, pictureSize } from '../../../src/essay/pictures.ts';
import { said } from '../../../src/essay/prose.ts';
import { sideNotes } from '../../../src/essay/sideNotes.ts';

const folder = mkdtempSync(join(tmpdir(), 'essays-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
mkdirSync(join(folder, 'a'));
writeFileSync(join(folder, 'a/desk.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');

/** What is said of a text whose first line is line 5 of its file. */
function saidOf(text: string, name = 'a.mdx'): string {
  const file = join(folder, name);
  const source = `---\ntitle: A\n---\n\n${text}\n`;
  try {
    return said(name, proseFaults(file, source));
  } catch (error) {
    return (error instanceof Error ? error.message : '').replaceAll(`${folder}/`, '');
  }
}

test('what an author may write passes', () => {
  const text = `
## A section

Words with H<sub>2</sub>O, \\{a brace\\}, 3 < 4, [a link](/essays/why/), [another](#a-section) and a note.[^1] {/* mine */} No note: \\[^2].

### Within it

![An empty desk](./a/desk.svg "The desk")

> A quotation

| Left | Right |
| :--- | ----: |
| a    |     1 |

\`\`\`
<iframe> {x}
\`\`\`

<Chart id="outcome" before="Not yet.">

Reads it.

</Chart>

[^1]: Its words.
`;
  expect(saidOf(text)).toBe('');
});

test('so does what the page for authors shows', () => {
  mkdirSync(join(folder, 'my-essay'));
  writeFileSync(join(folder, 'my-essay/desk.jpg'), '');
  const guide = readFileSync('docs/write/essays.md', 'utf8');
  const [, shown = ''] = /```md\n([\s\S]*?)```/.exec(guide) ?? [];
  expect(shown).toContain('[^pay]');
  expect(saidOf(shown)).toBe('');
  for (const tag of Object.keys(essayTags)) expect(guide, tag).toContain(`<${tag}`);
});

describe('what a page would not show as it was meant is refused with file, line and reason', () => {
  test.each([
    ['a brace', 'Dear {name first}', 'a.mdx:5: braces are read as code; expected \\{ and \\} for the signs.'],
    ['a word in braces', 'Dear {name}', 'a.mdx:5: {name} is read as code; expected \\{ and \\}'],
    ['a sign <', 'I <3 it', 'a.mdx:5: the sign < is read as the beginning of a tag; expected \\<'],
    ['a tag left open', '<b>bold', 'a.mdx:5: <b> is not closed; expected </b> after it'],
    [
      'import in front',
      'import taxes rose.',
      'a.mdx:5: a paragraph that begins with “import” is read as code; expected another first word, or &#105;mport.',
    ],
    [
      'a picture from elsewhere',
      '![A](https://example.org/a.png)',
      /^a\.mdx:5: a picture from elsewhere .* content policy/,
    ],
    [
      'a missing picture',
      '![A](./a/chair.png)',
      /^a\.mdx:5: there is no picture \.\/a\/chair\.png; expected a file/,
    ],
    [
      'a picture of the public folder',
      '![A](/desk.png)',
      /^a\.mdx:5: a picture at \/desk\.png; expected a file in a folder beside/,
    ],
    [
      'an empty alternative',
      '![](./a/desk.svg)',
      /^a\.mdx:5: a picture without an alternative; expected what it shows/,
    ],
    [
      'a frame',
      '<iframe src="https://example.org"></iframe>',
      /^a\.mdx:5: <iframe>, which the content policy .* would block/,
    ],
    ['a script', '<script>x()</script>', /^a\.mdx:5: <script>, which the content policy/],
    ['a style', '<b style="color: red">x</b>', /^a\.mdx:5: <b style>, which the content policy/],
    ['a handler', '<b onclick="x">x</b>', /^a\.mdx:5: <b onclick>; expected lang, dir or title/],
    ['an unknown tag', '<Graph />', /^a\.mdx:5: <Graph>; expected Markdown, .* Chart/],
    ['a note of the former kind', 'Text.<Ref n={1} />', 'a.mdx:5: <Ref>, which is no more; expected [^1]'],
    [
      'a second title',
      '# Title',
      'a.mdx:5: a second heading of the first level, which the title is; expected ## for a section.',
    ],
    [
      'a heading skipped',
      '## A\n\n#### B',
      'a.mdx:7: a heading of level 4 where the one above has no level 3; expected ###.',
    ],
    ['an empty heading', '## ', 'a.mdx:5: a heading without words'],
    ['a chart without a section', '<Chart id="a" before="b" />', 'a.mdx:5: a chart before the first section'],
    [
      'a mark without its note',
      'Text.[^2]',
      'a.mdx:5: [^2] has no note; expected a line [^2]: with its words.',
    ],
    [
      'a note without its mark',
      'Text.\n\n[^2]: Words.',
      'a.mdx:7: a note to which nothing leads; expected [^2] in the text.',
    ],
    ['two notes of a name', 'A.[^2]\n\n[^2]: B.\n\n[^2]: C.', 'a.mdx:9: a second note [^2]'],
    [
      'a link to a file of the folder',
      '[x](what-is-known.mdx)',
      /^a\.mdx:5: a link to “what-is-known\.mdx”; expected an address/,
    ],
    [
      'an address that no browser decodes',
      '[x](/100%/) ![y](./a/100%.png)',
      /^a\.mdx:5: a picture at .*\na\.mdx:5: a link to/,
    ],
    ['a link that runs code', '[x](javascript:alert)', /^a\.mdx:5: a link to “javascript:alert”/],
    [
      'one that is defined elsewhere',
      '[x][d]\n\n[d]: javascript:alert(1)//.png',
      /a link to “javascript:alert\(1\)\/\/\.png”/,
    ],
    [
      'a number within a link',
      '[nearly <Figure id="linkedin-2015.received" />](/essays/why/)',
      'a.mdx:5: a number within a link, which is a link itself; expected it before or after.',
    ],
    ['an address that is none', '[x](https://[bad)', /^a\.mdx:5: a link to “https:\/\/\[bad”/],
    ['a picture whose name nobody can decode', '![A](./%E9.png)', /^a\.mdx:5: a picture at \.\/%E9\.png/],
    [
      'a tag whose attribute is run',
      '<Stat estimate="outcome.job_seeker.silent" before="many" {...{}} />',
      /^a\.mdx:5: <Stat> with braces or an attribute twice/,
    ],
    [
      'a tag that says a thing twice',
      '<Figure id="linkedin-2015.received" id="linkedin-2015.wanted" />',
      /^a\.mdx:5: <Figure> with braces or an attribute twice/,
    ],
    [
      'a chart without its id',
      '## A\n\n## B\n\n<Chart before="b" />',
      'a.mdx:9: <Chart> without id; expected id="outcome", or another chart.',
    ],
    [
      'a chart without words for the time before it',
      '## A\n\n## B\n\n<Chart id="outcome" />',
      'a.mdx:9: <Chart> without before; expected before="…" with words that stand in its place',
    ],
    [
      'one whose words are none',
      '## A\n\n## B\n\n<Chart\n  id="outcome"\n  before="  "\n/>',
      'a.mdx:9: <Chart> without before; expected before="…"',
    ],
    ['a figure without its id', '<Figure />', 'a.mdx:5: <Figure> without id; expected id="study.value"'],
    ['a figure with an empty id', '<Figure id />', 'a.mdx:5: <Figure> without id; expected id="study.value"'],
    [
      'a number of ours without its name',
      'Of them <Stat before="many" />.',
      'a.mdx:5: <Stat> without estimate; expected estimate="chart.series.answer"',
    ],
    [
      'one without words for the time before it',
      '<Stat estimate="outcome.job_seeker.silent" />',
      'a.mdx:5: <Stat> without before; expected before="…" with words',
    ],
    [
      'a survey without its side',
      'Words.\n\n<Survey />',
      'a.mdx:7: <Survey> without side; expected side="job_seeker" or side="employer".',
    ],
    [
      'a survey of nobody',
      '<Survey side="jobseeker" />',
      'a.mdx:5: there is no survey “jobseeker”; expected side="job_seeker" or side="employer".',
    ],
    [
      'an attribute that a tag does not take',
      '## A\n\n## B\n\n<Chart id="outcome" before="b" caption="c" />',
      'a.mdx:9: <Chart caption>; expected id, before alone.',
    ],
    [
      'one that a letter does not take',
      '<Letter from="x">A</Letter>',
      'a.mdx:5: <Letter from>; expected no attribute.',
    ],
    [
      'words that a tag would not show',
      '<Figure id="linkedin-2015.received">of them</Figure>',
      'a.mdx:5: <Figure> with words in it, which no page would show; expected <Figure id="…" />.',
    ],
    ['a note in a heading', '## Back[^1]\n\n[^1]: Words.', /^a\.mdx:5: a note in a heading/],
  ])('%s', (_, text, said) => {
    expect(saidOf(text)).toMatch(said);
  });

  test.each([
    ['a frame', 'Text.\n\n<iframe src="x"></iframe>', /^a\.md:7: <iframe>, which the content policy/],
    ['a style within', 'A <em STYLE="x">b</em>', /^a\.md:5: <em style>/],
    [
      'a chart',
      '<Chart id="a" before="b" />',
      /^a\.md:5: <Chart> in a file of plain Markdown; expected .* \.mdx\.$/,
    ],
    ['a comment', '<!-- to do -->', /^a\.md:5: a comment, which readers could read/],
  ])('%s in plain Markdown', (_, text, said) => {
    expect(saidOf(text, 'a.md')).toMatch(said);
  });

  test('in plain Markdown braces and import are words', () => {
    expect(saidOf('import {this} and\n\nexport it', 'a.md')).toBe('');
  });
});

test('links lead to a page, a file and an id of the built site', () => {
  mkdirSync(join(folder, 'essays/why'), { recursive: true });
  writeFileSync(join(folder, 'essays/why/index.html'), '<h2 id="a-reason">');
  writeFileSync(join(folder, 'data.csv'), '');
  const text = [
    '[1](/essays/why/#a-reason) [2](#a-reason) [3](/data.csv?x) [4](https://example.org/)',
    '[5](/essays/how/)',
    '[6](/essays/why)',
    '[7](/data.json)',
    '[8](/essays/why/#no-reason)',
  ].join('\n');
  const said = deadLinks({ dist: folder, from: '/essays/why/' }, 'why.md', text).map(
    ({ line, says }) => `${line}: ${says}`,
  );
  expect(said.join('\n')).toMatch(
    /^2: .* no page \/essays\/how\/ .* no draft\n3: .* expected \/essays\/why\/, .*\n4: .* no file \/data\.json .*\n5: nothing on \/essays\/why\/ has the id “no-reason”.*$/,
  );
});

test('a heading that has the address of something else on its page is told with its line', () => {
  mkdirSync(join(folder, 'essays/twice'), { recursive: true });
  writeFileSync(
    join(folder, 'essays/twice/index.html'),
    '<h2 id="contents">In this essay</h2><h2 id="note-1"><a href="#note-1">Note <em>1</em></a></h2><div id="note-1"></div><h2 id="why">Why</h2>',
  );
  const text = '---\ntitle: A\n---\n\n## Why\n\nText.[^1]\n\n## Note _1_\n\n[^1]: Words.\n';
  expect(said('twice.md', deadLinks({ dist: folder, from: '/essays/twice/' }, 'twice.md', text))).toBe(
    'twice.md:9: the heading “Note 1” has the address of something else on the page, a note, a chart or a part around the text; expected other words.',
  );
});

describe('a build asks this', () => {
  const dist = join(folder, 'dist');
  mkdirSync(join(dist, 'essays/there'), { recursive: true });
  writeFileSync(join(dist, 'essays/there/index.html'), '');
  const ended = async (essays: string) =>
    checkEssayLinks(essays).hooks['astro:build:done']?.({ dir: pathToFileURL(`${dist}/`) } as never);
  /** A folder of essays, by the name of their file what stands in it below the title. */
  const essaysOf = (files: Readonly<Record<string, string>>) => {
    const essays = mkdtempSync(join(folder, 'of-'));
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(essays, name), `---\ntitle: A\n${text}`);
    return essays;
  };

  test('of every essay that it has a page of', async () => {
    const essays = essaysOf({ 'why-not.md': 'published: 2026-11-01\n---\n\n[1](/essays/nowhere/)\n' });
    await expect(ended(essays)).resolves.toBeUndefined();
    mkdirSync(join(dist, 'essays/why-not'));
    writeFileSync(join(dist, 'essays/why-not/index.html'), '');
    await expect(ended(essays)).rejects.toThrow(/why-not\.md:6: there is no page \/essays\/nowhere\//);
  });

  test('of one that waits for its day, and not of a draft', async () => {
    const dead = 'published: 9999-01-01\n---\n\n[1](/essays/nowhere/)\n';
    await expect(ended(essaysOf({ 'later.md': dead }))).rejects.toThrow(
      /later\.md:6: there is no page \/essays\/nowhere\/ on this site/,
    );
    await expect(ended(essaysOf({ 'later.md': `draft: true\n${dead}` }))).resolves.toBeUndefined();
  });

  test('and what in one that waits leads to nothing on its own page, or to two places', async () => {
    mkdirSync(join(dist, 'essays/there-too'));
    writeFileSync(
      join(dist, 'essays/there-too/index.html'),
      '<h2 id="onward">Read on</h2><div class="prose"><h2 id="why">Why</h2></div>',
    );
    const later = (text: string) =>
      ended(
        essaysOf({
          'there-too.md': '---\n',
          'later.mdx': `published: 9999-01-01\n---\n\n## Why -- _me_?\n\n${text}\n`,
          'after.md': `published: 9999-01-02\n---\n\n[1](/essays/later/#why--me)\n`,
        }),
      );
    await expect(
      later(
        'A note.[^b] [1](#why--me) [2](/essays/later/#note-1) [3](#ref-1) [4](#outcome) [5](#onward)\n\n<Chart id="outcome" before="Later." />\n\n[^b]: Words.',
      ),
    ).resolves.toBeUndefined();
    await expect(later('[1](#why-me)')).rejects.toThrow(
      /later\.mdx:8: nothing on \/essays\/later\/ has the id “why-me”/,
    );
    await expect(later('[1](/essays/later/#note-1)')).rejects.toThrow(/later\.mdx:8: nothing on .* “note-1”/);
    for (const [heading, else_] of [
      ['Onward', ''],
      ['Note 1', 'Text.[^1]\n\n[^1]: Words.'],
      ['Outcome', '<Chart id="outcome" before="Later." />'],
    ] as const)
      await expect(later(`## ${heading}\n\n${else_}`)).rejects.toThrow(
        new RegExp(`later\\.mdx:8: the heading “${heading}” has the address of something else`),
      );
  });

  test('and lets it lead to itself and to what is published no later', async () => {
    const first =
      'published: 9999-01-01\ntags: [law]\n---\n\n## A\n\n[1](#a) [2](/essays/there/) [3](/essays/tags/law/)\n';
    const second = 'published: 9999-01-02\n---\n\n[1](/essays/first/)\n';
    await expect(ended(essaysOf({ 'first.md': first, 'second.mdx': second }))).resolves.toBeUndefined();
    await expect(
      ended(essaysOf({ 'first.md': `${first}[4](/essays/second/)\n`, 'second.mdx': second })),
    ).rejects.toThrow(/first\.md:10: there is no page \/essays\/second\//);
  });
});

describe('on the page', () => {
  const html = async (text: string) =>
    (
      await markdownToHtml(text, {
        mdastPlugins: [sideNotes, captions],
        hastPlugins: [...onPages('/why/'), pictures],
      })
    ).html.replaceAll('\n', '');

  test('notes are numbered in the order of the text and follow their paragraph', async () => {
    const page = await html('One.[^b] Two.[^a] Again.[^b]\n\nNext.\n\n[^a]: A *note*.\n\n[^b]: Another.');
    expect(page).toMatch(
      /id="ref-1" href="#note-1"[^>]*>1<.*href="#note-2".*id="ref-1-2" href="#note-1".*<\/p><div class="notes"><div class="note" id="note-1".*Another\.<\/div><div class="note" id="note-2".*A <em>note<\/em>\.<\/div><\/div><p>Next/,
    );
    expect(page).not.toContain('Footnotes');
  });

  test('a picture alone is a figure with its title as the caption', async () => {
    expect(await html('![A desk](./a.svg "The desk")')).toBe(
      '<figure class="picture"><img src="./a.svg" alt="A desk"><figcaption>The desk</figcaption></figure>',
    );
  });

  test('a picture beside its text is made as wide as screens need, and no wider than it is', async () => {
    const dot =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=';
    writeFileSync(join(folder, 'dot.png'), Buffer.from(dot, 'base64'));
    const { html: page } = await markdownToHtml('![A dot](./dot.png)', {
      hastPlugins: [pictures],
      fileURL: pathToFileURL(join(folder, 'a.md')),
    });
    expect(page).toMatch(/ width="1" sizes="[^"]+" widths="480 720 960 1440"/);
    expect(pictureSize(4000).width).toBe(1440);
  });

  test('a table is aligned by class and scrolls in a region of its own number', async () => {
    const page = await html('| a | b |\n| - | -: |\n| 1 | 2 |');
    expect(page).toMatch(/^<div class="scroll" tabindex="0" role="region" aria-label="Table 1"><table>/);
    expect(page).toContain('<td class="to-right">2</td>');
    expect(page).not.toContain('style');
  });

  test('a path of the site leads into the folder that it lies in', async () => {
    expect(await html('[a](/essays/) [b](#c) [c](https://example.org/)')).toMatch(
      /href="\/why\/essays\/".*href="#c".*href="https:\/\/example\.org\/"/,
    );
  });
});
