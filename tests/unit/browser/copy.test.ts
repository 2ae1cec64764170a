import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { copy } from '../../../src/browser/copy.ts';
import { patience } from '../../../src/browser/inTime.ts';

const selected = vi.fn();
const shown = {} as Element;
beforeEach(() => {
  vi.useFakeTimers();
  selected.mockReset();
  vi.stubGlobal('getSelection', () => ({ selectAllChildren: selected }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a text that is copied is not selected', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  expect(await copy('words', shown)).toBe(true);
  await vi.advanceTimersByTimeAsync(patience);
  expect(writeText).toHaveBeenCalledWith('words');
  expect(selected).not.toHaveBeenCalled();
});

test.each([
  ['is none', undefined],
  ['refuses', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }],
  [
    'throws',
    {
      writeText: () => {
        throw new DOMException('no', 'SecurityError');
      },
    },
  ],
])('where the clipboard %s, the text is selected at once', async (_, clipboard) => {
  vi.stubGlobal('navigator', { clipboard });
  expect(await copy('words', shown)).toBe(false);
  expect(selected).toHaveBeenCalledExactlyOnceWith(shown);
});

test('where the browser asks and nobody answers, that counts as a no after its time', async () => {
  vi.stubGlobal('navigator', { clipboard: { writeText: () => new Promise(() => undefined) } });
  const copied = vi.fn();
  void copy('words', shown).then(copied);
  await vi.advanceTimersByTimeAsync(patience - 1);
  expect(copied).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(copied).toHaveBeenCalledExactlyOnceWith(false);
  expect(selected).toHaveBeenCalledExactlyOnceWith(shown);
});
