/** Ends a request that takes longer than a person waits. */
export const timeLimit = (): AbortSignal => AbortSignal.timeout(15_000);
