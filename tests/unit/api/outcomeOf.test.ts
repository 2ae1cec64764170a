import { expect, test } from 'vitest';
import { outcomeOf } from '../../../src/api/outcomeOf.ts';

const refusal = (code: string, more = {}) => ({ code, message: 'A sentence.', ...more });

test.each([
  ['it is stored', { status: 'stored' }, 200, { status: 'stored' }],
  ['it was stored before', { status: 'stored_before' }, 200, { status: 'stored_before' }],
  ['it was taken back', { status: 'withdrawn' }, 200, { status: 'withdrawn' }],
  [
    'too many, with a time',
    refusal('too_many', { retry_after: 40 }),
    429,
    { status: 'later', sentence: 'A sentence.', seconds: 40 },
  ],
  ['too many, without', refusal('queue_full'), 429, { status: 'later', sentence: 'A sentence.' }],
  ['a proof that was used', refusal('proof_used'), 409, { status: 'proof' }],
  [
    'a thread that is closed',
    refusal('closed'),
    409,
    { status: 'refused', code: 'closed', sentence: 'A sentence.' },
  ],
  ['no reply', null, 0, { status: 'later' }],
  ['an error of PostgreSQL', { code: '57P01', message: 'terminating connection' }, 503, { status: 'later' }],
  ['our words with a status that is none of ours', refusal('closed'), 500, { status: 'later' }],
  ['somebody else’s answer', { status: 'ok' }, 200, { status: 'later' }],
])('%s', (_, body, status, outcome) => {
  expect(outcomeOf(body, status)).toEqual(outcome);
});
