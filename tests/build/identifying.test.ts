import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { controller } from '../../src/controller.ts';
import { identifyingPatterns } from '../../src/release/verify/scan.ts';
import { testSite } from './harness/testSite.ts';

/** False positives of the patterns that no published file may match (protocol 3.4, V5), with the reason. */
const allowed: readonly (readonly [looks: RegExp, because: string])[] = [
  [new RegExp(`^${controller.contact.replaceAll('.', '\\.')}\\.?$`), 'where to write to us'],
  [/T00:00:00(\.0+)?Z$/, 'a date written as the midnight it begins with'],
];

/** Addresses of other sites contain ids; in a feed their quotes are written otherwise. */
const elsewhere = /(?<=href=(?:\\?"|&quot;))https:\/\/.+?(?=\\?"|&quot;)/g;

const isText = (file: string): boolean => /\.(html|js|css|json|csv|md|svg|xml|txt|cff|sha256)$/.test(file);

interface Finding {
  readonly file: string;
  readonly what: string;
  readonly text: string;
}

function findingsIn(file: string, text: string): Finding[] {
  return identifyingPatterns.flatMap(([what, pattern]) =>
    [
      ...text
        .replaceAll(elsewhere, '')
        .matchAll(new RegExp(`(?:${pattern.source})[:\\d.]*Z?`, `${pattern.flags}g`)),
    ]
      .map(([found]) => found)
      .filter((found) => !allowed.some(([looks]) => looks.test(found)))
      .map((found) => ({ file, what, text: found })),
  );
}

let files: readonly string[];
beforeAll(() => {
  files = [
    ...globSync('**/*', { cwd: testSite }).map((file) => join(testSite, file)),
    ...globSync('src/content/releases/**/*'),
  ].filter(isText);
});

test('no published file holds an id, a time of day, a receipt code, an address of a person or a secret key', () => {
  expect(files.length).toBeGreaterThan(20);
  const findings = files.flatMap((file) => findingsIn(file.split(sep).join('/'), readFileSync(file, 'utf8')));
  expect(findings).toEqual([]);
});

test.each([
  ['an id', '{"id":"0f8fad5b-d9cb-469f-a165-70867728950e"}'],
  ['a time of day', 'submitted 2026-11-24T09:31:07Z'],
  ['a time of day', '2026-11-24 09:31'],
  ['a receipt code', 'MFRGGZD-F0A9B8C-7D6E5F4-G3H2J1K'],
  ['an e-mail address', 'from somebody@mail.example.org'],
  ['a secret key', 'sb_secret_abcdefgh'],
  ['a secret key', 'eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoic2VydmljZV9yb2xlIn0'],
])('%s would be found', (what, text) => {
  expect(findingsIn('a file', text).map((finding) => finding.what)).toContain(what);
});
