import { isAuthNoReply, moderatorClient } from './moderatorClient.ts';

/** The second factor of who is signed in: an authenticator app (TOTP), or none yet. */
export type SecondFactor =
  { readonly status: 'has_one'; readonly id: string } | { readonly status: 'has_none' | 'no_reply' };

/** Asks the sign-in service which factors the account has. */
export async function secondFactor(): Promise<SecondFactor> {
  const { data, error } = await moderatorClient().auth.mfa.listFactors();
  if (error !== null) {
    if (isAuthNoReply(error)) return { status: 'no_reply' };
    throw error;
  }
  const [first] = data.totp;
  return first === undefined ? { status: 'has_none' } : { status: 'has_one', id: first.id };
}

/** What an authenticator app needs: a picture to scan, or the same as letters. */
export interface NewFactor {
  readonly status: 'new';
  readonly id: string;
  /** A data: address of an SVG. */
  readonly picture: string;
  readonly secret: string;
}

/**
 * Begins to set up an authenticator app; what was begun before and never confirmed is taken back first. Not offered
 * where the sign-in service has no second factor, as on the embedded server.
 */
export async function newSecondFactor(): Promise<
  NewFactor | { readonly status: 'not_offered' | 'no_reply' }
> {
  const { mfa } = moderatorClient().auth;
  const known = await mfa.listFactors();
  for (const { id, status } of known.data?.all ?? [])
    if (status === 'unverified') await mfa.unenroll({ factorId: id });
  const { data, error } = await mfa.enroll({ factorType: 'totp' });
  if (error === null)
    return { status: 'new', id: data.id, picture: data.totp.qr_code, secret: data.totp.secret };
  return { status: isAuthNoReply(error) ? 'no_reply' : 'not_offered' };
}

/** Checks a code of the app; when it fits, the session is one with two factors. */
export async function confirmSecondFactor(
  id: string,
  code: string,
): Promise<{ readonly status: 'confirmed' | 'wrong' | 'too_many' | 'no_reply' }> {
  const { error } = await moderatorClient().auth.mfa.challengeAndVerify({ factorId: id, code });
  if (error === null) return { status: 'confirmed' };
  if (isAuthNoReply(error)) return { status: 'no_reply' };
  return { status: error.status === 429 ? 'too_many' : 'wrong' };
}
