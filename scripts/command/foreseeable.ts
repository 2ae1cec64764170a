import { PlainError } from './PlainError.ts';

/** Errors whose message is a sentence for the person at the keyboard. By name: a build loads a second copy of the classes. */
const plain: readonly string[] = [PlainError.name, 'ReleaseError'];

const isError = (error: unknown): error is Error & { code?: unknown; path?: unknown } =>
  error instanceof Error;

const noPermission = (path: string): string =>
  `There is no permission for ${path}: it belongs to somebody else or may not be written. Give yourself the right to it, or run this as its owner.`;

/** What the operating system refuses (errno(3)), and what to do. */
const refusals: Readonly<Record<string, (path: string) => string>> = {
  EACCES: noPermission,
  EPERM: noPermission,
  EROFS: (path) => `${path} is on a disk that cannot be written to: run this in a copy that can.`,
  ENOSPC: (path) => `There is no room left on the disk for ${path}: free some, then run this again.`,
};

/**
 * The one sentence for an error that can be foreseen, or `undefined` for a fault of ours. It is looked for along the chain
 * of causes, because tools wrap what they were refused.
 */
export function sentenceOf(error: unknown): string | undefined {
  if (!isError(error)) return undefined;
  if (plain.includes(error.name)) return error.message;
  const refusal = typeof error.code === 'string' ? refusals[error.code] : undefined;
  if (refusal !== undefined) return refusal(typeof error.path === 'string' ? error.path : 'a file');
  return sentenceOf(error.cause);
}
