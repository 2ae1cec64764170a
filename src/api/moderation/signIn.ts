import { moderatorClient, refuseUnanswered } from './moderatorClient.ts';

export interface SignIn {
  readonly status: 'signed_in' | 'no_match' | 'too_many';
}

/**
 * Signs in with e-mail and password. An unknown address, a wrong password and one that was never confirmed are the same,
 * so that nobody learns here who has an account.
 */
export async function signIn(email: string, password: string): Promise<SignIn> {
  const { error } = await moderatorClient().auth.signInWithPassword({ email, password });
  refuseUnanswered(error);
  if (error === null) return { status: 'signed_in' };
  return { status: error.status === 429 ? 'too_many' : 'no_match' };
}
