import { beforeEach, expect, test, vi } from 'vitest';
import { device, keyOf } from '../../../src/browser/device.ts';
import { ownStore } from '../../../src/components/thread/client/ownStore.ts';
import type { OwnComment } from '../../../src/thread/own.ts';

/** What the browser’s database holds, and what it does when it is asked. */
const database = vi.hoisted(() => ({
  records: new Map<unknown, unknown>(),
  mood: 'answers',
}));
const inDatabase = vi.hoisted(
  () =>
    <Result>(work: (records: Map<unknown, unknown>) => Result): Promise<Result> => {
      if (database.mood === 'is silent') return new Promise(() => undefined);
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

const draft = device<string>('draft');

test('a record goes to IndexedDB and leaves nothing in localStorage, be it written or deleted', async () => {
  expect(await draft.write('once')).toBe(true);
  expect([await draft.read(), Object.keys(localStorage)]).toEqual([['once'], []]);
  await draft.clear();
  expect([await draft.read(), Object.keys(localStorage), database.records.size]).toEqual([[], [], 0]);
});

test('what was written as the page went away is newer than IndexedDB', async () => {
  await draft.write('once');
  draft.writeNow('twice');
  expect(await draft.read()).toEqual(['once', 'twice']);
  await draft.write('three times');
  expect([await draft.read(), Object.keys(localStorage)]).toEqual([['three times'], []]);
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
    expect(await draft.read()).toEqual([]);
    database.mood = 'answers';
    expect(await draft.read()).toEqual([]);
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
  expect(await draft.read()).toEqual([]);
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
  const ours = device<string>('draft');
  await ours.write('ours');
  await ownStore.put(comment('a'));
  vi.stubEnv('BASE_URL', '/other/');
  const theirs = device<string>('draft');
  expect([await theirs.read(), await ownStore.read()]).toEqual([[], []]);
  await theirs.clear();
  await ownStore.drop('a');
  vi.stubEnv('BASE_URL', '/why/');
  expect([await ours.read(), await ownStore.read()]).toEqual([['ours'], [comment('a')]]);
  vi.unstubAllEnvs();
});

test('of what lies on the device, only what is ours is used', async () => {
  for (const [id, found] of Object.entries([null, 'x', { format: 2, code: 'x' }, { format: 1 }]))
    database.records.set(keyOf(`comment-${id}`), found);
  localStorage.setItem(keyOf('comment-x'), 'not JSON');
  localStorage.setItem(keyOf('comment-y'), '[]');
  expect(await ownStore.read()).toEqual([]);
});
