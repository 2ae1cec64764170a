import { AsyncLocalStorage } from 'node:async_hooks';

/** What may be known of a failure: never a row or a parameter, because those hold a person's answers. */
export interface Failure {
  /** Five characters, https://www.postgresql.org/docs/current/errcodes-appendix.html */
  sqlstate?: string;
  constraint?: string;
}

function note(failure: Failure, printed: unknown[]): void {
  for (const item of printed) {
    if (!(item instanceof Error)) continue;
    if ('code' in item && typeof item.code === 'string') failure.sqlstate = item.code;
    if ('constraint' in item && typeof item.constraint === 'string') failure.constraint = item.constraint;
  }
}

/**
 * Replaces the methods of the global console, so that a job can run without printing. @supabase/lite 0.10 prints every
 * failed statement with its parameters and the failing row, and has no option that stops it.
 * @returns runs a job: what it prints, or anything that it awaits, is dropped, while the rest of the process prints as
 * before; it returns the job's result and the code of the last database error that the job tried to print
 */
export function interceptConsole() {
  const scope = new AsyncLocalStorage<Failure>();
  for (const method of ['debug', 'dir', 'error', 'info', 'log', 'trace', 'warn'] as const) {
    const print = console[method].bind(console) as (...items: unknown[]) => void;
    console[method] = (...items: unknown[]) => {
      const failure = scope.getStore();
      if (failure === undefined) print(...items);
      else note(failure, items);
    };
  }
  return async <Result>(job: () => Promise<Result>): Promise<{ result: Result; failure: Failure }> => {
    const failure: Failure = {};
    return { result: await scope.run(failure, job), failure };
  };
}
