import { expect, test, vi } from 'vitest';
import { retriable } from '../../../src/browser/retriable.ts';

/** An import as the build writes it, that fails as in Safari, which names no address. */
function lost() {
  const load = vi.fn(() => Promise.reject(new TypeError('Importing a module script failed.')));
  return Object.assign(load, { toString: () => '()=>import(`./inDays.ts`)' });
}

test('a lost module is asked for again under another name of the same address, also where the error does not say which', async () => {
  const load = lost();
  const get = retriable<unknown>(load);
  const address = new URL('../../../src/browser/inDays.ts', import.meta.url).href;
  await expect(get()).rejects.toMatchObject({ address });
  expect(await get()).toHaveProperty('inDays');
  expect(load).toHaveBeenCalledOnce();
});

test('where the function does not tell the address, the same import is tried again', async () => {
  const load = vi.fn().mockRejectedValueOnce(new TypeError('lost')).mockResolvedValue('code');
  const get = retriable(load);
  await expect(get()).rejects.toThrow('lost');
  expect(await get()).toBe('code');
});
