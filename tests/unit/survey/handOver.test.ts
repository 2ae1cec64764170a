import { expect, test } from 'vitest';
import { takeAnswer } from '../../../src/survey/handOver.ts';
import { putAnswer } from '../../../src/survey/putAnswer.ts';

function store() {
  const held = new Map<string, string>();
  const storage = {
    setItem: (key: string, value: string) => void held.set(key, value),
    getItem: (key: string) => held.get(key) ?? null,
    removeItem: (key: string) => void held.delete(key),
  };
  return { held, storage: () => storage };
}
const refused = (): never => {
  throw new Error('This browser keeps nothing.');
};
const answer = { side: 'job_seeker', variable: 's_outcome', code: 'silent' } as const;

test('an answer is taken once, by its own side', () => {
  const { held, storage } = store();
  putAnswer(storage, answer);
  expect(held.size).toBe(1);
  expect(takeAnswer(storage, 'job_seeker')).toEqual({ variable: 's_outcome', code: 'silent' });
  expect(takeAnswer(storage, 'job_seeker')).toBeNull();
  expect(held.size).toBe(0);
});

test('the other side finds nothing and leaves nothing behind', () => {
  const { held, storage } = store();
  putAnswer(storage, answer);
  expect(takeAnswer(storage, 'employer')).toBeNull();
  expect(held.size).toBe(0);
});

test('where the browser refuses storage only the preselected answer is lost', () => {
  putAnswer(refused, answer);
  expect(takeAnswer(refused, 'job_seeker')).toBeNull();
});

test.each([
  '',
  'not JSON',
  'null',
  '7',
  '{}',
  '{"side":"job_seeker"}',
  '{"side":"job_seeker","variable":1,"code":2}',
])('what is not an answer is none: %s', (text) => {
  const { held, storage } = store();
  putAnswer(storage, answer);
  for (const key of held.keys()) held.set(key, text);
  expect(takeAnswer(storage, 'job_seeker')).toBeNull();
});
