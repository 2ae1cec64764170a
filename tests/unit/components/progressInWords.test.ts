import { expect, test } from 'vitest';
import { countedWhen, progressInWords } from '../../../src/components/release/progressInWords.ts';

const counted = { counted: '2026-11-27', job_seeker: 20, employer: 0 };

test('says how many have answered and how many are still needed, in steps of ten', () => {
  expect(progressInWords(counted, 'job_seeker')).toEqual({
    answered: '20 or more answered',
    needed: 'at most 30 to go',
    steps: [true, true, false, false, false],
  });
  expect(progressInWords({ ...counted, job_seeker: 50 }, 'job_seeker')).toEqual({
    answered: 'Enough answered',
    needed: 'a first release can be made',
    steps: [true, true, true, true, true],
  });
  expect(countedWhen(counted)).toMatch(/^Counted on 27 November 2026, /);
});

test('nobody counted is not the same as nobody has counted, of which no side has words of its own', () => {
  expect(progressInWords(counted, 'employer').answered).toBe('Fewer than 10 answered');
  expect(progressInWords(undefined, 'employer').answered).toBeUndefined();
  expect(countedWhen(undefined)).toBe('Not counted yet.');
});
