import { describe, expect, it } from 'vitest';
import { date } from '../../../src/figures/date.ts';

describe('date', () => {
  it('spells out an ISO date', () => {
    expect(date('2026-01-31')).toBe('31 January 2026');
    expect(date('2026-12-01T10:00:00Z')).toBe('1 December 2026');
  });

  it.each(['', '2026-13-01', '2026-00-01', '2026-01-32', '31.1.2026'])('refuses “%s”', (text) => {
    expect(() => date(text)).toThrow(RangeError);
  });
});
