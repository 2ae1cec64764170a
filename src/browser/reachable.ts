import { inTime, patience, TooLong } from './inTime.ts';

/** Whether it took too long once: then the connection is slow, and may take as long as for anything else. */
let isSlow = false;

/** Whether the server of this page answers at all. */
export const isReachable = (): Promise<boolean> =>
  inTime(
    (signal) => fetch(location.pathname, { method: 'HEAD', cache: 'no-store', signal }),
    isSlow ? patience : 4_000,
  ).then(
    () => true,
    (error: unknown) => {
      isSlow ||= error instanceof TooLong;
      return false;
    },
  );
