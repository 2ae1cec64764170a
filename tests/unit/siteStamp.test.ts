import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { inputs } from '../../scripts/build/siteStamp.ts';

/** What a file of the root names by a path that begins with a dot: what it imports and the folders it reads. */
const namedIn = (file: string, folder: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from |base: )'(\.[^']*)'/g)].map(([, path = '']) =>
    posix.join(folder, path),
  );

test('a change of what the site is configured by makes it be built anew', () => {
  const named = namedIn('astro.config.mjs', '.');
  expect(named).toContain('scripts/browsers/buildTarget.ts');
  for (const path of named)
    expect(
      inputs.some((input) => path === input || path.startsWith(`${input}/`)),
      path,
    ).toBe(true);
});

test('so does a change of a document that is a page', () => {
  const config = readFileSync('src/content.config.ts', 'utf8');
  const documents = [...config.matchAll(/base: '\.\/docs', pattern: '([^']+)'/g)].map(
    ([, name]) => `docs/${name}`,
  );
  expect(documents).toEqual(['docs/protocol.md']);
  expect(inputs).toEqual(expect.arrayContaining(documents));
});
