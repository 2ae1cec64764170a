import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { PlainError } from '../command/PlainError.ts';

/** The facts of supabase/config.toml that the embedded server needs; the Supabase CLI reads the same file. */
const configSchema = z.object({
  api: z.object({ schemas: z.array(z.string()).min(1), max_rows: z.int().positive() }),
  auth: z.object({
    enable_signup: z.boolean(),
    jwt_expiry: z.int().positive(),
    enable_refresh_token_rotation: z.boolean(),
    minimum_password_length: z.int().positive(),
    rate_limit: z.object({ sign_in_sign_ups: z.int().positive() }),
  }),
});

type Config = z.infer<typeof configSchema>;

/**
 * Reads supabase/config.toml (https://supabase.com/docs/guides/local-development/cli/config).
 * @throws {PlainError} naming the file, the field and what was expected
 */
export function readSupabaseConfig(file: string): {
  api: Config['api'];
  /** What @supabase/lite knows of it. */
  auth: Omit<Config['auth'], 'rate_limit'>;
  /** Sign-ins in five minutes. */
  signIns: number;
} {
  let toml: unknown;
  try {
    toml = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new PlainError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const config = configSchema.safeParse(toml);
  if (config.success) {
    const { rate_limit, ...auth } = config.data.auth;
    return { api: config.data.api, auth, signIns: rate_limit.sign_in_sign_ups };
  }
  const complaints = config.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new PlainError(`${file} is not what the server expects: ${complaints.join('; ')}.`);
}
