const longest = 15_000;

/** Ends a request that takes longer than a person waits. */
export const timeLimit = (): AbortSignal => AbortSignal.timeout(longest);

/** Fails as long after its call as such a request would; an import takes no signal. */
export const expired = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => {
      reject(new DOMException('It took too long.', 'TimeoutError'));
    }, longest);
  });
