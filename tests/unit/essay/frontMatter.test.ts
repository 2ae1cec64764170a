import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { essayFiles, essayLoader } from '../../../src/essay/essayLoader.ts';
import { essaySchema } from '../../../src/essay/essaySchema.ts';
import { checkFrontMatter } from '../../../src/essay/frontMatter.ts';
import { waitingEssays, whyItWaits } from '../../../src/essay/waiting.ts';

const schema = essaySchema(['outcome', 'told-by-day'], z.string());
const least = [
  'title: A title',
  'description: Forty characters and a few more, as a description has.',
  'published: 2026-11-24',
  'tags: [reasons]',
  'charts: []',
];
const essay = (...lines: string[]) => ['---', ...lines, '---', '', 'Text.'].join('\n');
/** The five fields that there must be, one of them written otherwise, and what else is given. */
const but = (line: string, ...more: string[]) =>
  essay(
    ...least.map((given) => (given.split(':')[0] === line.split(':')[0] ? line : given)),
    ...(least.some((given) => given.split(':')[0] === line.split(':')[0]) ? [] : [line]),
    ...more,
  );
const read = (text: string) => schema.parse(checkFrontMatter('a.mdx', text, schema));

test('five fields are enough; the editors write in English', () => {
  expect(read(essay(...least))).toMatchObject({
    published: new Date('2026-11-24'),
    draft: false,
    author: { name: 'The editors' },
    lang: 'en-GB',
  });
});

test('an author, a language, a picture, the text that it answers and a series are read as written', () => {
  const more = [
    'author:',
    '  name: Nadia Haddad',
    '  about: Recruits nurses for a hospital in Leeds.',
    '  link: https://example.org/nadia',
    'lang: ar',
    'dir: rtl',
    'image: { src: ./a/desk.jpg, alt: An empty desk }',
    'answers: { author: Brandon Cassiano, title: Why, link: /essays/why/ }',
    'series: letters',
    'draft: true',
    'updated: 2026-11-24',
  ];
  expect(read(essay(...least, ...more))).toMatchObject({
    author: { name: 'Nadia Haddad', link: 'https://example.org/nadia' },
    lang: 'ar',
    image: { alt: 'An empty desk' },
    answers: { link: '/essays/why/' },
    draft: true,
  });
});

test('lines that end as on Windows, behind a byte order mark, are read', () => {
  expect(read(`\uFEFF${essay(...least).replaceAll('\n', '\r\n')}`).title).toBe('A title');
});

test.each([
  ['no front matter', 'Text.', 'a.mdx:1: expected front matter'],
  [
    'a colon in a title',
    but('title: Why: the question'),
    "a.mdx:2: title: expected a field and its value as YAML reads them; a value that holds a sign of YAML goes in quotes: title: 'Why: the question'.",
  ],
  [
    'a title that begins with a quotation',
    but('title: "No" isn’t enough'),
    `in quotes: title: '"No" isn’t enough'.`,
  ],
  ['a field twice', essay(...least, 'title: Another'), 'a.mdx:7: title: expected this field once'],
  [
    'a long title',
    but(`title: ${'long '.repeat(20)}`),
    'a.mdx:2: title: expected a title of 1 to 90 characters',
  ],
  [
    'no description',
    essay(...least.filter((line) => !line.startsWith('desc'))),
    /^a\.mdx:\d: description: expected a description of 40 to 220/,
  ],
  [
    'a day that does not exist',
    but('published: 2026-02-30'),
    'a.mdx:4: published: expected a day that exists, as year-month-day, such as 2026-11-24.',
  ],
  [
    'a day as Americans write it',
    but('published: 11/05/2026'),
    'a.mdx:4: published: expected a day that exists',
  ],
  ['a year', but('published: 2026'), 'a.mdx:4: published: expected a day that exists'],
  ['a change before the essay', but('updated: 2026-11-01'), 'a.mdx:7: updated: expected a day no earlier'],
  [
    'an unknown field',
    but('colour: red'),
    'a.mdx:7: there is no field colour; expected an essay with title, description, published',
  ],
  [
    'an author on one line',
    but('author: Nadia'),
    'a.mdx:7: author: expected an author with name, about and link, each on an indented line of its own.',
  ],
  [
    'a link without a scheme',
    but('author:', '  name: N', '  link: example.org'),
    'a.mdx:9: author link: expected an address that begins with https://',
  ],
  ['a language by its name', but('lang: english'), 'a.mdx:7: lang: expected a language tag such as en-GB'],
  [
    'a picture without an alternative',
    but('image:', '  src: ./a.jpg', '  alt: ""'),
    'a.mdx:9: image alt: expected what the picture shows',
  ],
  [
    'a question that asks nothing',
    but('question: Tell us what happened to you.'),
    'a.mdx:7: question: expected a question of 20 to 140 characters that ends with a question mark',
  ],
  [
    'a tag with a capital',
    but('tags: [reasons, Law]'),
    'a.mdx:5: tags 2: expected lower-case words joined by hyphens',
  ],
  [
    'a chart that is none',
    but('charts: [ghost-rate]'),
    'a.mdx:6: charts 1: expected a chart id of the catalogue: outcome, told-by-day.',
  ],
])('%s is refused with file, line, field and what was expected', (_, text, said) => {
  expect(() => checkFrontMatter('a.mdx', text, schema)).toThrow(said);
});

test('every fault is named at once', () => {
  const faults = but('published: soon', 'lang: english', 'draft: perhaps');
  expect(() => checkFrontMatter('a.mdx', faults, schema)).toThrow(/^a\.mdx:4: .*\na\.mdx:8: .*\na\.mdx:7: /);
});

test.each([
  ['My essay.mdx', /My essay\.mdx: the name of the file is the essay’s address; .* such as my-essay\.mdx\.$/],
  ['なぜ.md', /such as my-essay\.md\.$/],
  ['héllo-wörld.md', /such as hello-world\.md\.$/],
  ['don’t.mdx', /such as dont\.mdx\.$/],
  ['pasted.txt', /pasted\.txt: expected essays \(\.md, \.mdx\) .* "npm run essay/],
])('a file named %s is refused with a name that would do', (name, said) => {
  expect(() => essayFiles('essays', ['good.mdx', name])).toThrow(said);
});

test('two files of one address are refused', () => {
  expect(() => essayFiles('essays', ['a.md', 'a.mdx'])).toThrow(/a\.md: a\.mdx has the same address/);
});

test.each(['soon', '2026-13-45', '24/11/2099'])(
  'a day to come that is none is no day to wait for: %s',
  async (day) => {
    const folder = mkdtempSync(join(tmpdir(), 'no-but-why-essays-'));
    writeFileSync(join(folder, 'later.md'), but(`published: ${day}`));
    const { load } = essayLoader(folder, []);
    await expect(load({ logger: console } as unknown as LoaderContext)).rejects.toThrow(
      /later\.md:4: published: expected a day/,
    );
    rmSync(folder, { recursive: true });
  },
);

test('a draft waits, and a day to come is waited for and named', () => {
  expect(whyItWaits({ published: '2026-11-30' }, '2026-11-30')).toBeUndefined();
  expect(whyItWaits({ published: '2026-12-01' }, '2026-11-30')).toMatch(
    /^waits until 2026-12-01: a build on that day/,
  );
  expect(whyItWaits({ published: '2026-01-01', draft: true }, '2026-11-30')).toMatch(/^a draft/);
});

test('essays that wait are read before their day with the pages that come with them, and drafts are not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'no-but-why-essays-'));
  const write = (name: string, ...lines: string[]) => {
    writeFileSync(join(folder, name), essay('tags: [reasons]', ...lines));
  };
  write('today.md', 'published: 2026-11-30');
  write('soon.md', 'published: 2026-12-01', 'series: letters');
  write('later.mdx', 'published: 2026-12-05');
  write('draft.mdx', 'published: 2026-12-01', 'draft: true');
  const waiting = waitingEssays(folder, '2026-11-30');
  expect(waiting.map(({ file }) => file)).toEqual([`${folder}/later.mdx`, `${folder}/soon.md`]);
  const [later, soon] = waiting.map(({ coming }) => coming);
  expect(later).toContain('/essays/soon/');
  expect(soon).toContain('/essays/series/letters/');
  expect(soon).toContain('/essays/tags/reasons/');
  expect(soon).not.toContain('/essays/later/');
  rmSync(folder, { recursive: true });
});

test('the front matter that the page for authors shows is in order, and shows every field', () => {
  const [, shown = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/write/essays.md', 'utf8')) ?? [];
  const data = checkFrontMatter('docs/write/essays.md', shown, schema);
  expect(Object.keys(data).toSorted()).toEqual(Object.keys(schema.shape).toSorted());
});
