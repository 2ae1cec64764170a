/**
 * Ends the process cleanly, with exit code 0, on Ctrl-C (SIGINT) and SIGTERM. A second Ctrl-C ends it at once.
 * @param close what has to be finished first
 */
export function stopOnSignal(close: () => Promise<void>): void {
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      if (closing) process.exit(1);
      closing = true;
      void close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}
