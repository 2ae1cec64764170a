import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { mdxToJs, mdxToMdast, type MdastNode } from 'satteri';
import { draftOf } from '../../../scripts/essay/draft.ts';
import { readHtml } from '../../../scripts/essay/readHtml.ts';
import { readMarkdown, readText } from '../../../scripts/essay/readText.ts';
import { readWord } from '../../../scripts/essay/readWord.ts';
import { report } from '../../../scripts/essay/report.ts';
import { wordsIn, type Source } from '../../../scripts/essay/source.ts';
import { plainAddress } from '../../../scripts/essay/tidy.ts';
import { PlainError } from '../../../scripts/command/PlainError.ts';
import { proseFaults } from '../../../src/essay/checkProse.ts';
import { essaySchema } from '../../../src/essay/essaySchema.ts';
import { checkFrontMatter } from '../../../src/essay/frontMatter.ts';
import { ledger } from '../../examples/ledger.ts';
import { itemOf, noteMark, paragraph, run, wordFile } from '../../examples/wordFile.ts';

/** Twenty words and more, as a paragraph of an essay has. */
const long =
  'They said “we have chosen to proceed with somebody whose experience aligns more closely”, and nobody at all could tell me why.';

/** A draft that the site takes. @returns its body, without the front matter */
function drafted(source: Source, given: { title?: string; author?: string } = {}) {
  const draft = draftOf(source, given, '2026-11-30');
  checkFrontMatter('draft.mdx', draft.text, essaySchema([], z.string()));
  expect(proseFaults('draft.mdx', draft.text)).toEqual([]);
  void mdxToJs(draft.text);
  const [, front = '', body = ''] = /^---\n([\s\S]*?)---\n\n([\s\S]*)$/.exec(draft.text) ?? [];
  return { ...draft, front, body, left: draft.dropped.map(({ what, text }) => `${what}: ${text}`) };
}

describe('the address of a draft', () => {
  const of = (title: string, slug?: string) =>
    draftOf(readText(`${title}\n\n${long}`), { title, slug }, '2026-11-30').slug;

  test('is made of its title, or is the one that the command gives', () => {
    expect(of('Où est la réponse?')).toBe('ou-est-la-reponse');
    expect(of('なぜ返事がないのか', 'why-no-answer')).toBe('why-no-answer');
  });

  test.each(['なぜ返事がないのか', 'Почему нет ответа', 'لماذا لا جواب', '???'])(
    'is asked for where the title has no Latin letter: %s',
    (title) => {
      expect(() => of(title)).toThrow(
        'The title has no Latin letter to make an address of: give one, such as npm run essay -- <file> --slug why-not.',
      );
    },
  );

  test.each([
    ['Why Not', /^“Why Not” can be no address: .* such as --slug why-not\.$/],
    ['なぜ', /such as --slug why-not\.$/],
    ['../why', /such as --slug why\.$/],
    ['', /can be no address/],
  ])('is refused where it can be none: %s', (slug, said) => {
    expect(() => of('Why not?', slug)).toThrow(said);
  });
});

describe('a draft has every word of the text, and the site takes it', () => {
  test('from what was copied of a blog', () => {
    const text = `top of page • Writer's picture
Brandon Cassiano
Oct 3, 2023
4 min read
Why Not?
${long}

THE LETTER ITSELF

Three things were missing:
- a reason
- a name

1) first
2) second

“A no without a why is no answer.”

3 March 2025

${long}
12 views0 comments
Recent Posts
Ten tips
bottom of page`;
    const { title, author, slug, words, body, left } = drafted(readText(text));
    expect({ title, author, slug, words }).toEqual({
      title: 'Why Not?',
      author: 'Brandon Cassiano',
      slug: 'why-not',
      words: 2 * wordsIn(long).length + 3 + 4 + 4 + 2 + 8 + 3,
    });
    expect(body).toBe(`${long}

## THE LETTER ITSELF

Three things were missing:

- a reason
- a name

1. first
2. second

> “A no without a why is no answer.”

3 March 2025

${long}
`);
    expect(left).toEqual([
      "a mark of the page: top of page • Writer's picture",
      'an author line: Brandon Cassiano',
      'a date: Oct 3, 2023',
      'the time it takes to read: 4 min read',
      'a count of views or comments: 12 views0 comments',
      'what follows the text: Recent Posts\nTen tips\nbottom of page',
    ]);
  });

  test('from a Word file', async () => {
    const item = itemOf('dots');
    const file = wordFile(
      [
        paragraph(run('Why not?'), 'Title'),
        paragraph(run(long) + noteMark(1)),
        paragraph(run('What came back', '<w:b/>')),
        paragraph(run('Nothing, ') + run('really', '<w:i/>') + run(' &lt;nothing&gt; {at all}.')),
        paragraph(run('one'), '', item),
        paragraph(run('two'), '', item),
        paragraph(run('A line of somebody else.'), 'Quote'),
        paragraph(run('A part'), 'Heading1'),
        paragraph(run(long)),
      ],
      ['The words of the note.'],
    );
    const { title, words, body, left } = drafted(await readWord(file));
    expect(left).toEqual([]);
    expect({ title, words }).toEqual({
      title: 'Why not?',
      words: 2 * wordsIn(long).length + 3 + 5 + 2 + 5 + 2 + 5,
    });
    expect(body).toMatch(
      /why\.\[\^footnote-1\]\n\n## What came back\n\nNothing, _really_ \\<nothing> \\\{at all}\./,
    );
    expect(body).toMatch(/\n- one\n- two\n\n> A line of somebody else\.\n\n## A part\n/);
    expect(body).toMatch(/\n\[\^footnote-1\]: The words of the note\.\n$/);
  });

  test('from a Word file, and whoever imports it is told what cannot be read there', async () => {
    const formula = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"/>';
    const { body, left } = drafted(
      await readWord(
        wordFile([
          paragraph(run('Why not?'), 'Title'),
          paragraph(run(long) + formula),
          paragraph(run('third'), '', itemOf('numbers')),
          paragraph(run('fourth'), '', itemOf('numbers')),
        ]),
      ),
    );
    expect(body).toContain('\n1. third\n2. fourth\n');
    expect(left).toEqual([
      'what mammoth cannot read in a Word file (“An unrecognised element was ignored: oMath”): ',
      'the numbers that Word shows in its lists: each begins with 1 here, so compare them: ',
    ]);
  });

  test('from a Word file, and whoever imports it is told of charts and SmartArt', async () => {
    const file = wordFile([paragraph(run('Why not?'), 'Title'), paragraph(run(long))], [], {
      'word/charts/chart1.xml': '<c:chartSpace/>',
      'word/charts/style1.xml': '<cs:chartStyle/>',
      'word/diagrams/data1.xml': '<dgm:dataModel/>',
    });
    expect(drafted(await readWord(file)).left).toEqual([
      'a chart of a Word file, which mammoth cannot read (word/charts/chart1.xml): ',
      'SmartArt of a Word file, which mammoth cannot read (word/diagrams/data1.xml): ',
    ]);
  });

  test('from a page with what follows its readers', () => {
    const html = `<html><head><title>No</title><style>p{}</style><script>track("words")</script></head><body>
<nav><a href="/">Home</a> <a href="/about">About us</a></nav>
<article><header><h1>Why not?</h1><p>By Nadia Haddad</p></header>
<p style="color:red" onclick="x()">${long} <img src="https://t.example/p.gif" width="1"></p>
<h4><span style="font-weight:700">Deep heading</span></h4>
<p>See <a href="https://example.org/a?utm_source=x&id=7">this</a>, <a href="/local">that</a> and <a href="#top">the top</a>; <span style="font-style:italic">so</span> it&nbsp;goes.<sup><a href="#fn1" id="ref1">1</a></sup></p>
<blockquote><p>Their words.</p></blockquote>
<nav>In this text</nav>
<table><tr><th>Answer</th><th>People</th></tr><tr><td>None</td><td>7</td></tr></table>
<p>${long}</p><ol><li id="fn1">A note. <a href="#ref1">↩</a></li></ol><p>Share</p></article>
<aside>Subscribe to our letter</aside><footer>© 2026</footer></body></html>`;
    const { title, author, words, body, left } = drafted(readHtml(html));
    expect({ title, author }).toEqual({ title: 'Why not?', author: 'Nadia Haddad' });
    expect(words).toBe(2 * wordsIn(long).length + 2 + 9 + 2 + 4 + 2);
    expect(body).toMatch(
      /\n## Deep heading\n\nSee \[this\]\(https:\/\/example\.org\/a\?id=7\), that and the top; _so_ it goes\.\[\^fn1\]\n[\s\S]*\n\[\^fn1\]: A note\.\n/,
    );
    expect(body).toMatch(/\n> Their words\.\n\n\| Answer \| People \|\n/);
    expect(left.join('\n')).toMatch(
      /outside <article>: [\s\S]*About us[\s\S]*<nav> of the page: \s+In this text\s+an author line: By Nadia Haddad\na button: Share\na picture \(https:\/\/t\.example\/p\.gif\)[\s\S]*a link to \/local, its words kept/,
    );
  });

  test('from Markdown', () => {
    const markdown = `---
layout: post
---

# Why not?

${long}[^a]

### A part with *stress*

A <b>bold</b> word, ![a desk](https://example.org/desk.png) and \`{code}\`.

<div class="box">In a box</div>

| a | b |
| - | -: |
| 1 | 2 |

[^a]: A note.
`;
    const { title, words, body } = drafted(readMarkdown(markdown));
    expect({ title, words }).toEqual({ title: 'Why not?', words: wordsIn(long).length + 4 + 5 + 3 + 4 + 2 });
    expect(body).toMatch(
      /why\.\[\^a\]\n\n## A part with _stress_\n\nA bold word, {1,2}and `\{code\}`\.\n\nIn a box\n/,
    );
    expect(body).toMatch(/\[\^a\]: A note\./);
  });

  test.each([
    ['one<br>two', 'one\\\ntwo'],
    ['Dear Ms Hill,<br/>\nWe regret', 'Dear Ms Hill,\\\nWe regret'],
    ['one\n<br>\ntwo', 'one\\\ntwo'],
    ['one <b>two<br></b>three', 'one two\\\nthree'],
    ['**one<br>** two', '**one&#x20;**&#x20;two'],
    ['one<br>', 'one'],
    ['one<br><br>two', 'one\\\n\\\ntwo'],
    ['10<sup>6<br>7</sup>', '10<sup>6 7</sup>'],
    ['one<p>two', 'one\\\ntwo'],
    ['| a |\n| - |\n| none<br>late |', '| a         |\n| --------- |\n| none late |'],
    ['## one<br>two', '## one two'],
    ['<div>one<br>two</div>', 'one\ntwo'],
    ['They said <s>yes</s> no', 'They said ~~yes~~ no'],
  ])('from Markdown with tags: %j', (markdown, piece) => {
    const { body, left } = drafted(readMarkdown(`# Why not?\n\n${long}\n\n${markdown}\n\n${long}`));
    expect({ piece: body.split(long)[1]?.trim(), left }).toEqual({ piece, left: [] });
  });

  test.each([
    [
      'a <img src="https://example.org/desk.png" alt="A desk"> b',
      'a picture (“A desk”, https://example.org/desk.png)',
    ],
    ['<p><img src="https://example.org/desk.png"></p>', 'a picture (https://example.org/desk.png)'],
    ['see <a href="https://example.org/">this</a>', 'a link to https://example.org/, its words kept'],
    ['<iframe src="https://example.org/"></iframe>', '<iframe> of the text'],
    ['<video src="a.mp4"></video> so', '<video> of the text'],
    ['<div>it was <del>fine</del></div>', 'the line through words (<del>), the words kept'],
  ])('from Markdown, and whoever imports it is told what went with a tag: %j', (markdown, told) => {
    const { left } = drafted(readMarkdown(`# Why not?\n\n${long}\n\n${markdown}\n\n${long}`));
    expect(left).toEqual([`${told}: `]);
  });

  test('from a text that is full of what MDX takes for code', () => {
    const text = `Why not?

import taxes rose, {name first} wrote, and 5 <3 or a < b && c > d; <me@example.com> and <https://example.org> are <b>bold</b>.

export default everything {/* you */} know <!-- of it --> & more &amp; \`tick\` $1_000 __init__ *star [x](y) [^1] ~~gone~~ | pipe.

# no heading {#id}
    import indented from "there"
{…}

${long}`;
    const { words, body } = drafted(readText(text));
    const [, ...rest] = text.split('\n');
    expect(words).toBe(wordsIn(rest.join('\n')).length);
    expect(body).not.toMatch(/^(import|export)/m);
  });
});

describe('a page of elements in elements', () => {
  const names =
    'p div span b em sup sub a h1 h2 h4 ul ol li dl dt dd blockquote table tr td pre code section figure figcaption del q summary';
  const words = ['one', 'two ', ' three', '*', '&lt;b', '{x}', '_', '1. ', ' ', '`', '<br>', '<hr>'];
  const { node } = fc.letrec<{ node: string; element: string }>((tie) => ({
    node: fc.oneof({ depthSize: 'small' }, fc.constantFrom(...words), tie('element')),
    element: fc
      .tuple(fc.constantFrom(...names.split(' ')), fc.array(tie('node'), { maxLength: 4 }))
      .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
  }));

  test('becomes a draft that the site takes, or is refused with a sentence', () => {
    const drafts = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(fc.array(node, { maxLength: 6 }), (all) => {
        try {
          drafted(readHtml(all.join('')), { title: 'A title' });
          drafts.taken += 1;
        } catch (error) {
          if (!(error instanceof PlainError)) throw error;
          drafts.refused += 1;
        }
      }),
      { numRuns: 200 },
    );
    expect(drafts.refused).toBeLessThan(drafts.taken / 20);
  });

  test.each([
    ['<p>10<sup>6<br></sup> of</p>', '10<sup>6 </sup>of'],
    ['one <dl>*&lt;b</dl>two', 'one\n\n- \\*\\<b\n\ntwo'],
    ['<ul><li><h4>A part</h4>of it</li></ul>', '- **A part**\n\n  of it'],
    ['<blockquote><h1>A part</h1></blockquote>', '> **A part**'],
    ['one<p></p>two', 'one\n\ntwo'],
    [
      '<a href="https://example.org/"><h2>A part</h2><p>of it</p></a>',
      '## [A part](https://example.org/)\n\n[of it](https://example.org/)',
    ],
    ['a<code></code>b', 'ab'],
    ['a<q>b</q>', 'a"b"'],
    ['<p>1. <del> </del></p>', '1\\.'],
  ])('has its blocks apart: %s', (html, piece) => {
    expect(pieceOf(html).piece).toBe(piece);
  });
});

/** What becomes of a piece of a saved page. */
function pieceOf(html: string) {
  const { body, left } = drafted(readHtml(`<h1>Why not?</h1><p>${long}</p>${html}<p>${long}</p>`));
  return { piece: body.split(long)[1]?.trim(), left };
}

describe('a saved page', () => {
  test.each([
    '<noscript>Please enable JavaScript to view the comments.</noscript>',
    '<p><canvas>An old browser</canvas></p>',
    '<textarea>Your comment</textarea>',
    '<noembed>An old browser</noembed>',
  ])('may hold what its readers do not see: %s', (html) => {
    expect(pieceOf(html)).toEqual({ piece: '', left: [] });
  });

  test.each(['video', 'audio', 'math'])('is told to have held <%s>', (name) => {
    expect(pieceOf(`<${name} src="a">Your browser has none.</${name}>`)).toEqual({
      piece: '',
      left: [`<${name}> of the page: `],
    });
  });

  test('has the caption of a table in front of it', () => {
    const html =
      '<table><caption>Who <b>answered</b></caption><tr><th>Answer</th></tr><tr><td>None</td></tr></table>';
    expect(pieceOf(html).piece).toBe('Who **answered**\n\n| Answer |\n| ------ |\n| None   |');
  });

  test.each([
    [
      'a table within one',
      '<table><tr><td>Out</td><td><table><tr><th>In</th></tr></table></td></tr></table>',
      'Out\n\n| In |\n| -- |',
    ],
    [
      'paragraphs',
      '<table><tr><td><p>one</p><p>two</p></td><td>three</td></tr></table>',
      'one\n\ntwo\n\nthree',
    ],
    ['a list', '<table><tr><td><ul><li>one</li><li>two</li></ul></td></tr></table>', '- one\n- two'],
  ])('loses a table whose cells hold %s, and no word of it', (_, html, piece) => {
    expect(pieceOf(html)).toEqual({
      piece,
      left: ['a table whose cells hold more than a line, its words kept: '],
    });
  });

  test('keeps a table whose cells hold a paragraph each', () => {
    const html = '<table><tr><th><div><p>Answer</p></div></th></tr><tr><td><p>None</p></td></tr></table>';
    expect(pieceOf(html)).toEqual({ piece: '| Answer |\n| ------ |\n| None   |', left: [] });
  });
});

test.each([
  ['By Friday they had forgotten me', undefined],
  ['By Nadia Haddad', 'Nadia Haddad'],
  ['by Ludwig van Beethoven', 'Ludwig van Beethoven'],
  ['Written by Jane Doe and John Roe', 'Jane Doe and John Roe'],
  ['By Jane Doe, PhD', 'Jane Doe, PhD'],
  ['Author: Staff', 'Staff'],
])(
  'a line above the text that begins with “by” names an author only where it is a name: %s',
  (line, author) => {
    const draft = drafted(
      readText(author === undefined ? `${line}\n\n${long}` : `Why not?\n\n${line}\n\n${long}`),
    );
    expect(draft.author).toBe(author);
    expect(draft.title).toBe(author === undefined ? line : 'Why not?');
    expect(draft.left).toEqual(author === undefined ? [] : [`an author line: ${line}`]);
  },
);

describe('the numbers of a list stay as they were typed', () => {
  const from = (text: string) =>
    drafted(readText(`Why not?\n\n${long}\n\n${text}\n\n${long}`))
      .body.split(long)[1]
      ?.trim();

  test.each([
    ['10. Ten\n9. Nine\n8. Eight', '10\\. Ten\n\n9\\. Nine\n\n8\\. Eight'],
    ['1. one\n3. three\n7. seven', '1\\. one\n\n3\\. three\n\n7\\. seven'],
    ['5) five\n4) four', '5\\) five\n\n4\\) four'],
    ['01. one\n02. two', '01\\. one\n\n02\\. two'],
    ['- a dash\n1. one', '- a dash\n\n1. one'],
    ['3. three\n4. four', '3. three\n4. four'],
    ['Of three:\n\n1. one\n\n2. two\n\n3. three', 'Of three:\n\n1. one\n\n2. two\n\n3. three'],
    ['1. one\n\nSo.\n\n2. two\n\n2. again', '1. one\n\nSo.\n\n2. two\n\n2) again'],
    ['> 1. one\n>\n> 2. two', '> 1. one\n>\n> 2. two'],
    ['- one\n\n- two', '- one\n\n- two'],
  ])('in a text: %j', (text, piece) => {
    expect(from(text)).toBe(piece);
  });

  test.each([
    ['<ol reversed><li>two</li><li><p>one</p></li></ol>', '2\\. two\n\n1\\. one'],
    ['<ol start=3><li>three<li>four</ol>', '3. three\n4. four'],
    ['<ol><li value=5>five<li>six</ol>', '5. five\n6. six'],
    ['<ol><li>one<li value=7>seven</ol>', '1\\. one\n\n7\\. seven'],
    ['<ol start=-1><li>minus one</ol>', '-1. minus one'],
  ])('on a page: %s', (html, piece) => {
    expect(pieceOf(html)).toEqual({ piece, left: [] });
  });

  /** The numbers of a draft in the order of its text, those that a list counts and those that are typed. */
  function shownIn(node: MdastNode): number[] {
    if (node.type === 'text') return (node.value.match(/-?\d+/g) ?? []).map(Number);
    const { start } = { start: 1, ...node } as { start?: number | null };
    return ('children' in node ? node.children : []).flatMap((child, i) => [
      ...(node.type === 'list' && node.ordered ? [(start ?? 1) + i] : []),
      ...shownIn(child),
    ]);
  }

  const item = fc.record({
    number: fc.integer({ min: 0, max: 12 }),
    sign: fc.constantFrom('. ', ') '),
    gap: fc.constantFrom('\n', '\n\n', '\n> ', '\n- so\n', '\n\nSo.\n\n'),
  });
  type Item = typeof item extends fc.Arbitrary<infer Value> ? Value : never;
  const kinds: readonly (readonly [string, (items: readonly Item[]) => Source])[] = [
    [
      'a text',
      (items) => readText(items.map(({ number, sign, gap }) => `${number}${sign}of${gap}`).join('')),
    ],
    [
      'a page',
      (items) => readHtml(`<ol>${items.map(({ number }) => `<li value="${number}">of</li>`).join('')}</ol>`),
    ],
  ];
  test.each(kinds)('in %s, whatever they are', (_, read) => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 8 }), (items) => {
        const { text } = draftOf(read(items), { title: 'A title' }, '2026-11-30');
        expect(shownIn(mdxToMdast(text))).toEqual(items.map(({ number }) => number));
      }),
    );
  });
});

describe('numbers above and below the line stay there', () => {
  const written = '10<sup>6</sup> in a study,<sup>3</sup> and H<sub>2</sub>O';

  test('from a page, also as a link that leads nowhere here', () => {
    expect(pieceOf(`<p>${written}</p>`).piece).toBe(written);
    expect(pieceOf('<p>a study,<sup><a href="#n3">3</a></sup> so</p>').piece).toBe('a study,<sup>3</sup> so');
  });

  test('from a Word file', async () => {
    const power = run('10') + run('6', '<w:vertAlign w:val="superscript"/>') + run(' letters');
    const { body } = drafted(await readWord(wordFile([paragraph(run(long)), paragraph(power)])), {
      title: 'Why not?',
    });
    expect(body).toContain('10<sup>6</sup> letters');
  });

  test('from Markdown', () => {
    const { body } = drafted(readMarkdown(`# Why not?\n\n${long}\n\n${written}, <sup>open\n`));
    expect(body).toContain(`${written}, open`);
  });

  const titledAs = (title: string) => drafted(readHtml(`<h1>${title}</h1><p>${title}, and ${long}</p>`));

  test.each([
    ['The 10<sup>6</sup> letters', 'The 10⁶ letters', 'the-10-6-letters'],
    ['CO<sub>2</sub> at 10<sup>−3</sup>', 'CO₂ at 10⁻³', 'co-2-at-10-3'],
    ['The 1<sup>st</sup> of May', 'The 1st of May', 'the-1st-of-may'],
  ])('in the title and the description: %s', (html, title, slug) => {
    const draft = titledAs(html);
    expect({ title: draft.title, slug: draft.slug }).toEqual({ title, slug });
    expect(draft.front).toContain(`description: ${title}, and They said`);
  });

  test('or the title is asked for', () => {
    expect(() => titledAs('The 10<sup>x</sup> letters')).toThrow(/does not begin with a title.*--title/);
    const { front } = drafted(readHtml(`<p>10<sup>x</sup>, and ${long}</p><p>${long}</p>`), {
      title: 'Why not?',
    });
    expect(front).toContain('description: They said');
  });
});

test('what joins letters and emoji stays, and what nobody sees goes', () => {
  const joined = 'می\u200Cخواهم بدانم 👩\u200D💻';
  const { body, words } = drafted(readText(`Why not?\n\n${joined} zero\u200Bwidth\n\n${long}`));
  expect(body).toContain(`${joined} zerowidth`);
  expect(words).toBe(3 + wordsIn(long).length);
});

describe('whoever imports a text is told', () => {
  const reported = (text: string) =>
    report(
      draftOf(readText(`Why not?\n\n${long}\n\n${text}`), {}, '2026-11-30'),
      'essays/why-not.mdx',
      ledger,
    );

  test('the day, which stays that of the import until it is set', () => {
    expect(reported('So.')).toMatch(/\nNext: .* set the day \(“published”, now 2026-11-30\), and delete/);
    expect(reported('So.')).not.toContain('Before');
  });

  test('what was left out, with its words, and that none is missing', () => {
    const lead = 'A paragraph that nobody would want to lose without being told, and so it stands on a line';
    const said = reported(`Comments\n\n${lead}\n\nbottom of page`);
    const [, file, draft, left] =
      /Words of the file: (\d+); in the draft (\d+); left out (\d+)\./.exec(said) ?? [];
    expect(Number(file)).toBe(wordsIn(`Why not? ${long} Comments ${lead} bottom of page`).length);
    expect(Number(draft)).toBe(wordsIn(`Why not? ${long}`).length);
    expect(Number(draft) + Number(left)).toBe(Number(file));
    expect(said).toContain(
      `Left out:\n  what follows the text (22 words)\n    Comments\n    ${lead.slice(0, 70)} … (18 words)\n    bottom of page\n`,
    );
  });

  test('of numbers that would stop the site, and which figures of the ledger have them', () => {
    expect(reported('Of them 41% heard back.')).toMatch(
      /\nBefore "npm run dev" shows it:\nessays\/why-not\.mdx:13: “41%” is typed by hand; .*linkedin-2015\.received.*\nNext: /,
    );
  });
});

test('a draft that is published as it was imported is stopped with its line', () => {
  const { text } = draftOf(readText(`Why not?\n\n${long}`), {}, '2026-11-30');
  expect(() =>
    checkFrontMatter('why-not.mdx', text.replace('draft: true\n', ''), essaySchema([], z.string())),
  ).toThrow(/^why-not\.mdx:5: tags: expected tags in place of “unsorted”/);
});

test('no text loses a word or becomes code, whatever signs it is made of', () => {
  const signs = [
    '{',
    '}',
    '<',
    '>',
    '</b>',
    '<Chart/>',
    '<br>',
    '<s>',
    '</s>',
    'import ',
    'export ',
    '*',
    '__',
    '`',
    '```',
    '[',
    '](',
    '![',
    ')',
  ];
  const lines = [
    '[^1]',
    '# ',
    '- ',
    '1. ',
    '9) ',
    '12. ',
    '> ',
    '\n',
    '\n\n',
    '|',
    '---\n',
    '\\',
    '&amp;',
    '<!--',
    '{/*',
    '    ',
    'https://a.b/',
  ];
  const words = ['one', 'two ', ' don’t ', '日本語', 'by Jane Doe', '12 views'];
  const text = fc
    .array(fc.constantFrom(...signs, ...lines, ...words), { maxLength: 30 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, fc.constantFrom(readText, readMarkdown, readHtml), (written, read) => {
      void mdxToJs(draftOf(read(written), { title: 'A title' }, '2026-11-30').text);
    }),
    { numRuns: 200 },
  );
});

test('a line break in a verse, a wrapped paragraph and a heading between stars are told apart', () => {
  const wrapped = `words of a line that an editor broke at its width here\nand the rest of it.`;
  const { body } = drafted(
    readText(`Title\n\n${wrapped}\n\n**Between stars**\n\n> said\n> by them\n\n${long}`),
  );
  expect(body).toBe(`${wrapped}\n\n## Between stars\n\n> said\n>\n> by them\n\n${long}\n`);
});

test('what the command names wins, and a text without a title asks for one', () => {
  expect(drafted(readText(`${long}\n\n${long}`), { title: 'Given', author: 'N. N.' })).toMatchObject({
    title: 'Given',
    author: 'N. N.',
    words: 2 * wordsIn(long).length,
  });
  expect(() => draftOf(readText(long), {}, '2026-11-30')).toThrow(/too long|does not begin with a title/);
});

test('notes at the end are kept where what follows the text goes', () => {
  const { body, left } = drafted(
    readMarkdown(`# Why not?\n\n${long}[^a]\n\n## Comments\n\nNice.[^b]\n\n[^a]: A note.\n\n[^b]: Theirs.\n`),
  );
  expect(body).toBe(`${long}[^a]\n\n[^a]: A note.\n`);
  expect(left).toEqual(['what follows the text: Comments\nNice.\nTheirs.']);
});

test('a text of short lines loses none in its middle', () => {
  const { body, left } = drafted(readText('Why not?\n\nI went\n\nHome\n\nand waited\n\nShare'));
  expect(body).toBe('I went\n\nHome\n\nand waited\n');
  expect(left).toEqual(['a button: Share']);
});

test('a text too short for a description says so, until it has one', () => {
  const { text, front } = drafted(readText('Why not?\n\nShort.'));
  expect(front).not.toContain('....');
  expect(() =>
    checkFrontMatter(
      'why-not.mdx',
      text.replace('draft: true\n', '').replace('unsorted', 'reasons'),
      essaySchema([], z.string()),
    ),
  ).toThrow(/^why-not\.mdx:3: description: expected a description of 40 to 220 characters in place of/);
});

test('a word that would be lost stops the import', () => {
  const source = readText(`Title\n\n${long}`);
  const lost = () => draftOf({ ...source, text: `${source.text} more` }, {}, '2026-11-30');
  expect(lost).toThrow(/lost more; added \./);
  expect(lost).toThrow(PlainError);
});

test.each([
  ['https://example.org/?a=1&utm_medium=mail&fbclid=2', 'https://example.org/?a=1'],
  ['https://example.org/?q=a+b%20c', 'https://example.org/?q=a+b%20c'],
  ['https://www.google.com/url?q=https://example.org/&sa=D', 'https://example.org/'],
  ['javascript:alert(1)', undefined],
  ['page.html', undefined],
])('%s leads on to %s', (written, plain) => {
  expect(plainAddress(written)).toBe(plain);
});
