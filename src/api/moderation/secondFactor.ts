import { Unreadable } from '../notDone.ts';
import { moderatorClient, refuseUnanswered, type AuthError } from './moderatorClient.ts';

/** The sign-in service said no, whatever was asked. */
export interface FactorRefused {
  readonly status: 'signed_out' | 'too_many';
}

/** Which of them an error is, or null. @throws NoReply, or Unreadable */
function refusalIn(error: AuthError): FactorRefused | null {
  refuseUnanswered(error);
  const { name, status = 0, code = '' } = error;
  if (status === 429) return { status: 'too_many' };
  const isOver = name === 'AuthSessionMissingError' || code.startsWith('refresh_token_');
  return isOver || status === 401 || status === 403 ? { status: 'signed_out' } : null;
}

/** Which of them an error is. @throws NoReply, or Unreadable */
function refused(error: AuthError): FactorRefused {
  const refusal = refusalIn(error);
  if (refusal === null) throw new Unreadable('The sign-in service', error.status ?? 0, error.message);
  return refusal;
}

/** The second factor of who is signed in: an authenticator app (TOTP), or none yet. */
export type SecondFactor =
  { readonly status: 'has_one'; readonly id: string } | { readonly status: 'has_none' };

/** Asks the sign-in service which factors the account has. */
export async function secondFactor(): Promise<SecondFactor | FactorRefused> {
  const { data, error } = await moderatorClient().auth.mfa.listFactors();
  if (error !== null) return refused(error);
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
  NewFactor | FactorRefused | { readonly status: 'not_offered' }
> {
  const { mfa } = moderatorClient().auth;
  const known = await mfa.listFactors();
  if (known.error !== null) return refused(known.error);
  for (const { id, status } of known.data.all)
    if (status === 'unverified') await mfa.unenroll({ factorId: id });
  const { data, error } = await mfa.enroll({ factorType: 'totp' });
  if (error?.status === 404 || error?.code === 'mfa_totp_enroll_not_enabled')
    return { status: 'not_offered' };
  if (error !== null) return refused(error);
  return { status: 'new', id: data.id, picture: data.totp.qr_code, secret: data.totp.secret };
}

/** Checks a code of the app; when it fits, the session is one with two factors. */
export async function confirmSecondFactor(
  id: string,
  code: string,
): Promise<FactorRefused | { readonly status: 'confirmed' } | { readonly status: 'wrong' }> {
  const { error } = await moderatorClient().auth.mfa.challengeAndVerify({ factorId: id, code });
  if (error === null) return { status: 'confirmed' };
  return refusalIn(error) ?? { status: 'wrong' };
}
