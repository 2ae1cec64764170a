import { once } from 'node:events';
import type { Server } from 'node:http';
import { PlainError } from '../command/PlainError.ts';

/** Loopback only: the embedded Supabase is for one person's own machine. */
export const loopback = '127.0.0.1';

/**
 * The port that `PORT` asks for, or 4321, which is Astro's.
 * @throws {PlainError} when it is not a port number
 */
export function portFromEnvironment(): number {
  const said = process.env.PORT ?? '4321';
  const port = Number(said);
  if (/^\d+$/.test(said) && port < 65_536) return port;
  throw new PlainError(`PORT must be a whole number from 0 to 65535, not "${said}".`);
}

/** The sentence for a port that another program has. */
export function portTaken(port: number): PlainError {
  return new PlainError(
    `Port ${port} is taken by another program: stop that one, or choose another port, for example with PORT=${port + 1}.`,
  );
}

/**
 * Starts listening on loopback.
 * @param port 0 for any free one
 * @returns the port
 * @throws {PlainError} when another program has the port
 */
export async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, loopback);
  try {
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') throw portTaken(port);
    throw error;
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

/** Milliseconds that a request in hand may still take. */
const patience = 10_000;

/** Stops accepting, lets the requests in hand finish, then drops whatever still hangs. */
export async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that was busy at the first call may be idle now, and keep-alive would hold it open.
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
