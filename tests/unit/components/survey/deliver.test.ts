import { expect, test, vi } from 'vitest';
import fc from 'fast-check';
import { deliver } from '../../../../src/components/survey/client/deliver.ts';
import { submitResponse } from '../../../../src/api/submitResponse.ts';
import type { Submission } from '../../../../src/survey/submission.ts';
import { validSubmission } from '../../../examples/anySubmission.ts';

vi.mock('../../../../src/api/submitResponse.ts', () => ({
  submitResponse: vi.fn(() => ({ status: 'stored' })),
}));

const [submission] = fc.sample(validSubmission, { numRuns: 1, seed: 7 }) as unknown as readonly Submission[];
const spam = {} as Parameters<typeof deliver>[1];
const send = (changes: object) =>
  deliver({ ...submission, ...changes } as Submission, spam, new AbortController().signal);

test('what is wrong is refused on the device, and is not sent', async () => {
  expect(await send({ months: 0 })).toMatchObject({ status: 'refused', code: 'not_valid' });
  expect(submitResponse).not.toHaveBeenCalled();
});

test.each([
  ['the questions', { instrument: '0' }],
  ['the consent alone', { consent: '0' }],
])('answers that waited here while %s changed go to the server as they are', async (_, changes) => {
  expect(await send(changes)).toEqual({ status: 'stored' });
});
