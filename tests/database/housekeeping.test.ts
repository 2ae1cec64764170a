import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startMigrated } from './harness/migratedOnce.ts';
import { withCommentCode } from './harness/comment.ts';
import { solve, type Challenge } from './harness/proof.ts';
import { hashOf, withCode } from './harness/receipt.ts';

const filesWith = (folder: string, bytes: Buffer): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(bytes))
    .map(({ name }) => name);

test('what is withdrawn or removed on the embedded server leaves its disk while it runs', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'no-but-why-housekeeping-'));
  const server = await startMigrated({ port: 0, dataDir, distDir: 'public' });
  const call = async (name: string, key: string, request: unknown): Promise<unknown> => {
    const answer = await fetch(`${server.url}/rest/v1/rpc/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', apikey: key },
      body: JSON.stringify({ request }),
      signal: AbortSignal.timeout(15_000),
    });
    return answer.json();
  };
  try {
    const { code, submission } = withCode();
    const bytes = Buffer.from(hashOf(code), 'hex');
    expect(await call('load_sample', server.secretKey, { submissions: [submission] })).toMatchObject({
      stored: 1,
    });
    await expect.poll(() => filesWith(dataDir, bytes)).not.toEqual([]);
    expect(await call('withdraw_response', server.publishableKey, { code })).toEqual({ status: 'done' });
    await expect.poll(() => filesWith(dataDir, bytes), { timeout: 20_000 }).toEqual([]);
    expect(await call('read_response', server.publishableKey, { code })).toMatchObject({ status: 'unknown' });

    const { code: receipt, sent } = withCommentCode();
    const words = Buffer.from(sent.text);
    const proof = solve(
      (await call('challenge', server.publishableKey, { purpose: 'comment' })) as Challenge,
    );
    // A comment sent within three seconds of opening the form is refused as a bot’s, so it is sent again until accepted.
    await expect
      .poll(() => call('comment', server.publishableKey, { comment: sent, proof }), { timeout: 20_000 })
      .toEqual({ status: 'stored' });
    await expect.poll(() => filesWith(dataDir, words)).not.toEqual([]);
    expect(await call('remove_comment', server.publishableKey, { code: receipt })).toEqual({
      status: 'done',
    });
    await expect.poll(() => filesWith(dataDir, words), { timeout: 20_000 }).toEqual([]);
  } finally {
    await server.close();
    rmSync(dataDir, { recursive: true });
  }
});
