import { execFile } from 'node:child_process';

/** What a person sees who runs a command, and its exit code. */
export interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Variables of whoever runs the tests that would lead a command to another database. */
const own = /^(PUBLIC_|SITE_URL$|SUPABASE_(SECRET_KEY|DB_URL)$|PORT$|SAMPLE$)/;

/** A user who owns nothing, where the tests run as root: no right is refused to root. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

interface Circumstances {
  /** The checkout to run it in; ours unless said otherwise. */
  readonly root?: string;
  /** As somebody to whom the folders of others are closed. */
  readonly unprivileged?: boolean;
}

/**
 * Runs a script of `scripts` as `npm run` does, with these variables on top of a clean environment.
 * @throws where it was ended before it could exit, as the limit of time does
 */
export const runScript = (
  name: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  { root = '.', unprivileged = false }: Circumstances = {},
): Promise<Printed> =>
  new Promise((resolve, reject) => {
    const clean = Object.fromEntries(Object.entries(process.env).filter(([key]) => !own.test(key)));
    execFile(
      process.execPath,
      [`scripts/${name}.ts`, ...args],
      { cwd: root, env: { ...clean, ...environment }, timeout: 180_000, ...(unprivileged && nobody) },
      (error, out, err) => {
        // A process that a signal ended, as the limit of time does, has no exit code.
        const code = error === null ? 0 : error.code;
        if (typeof code === 'number') resolve({ code, out, err });
        else reject(new Error(`scripts/${name}.ts was ended before it could exit: ${out}${err}`));
      },
    );
  });
