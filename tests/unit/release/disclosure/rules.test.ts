import { globSync, readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../../../src/release/disclosure/rules.ts';
import { readImports } from '../../house/readImports.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const sources = Object.fromEntries(
  globSync('{src,scripts,tests/unit/release}/**/*.ts').map((path) => [path.split(sep).join('/'), read(path)]),
);
const imports = readImports(sources);

/** A file and every file whose code it runs. */
function reached(path: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const { to, typeOnly } of imports.get(path)?.own ?? []) if (!typeOnly) reached(to, found);
  return found;
}
/** What runs in the command that makes a release. */
const making = [...reached('scripts/release.ts')];

test('the rules are those of the protocol, each once', () => {
  const bound = [...read('docs/protocol.md').matchAll(/^- (P\d+) /gm)].map(([, id = '']) => id);
  const byNumber = (a: string, b: string): number => Number(a.slice(1)) - Number(b.slice(1));
  expect(rules.map(({ id }) => id)).toEqual(bound.toSorted(byNumber));
});

describe.each(rules.flatMap(({ id, code }) => code.map((keeper) => ({ id, ...keeper }))))(
  '$id $name',
  ({ path, name, test: file }) => {
    test('is a function of its file', async () => {
      const module = (await import(resolve(path))) as Readonly<Record<string, unknown>>;
      expect(module[name]).toBeTypeOf('function');
    });

    test('is called by what makes a release', () => {
      const call = new RegExp(`(?<!function )\\b${name}\\(|\\.forEach\\(${name}\\)`);
      const callers = making.filter(
        (other) =>
          call.test(sources[other] ?? '') &&
          (other === path || imports.get(other)?.own.some(({ to, typeOnly }) => to === path && !typeOnly)),
      );
      expect(callers).not.toEqual([]);
    });

    test('has a test that runs it', () => {
      expect([...reached(file)]).toContain(path);
    });
  },
);
