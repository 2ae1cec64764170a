import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { testSite } from '../../build/harness/testSite.ts';
import { looseServerFolder } from './surveyServer.ts';

interface Running {
  readonly url: string;
  readonly secretKey: string;
}

async function run(options: object): Promise<{ process: ChildProcess; running: Running }> {
  const child = spawn(
    process.execPath,
    ['--no-warnings', 'tests/browser/survey/serverProcess.ts', JSON.stringify(options)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { process: child, running: JSON.parse(line) as Running };
}

/** A server that can be killed as a power cut kills it (SIGKILL), and started again on the same port and data. */
export async function startKillableServer() {
  const { folder, dataDir, migrationsDir } = await looseServerFolder();
  const options = { dataDir, migrationsDir, distDir: testSite };
  let { process: child, running } = await run({ ...options, port: 0 });
  const { url, secretKey } = running;
  const kill = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    url,
    secretKey,
    killAndStart: async (): Promise<void> => {
      await kill();
      ({ process: child, running } = await run({ ...options, port: Number(new URL(url).port) }));
    },
    remove: async (): Promise<void> => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
