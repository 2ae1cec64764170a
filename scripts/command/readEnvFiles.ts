import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from './folders.ts';

/** Vite’s names (https://vite.dev/guide/env-and-mode), the strongest first. */
export const envFiles = ['.env.production.local', '.env.production', '.env.local', '.env'];

/**
 * Puts the variables of the .env files into the environment, where a variable that is set already wins. Every script and
 * astro.config.mjs call this, so that a release is counted where the built pages send answers.
 */
export function readEnvFiles(): void {
  for (const file of envFiles.map((name) => join(folders.env, name)))
    if (existsSync(file)) {
      // Node would say of a file that may not be read that it is not there.
      accessSync(file, constants.R_OK);
      process.loadEnvFile(file);
    }
}
