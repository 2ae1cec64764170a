import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { testSite } from '../../build/harness/testSite.ts';
import { looseServerFolder } from './surveyServer.ts';

interface Running {
  readonly url: string;
  readonly publishableKey: string;
  readonly secretKey: string;
}

/** Starts it in a process of its own, whose every printed word goes to `print`. */
async function run(
  options: object,
  print: (text: string) => void,
): Promise<{ process: ChildProcess; running: Running }> {
  const child = spawn(
    process.execPath,
    ['--no-warnings', 'tests/browser/survey/serverProcess.ts', JSON.stringify(options)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      printed += text.toString();
      print(text.toString());
    });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`The server did not start: ${printed}`);
  });
  ended.catch(() => undefined);
  while (!printed.includes('\n')) await Promise.race([once(child.stdout, 'data'), ended]);
  return { process: child, running: JSON.parse(printed.slice(0, printed.indexOf('\n'))) as Running };
}

/** A server that can be killed as a power cut kills it (SIGKILL), and started again on the same port and data. */
export async function startKillableServer() {
  const { folder, dataDir, migrationsDir } = await looseServerFolder();
  const options = { dataDir, migrationsDir, distDir: testSite };
  let log = '';
  const print = (text: string): void => {
    log += text;
  };
  let { process: child, running } = await run({ ...options, port: 0 }, print);
  const { url, publishableKey, secretKey } = running;
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    url,
    publishableKey,
    secretKey,
    dataDir,
    /** All it has printed, over all its lives, its keys in the first line of each. */
    log: () => log,
    kill,
    killAndStart: async (): Promise<void> => {
      await kill();
      ({ process: child, running } = await run({ ...options, port: Number(new URL(url).port) }, print));
    },
    close: async (): Promise<void> => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
