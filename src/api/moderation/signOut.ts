import { moderatorClient } from './moderatorClient.ts';
import { sessionName } from './session.ts';

/** Ends this session, here and on the server. Here also when the server does not reply. */
export async function signOut(): Promise<void> {
  try {
    await moderatorClient().auth.signOut({ scope: 'local' });
  } finally {
    sessionStorage.removeItem(sessionName);
  }
}
