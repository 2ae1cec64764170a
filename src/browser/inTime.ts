/** Milliseconds after which a database that does not open counts as refused. */
const patience = 2_000;

/** What a database of the browser answers, or a rejection when it does not open: some never say so. */
export const inTime = <Result>(work: Promise<Result>): Promise<Result> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      setTimeout(() => {
        reject(new Error('IndexedDB does not open.'));
      }, patience);
    }),
  ]);
