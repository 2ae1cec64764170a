import { moderatorClient } from './moderatorClient.ts';

/** Ends this session on the server, and forgets it before the server replies. */
export async function signOut(): Promise<void> {
  await moderatorClient().auth.signOut({ scope: 'local' });
}
