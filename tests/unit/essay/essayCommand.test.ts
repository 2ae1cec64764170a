import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

let copy = '';
const essays = () => join(copy, 'src/content/essays');

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'essay-'));
  for (const name of ['scripts', 'src', 'package.json', 'tsconfig.json'])
    cpSync(name, join(copy, name), {
      recursive: true,
      filter: (path) => !path.startsWith('src/content'),
    });
  cpSync('src/content/ledger', join(copy, 'src/content/ledger'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
});
beforeEach(() => {
  rmSync(essays(), { recursive: true, force: true });
  mkdirSync(essays(), { recursive: true });
});
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

const text = 'Why not?\n\nThey said “no” – and in Zürich nobody could tell me why, not even after a month.\n';

/** What the command answers to a file of these bytes. */
function imported(name: string, bytes: Buffer | string | undefined, ...options: readonly string[]) {
  if (bytes !== undefined) writeFileSync(join(copy, name), bytes);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/essay.ts', name, ...options], {
    cwd: copy,
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}`, files: readdirSync(essays()) };
}
const draft = () => readFileSync(join(essays(), 'why-not.mdx'), 'utf8');

test('a file is never written over', () => {
  expect(imported('a.txt', text)).toMatchObject({ status: 0, files: ['why-not.mdx'] });
  writeFileSync(join(essays(), 'why-not.mdx'), 'mine');
  expect(imported('a.txt', text)).toEqual({
    status: 1,
    said: 'src/content/essays/why-not.mdx is there already and stays as it is: give the draft another --slug.\n',
    files: ['why-not.mdx'],
  });
  expect(draft()).toBe('mine');
});

test('nor does a draft take the address of an essay in Markdown', () => {
  writeFileSync(join(essays(), 'why-not.md'), 'mine');
  expect(imported('a.txt', text)).toMatchObject({
    status: 1,
    said: expect.stringMatching(/^src\/content\/essays\/why-not\.md is there already/) as string,
    files: ['why-not.md'],
  });
  expect(imported('a.txt', text, '--slug', 'another')).toMatchObject({
    status: 0,
    files: ['another.mdx', 'why-not.md'],
  });
});

test.each([
  ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
  [
    'Windows-1252',
    Buffer.from(
      text.replace(/[“”–]/g, (sign) => ({ '“': '\x93', '”': '\x94' })[sign] ?? '\x96'),
      'latin1',
    ),
  ],
])('%s is read', (_, bytes) => {
  expect(imported('a.txt', bytes)).toMatchObject({ status: 0 });
  expect(draft()).toContain('They said “no” – and in Zürich nobody');
});

test('a file of another kind is refused, and one that is not there', () => {
  expect(imported('a.pdf', text)).toEqual({
    status: 1,
    said: 'a.pdf is no kind of text that can be read: npm run essay -- <file.txt, .md, .html or .docx>.\n',
    files: [],
  });
  expect(imported('none.txt', undefined)).toEqual({
    status: 1,
    said: 'There is no file none.txt.\n',
    files: [],
  });
});
