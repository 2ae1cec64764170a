import { globSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const paths = (pattern: string | string[]): string[] =>
  globSync(pattern, { exclude: ['bench/node_modules'] }).map((path) => path.split(sep).join('/'));
const texts = (files: readonly string[]): [string, string][] =>
  files.map((path) => [path, readFileSync(path, 'utf8')]);

const tree = paths([
  '{.ci,bench,docs,public,scripts,src,supabase,tests}/**/*',
  '*.{md,ts,js,mjs,json}',
  '{LICENSE,LICENSE-CONTENT}',
]);
const documents = texts(tree.filter((path) => path.endsWith('.md') && !/^(tests|src\/content)\//.test(path)));
/** Made by a command, each line as long as the wording it prints. */
const generated = ['docs/benchmarks.md', 'docs/budgets.md', 'docs/codebook.md'];

/** Sections of the protocol by number, and its rules: P for what may be published, D at the door, V for checks. */
function definedIn(protocol: string): Set<string> {
  const sections = [...protocol.matchAll(/^#{2,3} (\d+(?:\.\d+)?)[. ]/gm)];
  const rules = [...protocol.matchAll(/^- ([PDV]\d+) /gm)];
  return new Set([...sections, ...rules].map(([, name = '']) => name));
}

/** What a text refers to: "protocol 2.6 and 2.9" refers to two sections, "P6" to a rule. */
function referencesIn(text: string): string[] {
  const sections = [
    ...text.matchAll(/\bprotocol\b[^a-z0-9/:]{1,3}(?:sections? )?(\d[\d., ]*(?:(?:and|to) \d[\d.]*)?)/gi),
  ].flatMap(([, numbers = '']) => numbers.match(/\d+(?:\.\d+)?/g) ?? []);
  return [...sections, ...(text.match(/(?<![\w.#-])[PDV](?:\d|1\d)\b(?![\w.-]*\()/g) ?? [])];
}

describe('a reference to the protocol', () => {
  const defined = definedIn(readFileSync('docs/protocol.md', 'utf8'));
  // Comments that repeat another are refused by a rule of our own (docs/decisions/0010-comments-and-moderation.md).
  defined.add('D5');

  test('leads to a section or a rule of docs/protocol.md', () => {
    const sources = texts(tree.filter((path) => /\.(ts|m?js|astro|mdx|css|sql|md)$/.test(path)));
    const dead = sources.flatMap(([path, text]) =>
      referencesIn(text)
        .filter((name) => !defined.has(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(dead).toEqual([]);
  });

  test.each([
    ['/** Wide ranges are left out (protocol 2.6 and 2.9). */', ['2.6', '2.9']],
    ['-- kept by week (protocol 3.3, P10)', ['3.3', 'P10']],
    [' * sections 1.4 to 1.6 of the research', []],
    ['the research protocol, sections 1.4 to 1.6.', ['1.4', '1.6']],
    ['https://www.w3.org/TR/protocol/2.html', []],
    ['CIE Lab under D65, a P256 key', []],
  ])('is found in %s', (text, found) => {
    expect(referencesIn(text)).toEqual(found);
  });
});

describe('a document', () => {
  test('has no line over 160 characters', () => {
    const long = documents
      .filter(([path]) => !generated.includes(path))
      .flatMap(([path, text]) =>
        text.split('\n').flatMap((line, at) => (line.length > 160 ? [`${path}:${at + 1}`] : [])),
      );
    expect(long).toEqual([]);
  });

  test('links only to pages that exist', () => {
    const dead = documents.flatMap(([path, text]) =>
      [
        // What stands in a fence is an example.
        ...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g),
      ].flatMap(([, to = '']) => {
        const target = posix.join(posix.dirname(path), to);
        return tree.includes(target) || tree.some((file) => file.startsWith(`${target.replace(/\/$/, '')}/`))
          ? []
          : [`${path} links to ${to}`];
      }),
    );
    expect(dead).toEqual([]);
  });

  test('links to parts of the benchmarks that exist', () => {
    const headings = [...readFileSync('docs/benchmarks.md', 'utf8').matchAll(/^## (.*)/gm)].map(
      ([, title = '']) =>
        title
          .toLowerCase()
          .replaceAll(/[^\p{L}\d ]/gu, '')
          .replaceAll(' ', '-'),
    );
    const linked = documents.flatMap(([path, text]) =>
      [...text.matchAll(/benchmarks\.md#([\w-]+)/g)].map(([, part = '']) => ({ path, part })),
    );
    expect(linked).not.toEqual([]);
    expect(linked.filter(({ part }) => !headings.includes(part))).toEqual([]);
  });

  test('names only files, folders and commands that exist', () => {
    const scripts = Object.keys(
      (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts,
    );
    const dead = documents.flatMap(([path, text]) => [
      ...namesIn(text)
        .filter((name) => !tree.some((file) => matches(file, name)))
        .map((name) => `${path} names ${name}`),
      ...[...text.matchAll(/npm run ([a-z:]+)/g)].flatMap(([, name = '']) =>
        scripts.includes(name) ? [] : [`${path} names npm run ${name}`],
      ),
    ]);
    expect(dead).toEqual([]);
  });

  test('says what belongs in every room', () => {
    const rooms = new Set(
      tree.flatMap((path) => {
        const [top = '', room, part, inner] = path.split('/');
        if (room === undefined || part === undefined) return [];
        if (room === 'components' && inner !== undefined) return [`${top}/${room}/${part}/`];
        return ['src', 'scripts', 'supabase', 'tests', 'docs'].includes(top) ? [`${top}/${room}/`] : [];
      }),
    );
    const architecture = readFileSync('docs/architecture.md', 'utf8');
    expect([...rooms].filter((room) => !architecture.includes(`\`${room}\``))).toEqual([]);
  });

  test.each([
    ['see `src/site.ts` and `docs/decisions/`', ['src/site.ts', 'docs/decisions']],
    ['`src/content/releases/<month>` or `src/**/*.ts`', ['src/content/releases/*', 'src/**/*.ts']],
    ['`theme.ts`, `--hatch`, `altcha-lib/v1`, `npm start`', ['theme.ts']],
    ['```\nsrc/gone.ts\n```', []],
  ])('names in %s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  test.each([
    ['src/site.ts', 'src/site.ts', true],
    ['src/content/releases/sample', 'src/content/releases/*', true],
    ['src/charts/canvas/theme.ts', 'theme.ts', true],
    ['src/charts/canvas/theme.ts', 'me.ts', false],
    ['src/site.ts', 'src/sites.ts', false],
  ])('whether %s is what is called %s', (file, name, answer) => {
    expect(matches(file, name)).toBe(answer);
  });
});

/** Paths, and bare names of code files, that a document sets in backticks; `<id>` stands for any name. */
function namesIn(text: string): string[] {
  const prose = text.replace(/^```.*?^```/gms, '');
  return [...prose.matchAll(/`([^`\s]+)`/g)]
    .map(([, code = '']) => code.replace(/<[^>]+>/g, '*').replace(/\/$/, ''))
    .filter((name) =>
      /^(?:(?:src|docs|scripts|supabase|tests|public|\.ci)\/|[\w.[\]*-]+\.(?:ts|astro|css|sql|mdx)$)/.test(
        name,
      ),
    );
}

/** Whether a file or folder has this path, or a file this name; `*` stands for any name. */
function matches(file: string, name: string): boolean {
  if (!name.includes('*')) return file === name || (!name.includes('/') && file.endsWith(`/${name}`));
  return posix.matchesGlob(file, name.includes('/') ? name : `**/${name}`);
}
