import { expect, test } from 'vitest';
import { outcomeOf } from '../../../src/api/outcome.ts';

const refused = (httpStatus: number, code: string, more = {}) =>
  ({ status: 'refused', httpStatus, code, sentence: 'A sentence.', ...more }) as const;

test.each([
  ['stored', { status: 'stored' }, { status: 'stored' }],
  ['stored before', { status: 'stored_before' }, { status: 'stored_before' }],
  ['taken back', { status: 'withdrawn' }, { status: 'withdrawn' }],
  [
    'too many, with a time',
    refused(429, 'too_many', { seconds: 40 }),
    { status: 'later', sentence: 'A sentence.', seconds: 40 },
  ],
  ['too many, without', refused(429, 'queue_full'), { status: 'later', sentence: 'A sentence.' }],
  ['a proof that was used', refused(409, 'proof_used'), { status: 'proof' }],
  [
    'a thread that is closed',
    refused(409, 'closed'),
    { status: 'refused', code: 'closed', sentence: 'A sentence.' },
  ],
] as const)('%s', (_, answer, outcome) => {
  expect(outcomeOf(answer)).toEqual(outcome);
});
