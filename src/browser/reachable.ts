import { inTime, patience, TooLong } from './inTime.ts';

/** Whether it took too long once: then the connection is slow, and may take as long as for anything else. */
let isSlow = false;

/** The status with which the server of this page answers for an address; nothing where it does not answer. */
export const statusOf = (address: string): Promise<number | undefined> =>
  inTime(
    (signal) => fetch(address, { method: 'HEAD', cache: 'no-store', signal }),
    isSlow ? patience : 4_000,
  ).then(
    ({ status }) => status,
    (error: unknown) => {
      isSlow ||= error instanceof TooLong;
      return undefined;
    },
  );

/** Whether it answers at all. */
export const isReachable = async (): Promise<boolean> => (await statusOf(location.pathname)) !== undefined;
