import { beforeEach, describe, expect, test, vi } from 'vitest';
import { device } from '../../../src/browser/device.ts';
import { keyOf } from '../../../src/browser/lookUp.ts';
import { restored } from '../../../src/browser/restored.ts';
import { aside, removeAside, setAside } from '../../../src/browser/setAside.ts';
import { keptDrafts } from '../../../src/components/thread/client/drafts.ts';
import { ownName } from '../../../src/components/thread/client/keptHere.ts';
import { ownStore } from '../../../src/components/thread/client/ownStore.ts';
import type { View } from '../../../src/components/thread/client/view.ts';
import { draftDays } from '../../../src/survey/draft.ts';
import type { OwnComment } from '../../../src/thread/own.ts';

/** What the browser’s database holds, and what it does when it is asked. */
const database = vi.hoisted(() => ({
  records: new Map<unknown, unknown>(),
  mood: 'answers',
  /** What was asked of it while it was late. */
  waiting: [] as (() => void)[],
}));
const inDatabase = vi.hoisted(
  () =>
    <Result>(work: (records: Map<unknown, unknown>) => Result): Promise<Result> => {
      if (database.mood === 'is silent') return new Promise(() => undefined);
      if (database.mood === 'is late')
        return new Promise((resolve) => {
          database.waiting.push(() => {
            resolve(work(database.records));
          });
        });
      if (database.mood === 'refuses')
        return Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'));
      return Promise.resolve(work(database.records));
    },
);
vi.mock('idb-keyval', () => ({
  createStore: () => (_: string, use: (records: object) => unknown) =>
    inDatabase((records) =>
      use({
        get: (key: string) => records.get(key),
        put: (value: unknown, key: string) => records.set(key, value),
        delete: (key: string) => records.delete(key),
        getAllKeys: () => [...records.keys()],
      }),
    ),
  promisifyRequest: (result: unknown) => result,
}));

/** localStorage, whose properties are what it holds. */
class MemoryStorage {
  [key: string]: unknown;
  getItem(key: string): unknown {
    return this[key] ?? null;
  }
  setItem(key: string, text: string): void {
    this[key] = text;
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

beforeEach(() => {
  database.records.clear();
  database.mood = 'answers';
  vi.stubGlobal('localStorage', new MemoryStorage());
});

const isText = (found: unknown): found is string => typeof found === 'string';
const draft = device('draft', isText);
/** All that can be read under a name. */
const read = async (disk: typeof draft) => (await disk.read()).kept;

test('a record goes to IndexedDB and leaves nothing in localStorage, be it written or deleted', async () => {
  expect(await draft.write('once')).toBe(true);
  expect([await read(draft), Object.keys(localStorage)]).toEqual([['once'], []]);
  await draft.clear();
  expect([await read(draft), Object.keys(localStorage), database.records.size]).toEqual([[], [], 0]);
});

test('what was written as the page went away is newer than IndexedDB', async () => {
  await draft.write('once');
  draft.writeNow('twice');
  expect(await read(draft)).toEqual(['once', 'twice']);
  await draft.write('three times');
  expect([await read(draft), Object.keys(localStorage)]).toEqual([['three times'], []]);
});

test('a record written while IndexedDB is refused can be deleted once it is not, and the other way round', async () => {
  for (const [first, then] of [
    ['refuses', 'answers'],
    ['answers', 'refuses'],
    ['refuses', 'refuses'],
  ] as const) {
    database.mood = first;
    expect(await draft.write('once')).toBe(true);
    database.mood = then;
    await draft.clear();
    expect(await read(draft)).toEqual([]);
    database.mood = 'answers';
    expect(await read(draft)).toEqual([]);
    await vi.waitFor(() => {
      expect([Object.keys(localStorage), database.records.size]).toEqual([[], 0]);
    });
  }
});

test('a write that IndexedDB never answers does not bring back what was deleted after it', async () => {
  vi.useFakeTimers();
  database.mood = 'is silent';
  const writing = draft.write('once');
  database.mood = 'answers';
  await draft.clear();
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  await writing;
  expect(await read(draft)).toEqual([]);
});

describe.each(['refuses', 'is late'])('While IndexedDB %s', (mood) => {
  /** What is done in a visit during which it does so, and then answers all that it was asked. */
  async function visit(act: () => Promise<unknown>): Promise<void> {
    vi.useFakeTimers();
    database.mood = mood;
    const acting = act();
    await vi.runAllTimersAsync();
    await acting;
    vi.useRealTimers();
    database.mood = 'answers';
    for (const work of database.waiting.splice(0)) work();
    await Promise.resolve();
  }
  const next = () => device('draft', isText);

  test('what it holds is not written over by what is written meanwhile, and is found as text beside it', async () => {
    await draft.write('once');
    await visit(async () => {
      const disk = next();
      expect(await disk.read()).toEqual({
        kept: [],
        strange: [],
        unread: mood === 'refuses' ? 'refused' : 'late',
      });
      expect(await disk.write('twice')).toBe(true);
      expect(disk.writeNow('three times')).toBe(true);
      expect((await disk.read()).kept).toEqual(['three times']);
    });
    const disk = next();
    expect(await disk.read()).toMatchObject({ kept: ['three times'], strange: ['"once"'] });
    await disk.write('four times');
    expect([await next().read(), Object.keys(localStorage)]).toEqual([
      { kept: ['four times'], strange: [] },
      [],
    ]);
  });

  test('deleting what was written meanwhile leaves what it holds', async () => {
    await draft.write('once');
    await visit(async () => {
      const disk = next();
      await disk.read();
      await disk.write('twice');
      await disk.clear();
    });
    expect([(await next().read()).kept, Object.keys(localStorage)]).toEqual([['once'], []]);
  });

  test('the newer state in localStorage is still the same record', async () => {
    await draft.write('once');
    draft.writeNow('twice');
    await visit(async () => {
      const disk = next();
      expect((await disk.read()).kept).toEqual(['twice']);
      await disk.write('three times');
    });
    const { kept, strange } = await next().read();
    expect([kept[kept.length - 1], strange]).toEqual(['three times', []]);
  });

  test('what was set aside before stays, whether more is set aside or some is removed', async () => {
    await setAside('draft', ['before']);
    await visit(async () => {
      await removeAside('draft', []);
      await setAside('draft', ['meanwhile']);
    });
    const texts = (await aside('draft')).join();
    expect([texts.includes('before'), texts.includes('meanwhile')]).toEqual([true, true]);
  });
});

const comment = (id: string, tried = false): OwnComment => ({
  format: 1,
  id,
  code: 'CODE',
  receipt: 'f0',
  kind: 'essay',
  thread: 'why',
  parent: null,
  role: 'recruiter',
  text: 'as it was typed',
  at: 1,
  standing: { is: 'outgoing', tried },
});

test('a comment kept while IndexedDB was refused is put away for good', async () => {
  database.mood = 'refuses';
  await ownStore.put(comment('a'));
  database.mood = 'answers';
  await ownStore.put(comment('b'));
  expect((await ownStore.read()).map(({ id }) => id).toSorted()).toEqual(['a', 'b']);
  await ownStore.drop('a');
  expect(await ownStore.read()).toEqual([comment('b')]);
});

test('the newer state of a comment counts, wherever it lies', async () => {
  await ownStore.put(comment('a'));
  database.mood = 'refuses';
  await ownStore.put(comment('a', true));
  database.mood = 'answers';
  expect(await ownStore.read()).toEqual([comment('a', true)]);
  await ownStore.put(comment('a'));
  expect(await ownStore.read()).toEqual([comment('a')]);
});

test('two sites on one host find nothing of each other', async () => {
  vi.stubEnv('BASE_URL', '/why/');
  const ours = device('draft', isText);
  await ours.write('ours');
  await ownStore.put(comment('a'));
  vi.stubEnv('BASE_URL', '/other/');
  const theirs = device('draft', isText);
  expect([await read(theirs), await ownStore.read()]).toEqual([[], []]);
  await theirs.clear();
  await ownStore.drop('a');
  vi.stubEnv('BASE_URL', '/why/');
  expect([await read(ours), await ownStore.read()]).toEqual([['ours'], [comment('a')]]);
  vi.unstubAllEnvs();
});

test('of what lies on the device, only what is ours is used, and the rest is handed over as text', async () => {
  database.records.set(keyOf('draft'), { not: 'ours' });
  localStorage.setItem(keyOf('draft'), 'not JSON');
  expect(await draft.read()).toEqual({ kept: [], strange: ['{"not":"ours"}', 'not JSON'] });
});

test('comments that cannot be read are set aside, word for word, once', async () => {
  for (const [id, found] of Object.entries([null, 'x', { format: 2, code: 'x' }, { format: 1 }]))
    database.records.set(keyOf(`comment-${id}`), found);
  localStorage.setItem(keyOf('comment-x'), 'not JSON');
  for (let visit = 0; visit < 2; visit += 1) {
    expect(await ownStore.read()).toEqual([]);
    expect([...(await aside(ownName))].sort()).toEqual(
      ['"x"', 'not JSON', 'null', '{"format":1}', '{"format":2,"code":"x"}'].sort(),
    );
  }
});

test('comments that cannot be read are gone from the device once what was set aside is removed', async () => {
  database.records.set(keyOf('comment-a'), { format: 2, code: 'x' });
  localStorage.setItem(keyOf('comment-b'), 'not JSON');
  await ownStore.read();
  await removeAside(ownName, await aside(ownName));
  expect([await ownStore.read(), await aside(ownName)]).toEqual([[], []]);
  expect([Object.keys(localStorage), database.records.size]).toEqual([[], 0]);
});

test('of what was set aside goes what the person saw, and not what another tab has set aside since', async () => {
  await setAside('numbers', ['seen']);
  const shown = await aside('numbers');
  await setAside('numbers', ['not seen']);
  await removeAside('numbers', shown);
  expect(await aside('numbers')).toEqual(['not seen']);
});

describe('What cannot be restored', () => {
  const isNumbers = (found: unknown): found is readonly number[] => Array.isArray(found);
  const numbers = device('numbers', isNumbers);
  /** A restore that uses a built-in which this browser lacks. */
  const failing = (kept: readonly unknown[]): void => {
    if (kept.length > 0) throw new TypeError('toSorted is not a function');
  };

  test('is set aside before anything is written, and what is written then does not touch it', async () => {
    await numbers.write([1, 2]);
    const undo = vi.fn();
    const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await restored('numbers', numbers, failing, undo);
    expect([undo.mock.calls.length, reported.mock.calls.length]).toEqual([1, 1]);
    reported.mockRestore();
    await numbers.write([3]);
    expect([await aside('numbers'), (await numbers.read()).kept]).toEqual([['[1,2]'], [[3]]]);
    await removeAside('numbers', await aside('numbers'));
    expect(await aside('numbers')).toEqual([]);
  });

  test('joins what was set aside before, and none of it counts as a record', async () => {
    for (const text of ['{"from":2031', 'half a rec'] as const) {
      localStorage.setItem(keyOf('numbers'), text);
      await restored('numbers', numbers, failing, () => undefined);
    }
    expect([await aside('numbers'), await numbers.read()]).toEqual([
      ['{"from":2031', 'half a rec'],
      { kept: [], strange: [] },
    ]);
  });

  test.each(['half a rec', '[1]'])('stays where it is when nothing can be set aside: %s', async (text) => {
    localStorage.setItem(keyOf('numbers'), text);
    database.mood = 'refuses';
    vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await restored('numbers', numbers, failing, () => undefined)).toBe(false);
    reported.mockRestore();
    expect(localStorage.getItem(keyOf('numbers'))).toBe(text);
  });
});

describe('Drafts of comments', () => {
  const name = 'thread-chart-hours';
  const view = { kind: 'chart', thread: 'hours' } as View;
  const old = Date.now() - draftDays * 86_400_000;
  const draft = (text: string, at: number) => ({ text, role: 'none' as const, at });
  const leaving: (() => void)[] = [];
  beforeEach(() => {
    vi.stubGlobal('addEventListener', (_: string, leave: () => void) => leaving.push(leave));
    vi.stubGlobal('document', { addEventListener: () => undefined });
  });

  test('are not written over what lies in their place and could not be set aside', async () => {
    localStorage.setItem(keyOf(name), 'half a book');
    database.mood = 'refuses';
    const full = vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const drafts = keptDrafts(view, () => undefined);
    await drafts.restore(() => undefined);
    full.mockRestore();
    drafts.set('top', { text: 'typed', role: 'none' });
    await drafts.write();
    for (const leave of leaving) leave();
    expect([drafts.isKept(), drafts.isLost(), localStorage.getItem(keyOf(name))]).toEqual([
      false,
      true,
      'half a book',
    ]);
  });

  test('stay on the device under what is written while IndexedDB could not be read', async () => {
    const before = { format: 1, at: Date.now(), drafts: { a: draft('A reply of before', Date.now()) } };
    database.records.set(keyOf(name), before);
    database.mood = 'refuses';
    const drafts = keptDrafts(view, () => undefined);
    await drafts.restore(() => undefined);
    drafts.set('top', { text: 'typed', role: 'none' });
    await drafts.write();
    database.mood = 'answers';
    const later = keptDrafts(view, () => undefined);
    await later.restore(() => undefined);
    expect([drafts.isKept(), later.get('top')?.text, await aside(name)]).toEqual([
      true,
      'typed',
      [JSON.stringify(before)],
    ]);
  });

  test('that a tab left alone because it could not read them are set aside by the next tab that writes', async () => {
    const before = { format: 1, at: Date.now(), drafts: { a: draft('A reply of before', Date.now()) } };
    database.records.set(keyOf(name), before);
    const element: object = { dataset: {}, querySelector: () => element };
    const section = element as HTMLElement;
    const [one, two] = ['one', 'two'].map(() =>
      keptDrafts({ ...view, section, say: () => undefined }, () => undefined),
    ) as [ReturnType<typeof keptDrafts>, ReturnType<typeof keptDrafts>];
    await one.restore(() => undefined);
    database.mood = 'refuses';
    await two.restore(() => undefined);
    two.set('top', { text: 'typed', role: 'none' });
    await two.write();
    database.mood = 'answers';
    one.set('b', { text: 'Another reply', role: 'none' });
    await one.write();
    expect(await aside(name)).toEqual([JSON.stringify(before)]);
  });

  test.each([
    ['all', { top: draft('old', old) }, []],
    ['some', { top: draft('old', old), a: draft('new', Date.now()) }, ['a']],
  ])('leave the device where %s of them are too old', async (_, drafts, left) => {
    database.records.set(keyOf(name), { format: 1, at: old, drafts });
    await keptDrafts(view, () => undefined).restore(() => undefined);
    const books = [...database.records.values()] as { drafts: object }[];
    expect(books.flatMap((book) => Object.keys(book.drafts))).toEqual(left);
  });

  test('of a tab that is closed in the middle of a word leave those of other tabs where localStorage is all there is', async () => {
    vi.useFakeTimers();
    database.mood = 'refuses';
    const [one, two] = [keptDrafts(view, () => undefined), keptDrafts(view, () => undefined)];
    await Promise.all([one.restore(() => undefined), two.restore(() => undefined)]);
    one.set('top', { text: 'Words of the first', role: 'none' });
    one.set('a', { text: 'A reply', role: 'none' });
    await one.write();
    two.set('top', { text: 'Words of the second', role: 'none' });
    two.set('b', { text: 'Another reply', role: 'none' });
    for (const leave of leaving) leave();
    vi.useRealTimers();
    const later = keptDrafts(view, () => undefined);
    await later.restore(() => undefined);
    expect(['top', 'a', 'b'].map((place) => later.get(place)?.text)).toEqual([
      'Words of the first',
      'A reply',
      'Another reply',
    ]);
  });
});
