/** An error whose message is one sentence for the person at the keyboard; no stack is needed to act on it. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}
