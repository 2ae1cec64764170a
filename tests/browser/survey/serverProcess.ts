import { startServer } from '../../../scripts/server/startServer.ts';

/** A server in a process of its own, for tests that kill it: `node serverProcess.ts <options as JSON>`. */
const options = JSON.parse(process.argv[2] ?? '{}') as Parameters<typeof startServer>[0];
const { url, publishableKey, secretKey } = await startServer(options);
console.log(JSON.stringify({ url, publishableKey, secretKey }));
