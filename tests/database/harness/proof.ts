import { pbkdf2Sync } from 'node:crypto';
import { expect } from 'vitest';
import { call, type Caller } from './call.ts';
import type { Database } from './database.ts';

/** The parameters that PostgreSQL signs. */
export interface Parameters {
  algorithm: string;
  /** Iterations of PBKDF2 in one try. */
  cost: number;
  /** Seconds since 1970: made, and to be used not before. */
  data: { purpose: string; times: number; iat: number; nbf: number };
  expiresAt: number;
  /** Bytes. */
  keyLength: number;
  keyPrefix: string;
  keySignature: string;
  nonce: string;
  salt: string;
}

export interface Challenge {
  parameters: Parameters;
  signature: string;
}

export interface Proof {
  challenge: Challenge;
  solution: { counter: number; derivedKey: string };
}

/** A fresh challenge. Fails when there is none. */
export async function challengeFor(
  database: Database,
  caller: Caller = {},
  purpose = 'response',
  more: Readonly<Record<string, unknown>> = {},
): Promise<Challenge> {
  const { status, body } = await call(database, 'challenge', { purpose, ...more }, caller);
  expect(status, JSON.stringify(body)).toBe(200);
  return body as Challenge;
}

/** Solves a challenge as the format says, independently of the official solver and of our SQL. */
export function solve(challenge: Challenge): Proof {
  const { cost, keyLength, keyPrefix, nonce, salt } = challenge.parameters;
  const password = Buffer.concat([Buffer.from(nonce, 'hex'), Buffer.alloc(4)]);
  for (let counter = 0; counter < 2 ** 31; counter += 1) {
    password.writeUInt32BE(counter, password.length - 4);
    const derivedKey = pbkdf2Sync(password, Buffer.from(salt, 'hex'), cost, keyLength, 'sha256').toString(
      'hex',
    );
    if (derivedKey.startsWith(keyPrefix)) return { challenge, solution: { counter, derivedKey } };
  }
  throw new Error('This challenge has no solution.');
}

export const proofFor = async (
  database: Database,
  caller: Caller = {},
  purpose = 'response',
): Promise<Proof> => solve(await challengeFor(database, caller, purpose));

/** Signs parameters as only the database can, to make a challenge of another time or purpose. */
export async function signed(database: Database, parameters: Parameters): Promise<Challenge> {
  const [row] = await database.sql('select private.sign(private.challenge_text($1::jsonb)) as signature', [
    JSON.stringify(parameters),
  ]);
  return { parameters, signature: String(row?.signature) };
}
