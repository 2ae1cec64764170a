import { createHash, randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { makeReceiptCode, receiptBytes } from '../../../src/receipt/receiptCode.ts';
import type { Connection } from './database.ts';
import { submissionOf } from './submission.ts';

/** What the browser sends in place of the code: its SHA-256 in hexadecimal digits. */
export const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');

export const newCode = (): string => makeReceiptCode(randomBytes(receiptBytes));

/** A submission with the receipt code that belongs to it. */
export function withCode(changes: Record<string, unknown> = {}) {
  const code = newCode();
  return { code, submission: submissionOf({ receipt: hashOf(code), ...changes }) };
}

/** Keeps a submission as the public function does once it has let it in. */
export async function keep(database: Connection, submission: unknown): Promise<void> {
  const [row] = await database.sql('select private.store($1::jsonb) as kept', [JSON.stringify(submission)]);
  expect(row).toEqual({ kept: true });
}
