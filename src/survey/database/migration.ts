/** How a generated migration begins. */
export const written = '-- Written by "npm run instrument" from ';

/** The text of one generated migration; no API role may call the functions it makes. */
export const migration = (source: string, parts: readonly string[]): string =>
  [
    `${written}${source}. Do not edit.`,
    ...parts,
    '-- Only functions of the exposed schema may call these.\nrevoke execute on all functions in schema private from public, anon, authenticated, service_role;',
  ].join('\n\n') + '\n';
