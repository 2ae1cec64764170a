import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Servers that people run themselves, each told only where the site is and what the build wrote for it. */
export const ownServers = {
  nginx: {
    file: '.hosts/nginx.conf',
    version: ['-v'],
    arguments: ['-p', '.', '-e', 'error.log', '-c', 'config'],
    config: (port: number) => `
daemon off;
master_process off;
pid pid;
events {}
http {
  access_log off;
  client_body_temp_path temp;
  proxy_temp_path temp;
  fastcgi_temp_path temp;
  uwsgi_temp_path temp;
  scgi_temp_path temp;
  types { text/html html; image/svg+xml svg; text/javascript js; }
  server { listen 127.0.0.1:${port}; root www; include written; }
}
`,
  },
  caddy: {
    file: '.hosts/Caddyfile',
    version: ['version'],
    arguments: ['run', '--adapter', 'caddyfile', '--config', 'config'],
    config: (port: number) => `
{
	admin off
	auto_https off
}
http://127.0.0.1:${port} {
	root * www
	import written
}
`,
  },
} as const;

export type OwnServer = keyof typeof ownServers;

/** Whether this machine has it. */
export const hasServer = (name: OwnServer): boolean => spawnSync(name, ownServers[name].version).status === 0;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/**
 * Serves a built site from a folder of a host.
 * @param files what the build writes for hosts, by name
 */
export async function runOwnServer(
  name: OwnServer,
  { dist, folder, files }: { dist: string; folder: string; files: Readonly<Record<string, string>> },
): Promise<{ url: string; stop: () => Promise<void> }> {
  const { file, arguments: given, config } = ownServers[name];
  const home = mkdtempSync(join(tmpdir(), `no-but-why-${name}-`));
  const www = join(home, 'www', folder).replace(/\/$/, '');
  mkdirSync(dirname(www), { recursive: true });
  symlinkSync(dist, www);
  const port = await freePort();
  writeFileSync(join(home, 'config'), config(port));
  writeFileSync(join(home, 'written'), files[file] ?? '');
  const child = spawn(name, given, {
    cwd: home,
    env: { ...process.env, HOME: home },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${name} does not run:\n${said}`);
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    stop: async () => {
      const ended = once(child, 'close');
      child.kill();
      await ended;
      rmSync(home, { recursive: true });
    },
  };
}
