import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ControllerFacts } from '../../../src/controller.ts';

/** What an owner has filled in, as far as a release of real answers asks for it. */
export const owner = {
  name: 'Acme Research',
  contact: 'data@acme.org',
  funding: 'Acme pays for it.',
  interests: 'Acme advises nobody who hires.',
  opened: '2026-11-01',
} as const satisfies Partial<ControllerFacts>;

/** Writes facts into the controller of a copy of the site, whatever the owner of this one has written. */
export function fillIn(folder: string, facts: Readonly<Record<string, string | undefined>> = owner): void {
  const path = 'src/controller.ts';
  const ours = readFileSync(path, 'utf8');
  const written = ours.replace('export const controller: ControllerFacts', 'const written: ControllerFacts');
  if (written === ours) throw new Error(`${path} has no controller.`);
  const changed = Object.entries(facts).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  writeFileSync(
    join(folder, path),
    `${written}\nexport const controller: ControllerFacts = { ...written, ${changed.join(', ')} };\n`,
  );
}
