import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { supabase: string } };

/** Whether tests may fetch the tool, 140 MB from the npm registry: REAL_TOOLS=1 npx vitest run --project database tests/database/… */
export const mayRunTools = process.env.REAL_TOOLS !== undefined;

/**
 * Runs the Supabase CLI in the version of `npm run supabase`.
 * @param folder of its own or of a project, into which it writes
 * @throws Error with its own words when it fails
 */
export function supabase(folder: string, ...args: readonly string[]): { out: string; err: string } {
  const [program = '', ...given] = scripts.supabase.split(' ');
  const { status, stdout, stderr } = spawnSync(program, [...given, ...args, '--workdir', folder], {
    encoding: 'utf8',
    env: { ...process.env, SUPABASE_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
  });
  if (status !== 0) throw new Error(`supabase ${args[0] ?? ''} ended with ${status}: ${stderr}${stdout}`);
  return { out: stdout, err: stderr };
}
