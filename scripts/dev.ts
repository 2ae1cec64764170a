import { accessSync, constants } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { redirectFeed } from './server/feedRedirect.ts';
import { folders } from './command/folders.ts';
import { isApiRequest, letIn } from './server/gate.ts';
import { loopback, portFromEnvironment, portTaken } from './server/listen.ts';
import { readOptions } from './command/readOptions.ts';
import { runCommand, stopOnSignal } from './command/runCommand.ts';
import { siteAddress } from './build/siteAddress.ts';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

await runCommand(async () => {
  readOptions('npm run dev', {});
  const port = portFromEnvironment();
  const { pathname: folder } = siteAddress(process.env);
  // Here and not above, like Astro below: a command that is refused waits for neither.
  const { openEmbeddedSupabase } = await import('./server/embeddedSupabase.ts');
  const supabase = await openEmbeddedSupabase(folders.data);
  for (const line of supabase.said) console.log(line);
  // In place of @supabase/lite/vite, whose `define` of window.location.origin Astro evaluates on the server.
  const api: Plugin = {
    name: 'embedded-supabase',
    enforce: 'post',
    configureServer:
      ({ middlewares }) =>
      () => {
        // First in line, and put there last: Astro puts its own first, and one of them answers 404 to every address
        // without a slash at its end (astro/dist/vite-plugin-astro-server/plugin.js).
        middlewares.stack.unshift({
          route: '',
          handle: (request: IncomingMessage, response: ServerResponse, next: () => void) => {
            if (!letIn(request, response)) return;
            if (isApiRequest(request)) void supabase.handle(request, response);
            else if (!redirectFeed(request, response, folder)) next();
          },
        });
      },
  };
  const startAstro = async () => {
    // Astro says so too, file by file.
    accessSync(folders.root, constants.W_OK);
    const { dev } = await import('astro');
    return dev({
      root: folders.root,
      server: { host: loopback, port },
      vite: { server: { strictPort: true }, plugins: [api] },
    });
  };
  const server = await startAstro().catch(async (error: unknown) => {
    await supabase.close();
    throw error instanceof Error && error.message.includes('already in use') ? portTaken(port) : error;
  });
  stopOnSignal(async () => {
    await server.stop();
    await supabase.close();
  });
});
