import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextProgress, progressText, readProgress, type Progress } from '../../../src/release/progress.ts';

const file = 'src/content/releases/progress.json';
const some: Progress = { counted: '2026-12-01', job_seeker: 20, employer: 0 };
const read = (text: string) => readProgress(file, text, '2026-12-05');

test('counts in steps of ten, and 50 stands for that many or more', () => {
  const of = (job_seeker: number, employer: number) =>
    nextProgress(undefined, { job_seeker, employer }, '2026-12-01');
  expect(of(9, 10)).toEqual({ counted: '2026-12-01', job_seeker: 0, employer: 10 });
  expect(of(10, 29)).toMatchObject({ job_seeker: 10, employer: 20 });
  expect(of(49, 50)).toMatchObject({ job_seeker: 40, employer: 50 });
  expect(of(700, 51)).toMatchObject({ job_seeker: 50, employer: 50 });
});

test('is nothing to publish before a side has ten, so that the first ten need not wait for a week', () => {
  const counted = (day: string, job_seeker: number) =>
    nextProgress(undefined, { job_seeker, employer: 9 }, day);
  expect(counted('2026-12-01', 9)).toBeUndefined();
  expect(counted('2026-12-02', 10)).toMatchObject({ counted: '2026-12-02', job_seeker: 10, employer: 0 });
});

test('is counted once a week at most', () => {
  const next = (today: string) => nextProgress(some, { job_seeker: 30, employer: 0 }, today);
  expect(() => next('2026-12-07')).toThrow(
    'Progress is counted once a week at most: the last count is of 2026-12-01, the next can be made on 2026-12-08.',
  );
  expect(next('2026-12-08')).toMatchObject({ counted: '2026-12-08', job_seeker: 30 });
});

test('never goes down, whoever withdraws, and one answer more or less is seen at no other place than a step', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(70), { minLength: 1, maxLength: 8 }), (counts) => {
      let held: Progress | undefined;
      for (const [week, n] of counts.entries()) {
        const today = new Date(Date.UTC(2026, 0, 1 + 7 * week)).toISOString().slice(0, 10);
        const next = nextProgress(held, { job_seeker: n, employer: n }, today);
        const largest = Math.max(...counts.slice(0, week + 1));
        expect(next?.job_seeker ?? 0).toBe(Math.min(50, largest - (largest % 10)));
        held = next;
      }
    }),
  );
});

test('what was written is read again', () => {
  expect(read(progressText(some))).toEqual(some);
});

test.each([
  ['not JSON', 'twenty', 'is not JSON'],
  ['another number by hand', progressText(some).replace('20,', '30,'), 'was edited by hand'],
  ['no step', progressText({ ...some, employer: 7 }), 'employer: must be a step of 10, from 0 to 50'],
  ['of another side', progressText(some).replace('"employer"', '"landlord"'), 'is no count of progress'],
  [
    'from the future',
    progressText({ ...some, counted: '2026-12-06' }),
    'is of 2026-12-06, a day that is still to come',
  ],
])('refuses a file that is %s, and says what to do', (_, text, problem) => {
  expect(() => read(text)).toThrow(problem);
  expect(() => read(text)).toThrow(
    /^src\/content\/releases\/progress\.json .*: restore it from where it was committed/,
  );
});
