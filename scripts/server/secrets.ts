import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PlainError } from '../command/PlainError.ts';

const secretsSchema = z.strictObject({
  /** The key that acts as service_role: reads tallies, may do everything. Never leaves this machine. */
  secretKey: z.string().startsWith('sb_secret_'),
  /** Signs the moderator's session. 32 random bytes; without one, lite falls back to a public placeholder. */
  jwtSecret: z.string().min(43),
});
export type Secrets = z.infer<typeof secretsSchema>;

const fileOf = (dataDir: string): string => join(dataDir, 'secrets.json');

/**
 * The secrets of the embedded Supabase, for scripts that talk to the running server.
 * @throws {PlainError} when the server was never started here, or the file was edited into something else
 */
export function readSecrets(dataDir: string): Secrets {
  const file = fileOf(dataDir);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    // existsSync would say that a file is missing that may not be seen.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    throw new PlainError(`There is no local database in ${dataDir} yet: run npm start first.`);
  }
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch {
    throw new PlainError(`${file} is damaged: delete that file and start again, new keys will be made.`);
  }
}

/** Reads the secrets, making them on the first start. The caller holds the folder's lock. */
export function ensureSecrets(dataDir: string): Secrets {
  if (!existsSync(fileOf(dataDir))) {
    const secrets: Secrets = {
      secretKey: `sb_secret_${randomBytes(32).toString('base64url')}`,
      jwtSecret: randomBytes(32).toString('base64url'),
    };
    writeFileSync(fileOf(dataDir), `${JSON.stringify(secrets, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
  }
  return readSecrets(dataDir);
}
