import { afterEach, expect, test, vi } from 'vitest';
import { countScreenedOut } from '../../../src/api/countScreenedOut.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('says which side and nothing else, and reads the answer', async () => {
  const calls: [string, unknown][] = [];
  vi.stubGlobal('location', { origin: 'https://site.example' });
  vi.stubGlobal('fetch', async (asked: Request) => {
    calls.push([new URL(asked.url).pathname, await asked.text()]);
    return new Response('{"status": "counted"}');
  });
  expect(await countScreenedOut('employer', AbortSignal.timeout(1_000))).toEqual({ status: 'counted' });
  expect(calls).toEqual([['/rest/v1/rpc/count_screened_out', '{"request":{"side":"employer"}}']]);
});
