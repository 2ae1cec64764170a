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

/** Runs a script of `scripts` as `npm run` does, with these variables on top of a clean environment. */
export const runScript = (
  name: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  { root = '.', unprivileged = false }: Circumstances = {},
): Promise<Printed> =>
  new Promise((resolve) => {
    const clean = Object.fromEntries(Object.entries(process.env).filter(([key]) => !own.test(key)));
    execFile(
      process.execPath,
      [`scripts/${name}.ts`, ...args],
      { cwd: root, env: { ...clean, ...environment }, timeout: 60_000, ...(unprivileged && nobody) },
      (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code), out, err });
      },
    );
  });
