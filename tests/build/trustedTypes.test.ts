import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { pages } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';

/** Scripts that a script names, whenever it loads them. */
const namedIn = (code: string, from: string): string[] =>
  [...code.matchAll(/["'`]((?:\/_astro|\.{1,2})\/[\w./-]+\.js)["'`]/g)].map(([, name = '']) =>
    posix.resolve(posix.dirname(from), name),
  );

/** The policies that a script makes, or one that it may ever load. */
function policiesIn(code: string, from: string, seen = new Set<string>()): readonly string[] {
  const named = namedIn(code, from).filter((path) => !seen.has(path));
  for (const path of named) seen.add(path);
  return [
    ...[...code.matchAll(/createPolicy\(["'`]([\w-]+)/g)].map(([, name = '']) => name),
    ...named.flatMap((path) => policiesIn(readFileSync(join(testSite, path), 'utf8'), path, seen)),
  ];
}

test('each page allows the Trusted Types policies that its scripts make, and no other', () => {
  const made = new Set<string>();
  for (const { path, $ } of pages) {
    // The policy of every page; that of moderators stands beside it.
    const policy = $('meta[http-equiv="content-security-policy"][content*="default-src"]').attr('content');
    const allowed = /(?:^|;) ?trusted-types ?([^;]*)/.exec(policy ?? '')?.[1]?.trim();
    const wanted = $('script')
      .toArray()
      .flatMap((script) => policiesIn(`${$(script).text()} "${$(script).attr('src') ?? ''}"`, path));
    const names = [...new Set(wanted)].sort();
    expect([path, allowed?.split(' ').sort()]).toEqual([path, names.length === 0 ? ["'none'"] : names]);
    for (const name of names) made.add(name);
  }
  expect([...made].sort()).toEqual(['fragment', 'survey-worker']);
});

test('a page allows the styles and scripts that are in it, and no other', () => {
  for (const { path, $ } of pages) {
    const policy = $('meta[http-equiv="content-security-policy"][content*="default-src"]').attr('content');
    const own = $('style, script:not([src]):not([type*="json"])')
      .toArray()
      .map((element) => `'sha256-${createHash('sha256').update($(element).text()).digest('base64')}'`);
    expect(new Set(policy?.match(/'sha256-[^']*'/g)), path).toEqual(new Set(own));
  }
});
