import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../src/thread/limits.ts';
import type { GonePlace, ShownComment } from '../../../src/thread/page.ts';
import { placer } from '../../../src/thread/placer.ts';

const comment = (id: string, parent: string | null = null): ShownComment => ({
  id,
  parent,
  role: 'none',
  text: id,
  sent_at: '2026-11-24T10:00Z',
  edited: false,
});
const gone = (id: string, parent: string | null = null): GonePlace => ({ id, parent, state: 'removed' });
const page = (comments: readonly ShownComment[], places: readonly GonePlace[] = []) => ({
  comments,
  gone: places,
});
const ids = (placed: ReturnType<ReturnType<typeof placer>>) =>
  placed.map(
    ({ item, parent, depth }) => `${'>'.repeat(depth)}${item.id}${parent === null ? '' : ` under ${parent}`}`,
  );

test('replies go under what they answer', () => {
  expect(ids(placer()(page([comment('a'), comment('b', 'a'), comment('c', 'b'), comment('d')])))).toEqual([
    'a',
    '>b under a',
    '>>c under b',
    'd',
  ]);
});

test('a removed comment is placed before its first reply, and after a removed comment above it', () => {
  const placed = placer()(
    page([comment('c', 'b'), comment('d', 'b'), comment('e')], [gone('b', 'a'), gone('a')]),
  );
  expect(ids(placed)).toEqual(['a', '>b under a', '>>c under b', '>>d under b', 'e']);
});

test('a branch continues on the next page, and no comment is placed twice', () => {
  const place = placer();
  place(page([comment('a'), comment('b', 'a')]));
  expect(ids(place(page([comment('b', 'a'), comment('c', 'b'), comment('d', 'a')])))).toEqual([
    '>>c under b',
    '>d under a',
  ]);
});

test('a reply to an unknown comment is placed at the top level', () => {
  expect(ids(placer()(page([comment('b', 'nobody')])))).toEqual(['b']);
});

test('of any thread, cut into any pages, every comment is placed once and after its parent', () => {
  const threads = fc
    .array(fc.tuple(fc.nat(), fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 60 })
    .map((seeds) => {
      const made: { id: string; parent: string | null; depth: number; isGone: boolean }[] = [];
      for (const [seed, isReply, isGone] of seeds) {
        const above = isReply ? made.filter(({ depth }) => depth < limits.depth)[seed % 60] : undefined;
        const depth = above === undefined ? 0 : above.depth + 1;
        made.push({ id: `c${made.length}`, parent: above?.id ?? null, depth, isGone });
      }
      return made;
    });
  fc.assert(
    fc.property(threads, fc.integer({ min: 1, max: 9 }), (made, size) => {
      const shown = made.filter(({ isGone }) => !isGone);
      const places = made.filter(({ isGone }) => isGone).map(({ id, parent }) => gone(id, parent));
      const place = placer();
      const before = new Set<string>();
      for (let from = 0; from < shown.length; from += size) {
        const part = shown.slice(from, from + size).map(({ id, parent }) => comment(id, parent));
        for (const { item, parent, depth } of place(page(part, places))) {
          expect(before.has(item.id)).toBe(false);
          expect(parent === null || before.has(parent)).toBe(true);
          before.add(item.id);
          expect(made.find(({ id }) => id === item.id)).toMatchObject({ parent, depth });
        }
      }
      expect(shown.every(({ id }) => before.has(id))).toBe(true);
    }),
  );
});

describe('the work grows with the number of comments and no faster', () => {
  /** How often the fields of comments are read while pages of a size are put together. */
  function reads(n: number, size: number, parentOf: (place: number) => string | null): number {
    let count = 0;
    const counting = <Item extends object>(item: Item): Item =>
      new Proxy(item, {
        get: (target, name) => {
          count += 1;
          return Reflect.get(target, name) as unknown;
        },
        has: (target, name) => {
          count += 1;
          return Reflect.has(target, name);
        },
      });
    const all = Array.from({ length: n }, (_, place) => counting(comment(`c${place}`, parentOf(place))));
    const place = placer();
    for (let from = 0; from < n; from += size) {
      place(page(all.slice(from, from + size)));
    }
    return count;
  }

  test.each([
    ['all on top', () => null],
    ['all under one', (place: number) => (place === 0 ? null : 'c0')],
    ['chains of three', (place: number) => (place % 3 === 0 ? null : `c${place - 1}`)],
  ] as const)('%s', (_, parentOf) => {
    expect(reads(9_000, limits.page, parentOf)).toBe(10 * reads(900, limits.page, parentOf));
    expect(reads(9_000, 9_000, parentOf)).toBe(10 * reads(900, 900, parentOf));
  });
});
