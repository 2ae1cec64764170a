import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Tally } from '../../../src/release/tally.ts';
import { megabytes } from './report.ts';

const said = z.strictObject({ loaded: z.number(), peak: z.number(), bytes: z.number() });

/** Makes a release from a tally in a process of its own and says how much memory that took. */
export async function jobMemory(tally: Tally): Promise<string> {
  const job = spawn(process.execPath, [join(import.meta.dirname, 'makeReleaseOnce.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const sent = JSON.stringify(tally);
  job.stdin.end(sent);
  const [output] = await Promise.all([text(job.stdout), once(job, 'exit')]);
  const { loaded, peak, bytes } = said.parse(JSON.parse(output));
  return `The release job, from a tally of ${megabytes(sent.length)} to a release of ${megabytes(bytes)}: peak memory ${megabytes(peak)}, of it ${megabytes(loaded)} for Node.js and the code before it reads a number.`;
}
