import { describe, expect, inject, test } from 'vitest';
import { grantRegimes } from '../../scripts/postgresql/grantRegime.ts';
import { makeProject } from '../../scripts/postgresql/makeProject.ts';
import { temporaryFolder } from '../../scripts/postgresql/temporaryFolder.ts';
import { mayRunTools, supabase } from './harness/supabaseTool.ts';

interface Finding {
  readonly name: string;
  readonly metadata: { readonly schema: string };
}

/** What Supabase's database lints (https://supabase.com/docs/guides/database/database-linter) find in a database. */
function findingsIn(url: string): readonly Finding[] {
  const { path, remove } = temporaryFolder('advisors');
  try {
    const { out } = supabase(
      path,
      'db',
      'advisors',
      `--remote=${url}`,
      '--level',
      'info',
      '--output',
      'json',
    );
    return JSON.parse(out.slice(out.indexOf('[\n'))) as Finding[];
  } finally {
    remove();
  }
}

describe.skipIf(!mayRunTools)('Supabase’s database lints', () => {
  test.each(grantRegimes)('find nothing that is not meant to be so, with %s', async (regime) => {
    const address = inject('postgresql');
    const name = `advisors_${regime.replace(' ', '_')}`;
    await makeProject(address, name, regime);
    const findings = findingsIn(
      `postgresql://postgres:${address.password}@127.0.0.1:${address.port}/${name}`,
    );
    // No policy lets anybody at a table: functions do all. And an index of an empty database has not been used yet.
    const meant = ['rls_enabled_no_policy', 'unused_index'];
    expect(findings.filter((finding) => !meant.includes(finding.name))).toEqual([]);
    expect(new Set(findings.map(({ metadata }) => metadata.schema))).toEqual(new Set(['private']));
  });
});
