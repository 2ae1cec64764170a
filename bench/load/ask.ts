import { randomBytes, randomUUID } from 'node:crypto';
import type { Challenge } from 'altcha-lib/types';
import { committedSample, sampleRespondents } from '../../src/sample/sampleRespondents.ts';
import { solve } from '../../src/browser/solver.ts';
import { thread } from './prepare.ts';

/** Calls a function of the API with its arguments. @throws Error when it is refused */
export type Call = (name: string, args: Readonly<Record<string, unknown>>) => Promise<unknown>;

const people = sampleRespondents({ ...committedSample, employers: 0 });
let next = 0;

/** Sends the answers of a made-up person under an id of their own, with a fresh proof, as the survey page does. */
export async function sendAnswers(call: Call): Promise<void> {
  const challenge = (await call('challenge', { request: { purpose: 'response' } })) as Challenge;
  const solution = await solve(challenge);
  const person = people[next++ % people.length];
  await call('submit_response', {
    request: {
      submission: { ...person, id: randomUUID(), receipt: randomBytes(32).toString('hex') },
      proof: { challenge, solution },
      trap: '',
    },
  });
}

/** Reads the first page of a thread. */
export async function readThread(call: Call): Promise<void> {
  await call('read_thread', { request: thread });
}

export interface Asked {
  readonly perSecond: number;
  /** Milliseconds of each, rising. */
  readonly took: readonly number[];
  readonly errors: number;
}

/** Asks over so many connections at once, each again as soon as it has its answer, for some seconds. */
export async function askFor(
  seconds: number,
  calls: readonly Call[],
  ask: (call: Call) => Promise<void>,
): Promise<Asked> {
  const took: number[] = [];
  let errors = 0;
  const start = performance.now();
  const until = start + seconds * 1000;
  const goOn = async (call: Call): Promise<void> => {
    while (performance.now() < until) {
      const asked = performance.now();
      try {
        await ask(call);
        took.push(performance.now() - asked);
      } catch (error) {
        if (errors === 0) console.log(`  the first error: ${String(error)}`);
        errors += 1;
      }
    }
  };
  await Promise.all(calls.map(goOn));
  return {
    perSecond: (took.length / (performance.now() - start)) * 1000,
    took: took.toSorted((a, b) => a - b),
    errors,
  };
}
