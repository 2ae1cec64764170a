import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/api/outcome.ts';
import { pause, stepAfter } from '../../../src/browser/retry.ts';

describe('The pause between two tries', () => {
  test('doubles from 2 seconds to 5 minutes', () => {
    const longest = [1, 2, 3, 4, 5, 6, 7, 8, 9, 50].map((tries) => Math.round(pause(tries, 0.999_999)));
    expect(longest).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  });

  test('is shorter by up to half, by chance', () => {
    expect(pause(3, 0)).toBe(4);
    expect(pause(3, 0.5)).toBe(6);
  });
});

describe('After a try', () => {
  const refused = { status: 'refused', code: 'not_valid', sentence: 'No.' } as const;

  test('what arrived is finished', () => {
    expect(stepAfter({ status: 'stored' }, 1, 0)).toEqual({ do: 'finish', arrived: 'stored' });
    expect(stepAfter({ status: 'stored_before' }, 9, 0)).toEqual({ do: 'finish', arrived: 'stored_before' });
  });

  test.each<Outcome>([refused, { status: 'withdrawn' }])('%j is never sent again', (outcome) => {
    for (const tries of [1, 2, 50]) expect(stepAfter(outcome, tries, 0.5)).toEqual({ do: 'stop', outcome });
  });

  test('a proof that was refused is renewed at once, twice in a row, and then with a pause', () => {
    expect([1, 2, 3].map((tries) => stepAfter({ status: 'proof' }, tries, 0).do)).toEqual([
      'renew',
      'renew',
      'wait',
    ]);
  });

  test('no reply waits, longer each time', () => {
    expect(stepAfter({ status: 'later' }, 1, 0)).toEqual({ do: 'wait', seconds: 1 });
    expect(stepAfter({ status: 'later' }, 4, 0)).toEqual({ do: 'wait', seconds: 8 });
  });

  test('a server that asks for time gets at least that, and its sentence is passed on', () => {
    const outcome = { status: 'later', sentence: 'Come back.', seconds: 3600 } as const;
    expect(stepAfter(outcome, 1, 0.5)).toEqual({ do: 'wait', seconds: 3600, sentence: 'Come back.' });
    expect(stepAfter({ ...outcome, seconds: 1 }, 8, 0)).toMatchObject({ seconds: 128 });
  });
});
