import { once } from 'node:events';
import type { Server } from 'node:http';

/** Milliseconds that a request in hand may still take. */
const patience = 10_000;

/** Stops accepting, lets the requests in hand finish, then drops whatever still hangs. */
export async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that was busy a moment ago turns idle without anybody closing it.
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, 20);
  const deadline = setTimeout(() => {
    server.closeAllConnections();
  }, patience);
  await closed;
  clearInterval(idle);
  clearTimeout(deadline);
}
