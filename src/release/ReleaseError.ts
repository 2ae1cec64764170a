/** An error whose message tells the person who makes a release, or builds the site, what is wrong and what to do. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
}
