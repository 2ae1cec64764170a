/** Ends a call to the server that takes longer than a person waits. */
export const patience = (): AbortSignal => AbortSignal.timeout(15_000);
