import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { grantRegimes, type GrantRegime } from '../../../scripts/postgresql/grantRegime.ts';
import { makeProject } from '../../../scripts/postgresql/makeProject.ts';
import { startPostgresql } from '../../../scripts/postgresql/postgresqlServer.ts';
import type { PostgresqlAddress } from '../../../scripts/postgresql/client.ts';
import { temporaryFolder } from '../../../scripts/postgresql/temporaryFolder.ts';
import { templateName } from './openPostgresql.ts';
import { writePgliteTemplate } from './pgliteTemplate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresql: PostgresqlAddress;
    /** One file a regime. */
    pgliteTemplates: Record<GrantRegime, string>;
  }
}

/** Starts one PostgreSQL for the whole run and migrates one template a database and regime; test files copy those. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = temporaryFolder('pglite');
  const file = (regime: GrantRegime) => join(folder.path, `${regime.replace(' ', '-')}.tar`);
  const pgliteTemplates = {
    'explicit grants': file('explicit grants'),
    'legacy grants': file('legacy grants'),
  };
  // Two files of tests at a time, each with a pool of its own (openPostgresql.ts).
  const server = await startPostgresql(['shared_buffers=32MB', 'max_connections=120']);
  const teardown = async () => {
    await server.close();
    folder.remove();
  };
  try {
    for (const regime of grantRegimes) {
      await makeProject(server, templateName(regime), regime);
      await writePgliteTemplate(pgliteTemplates[regime], regime);
    }
  } catch (error) {
    await teardown();
    throw error;
  }
  console.log(`Database tests run on PGlite and on ${server.origin}.`);
  project.provide('postgresql', { port: server.port, password: server.password });
  project.provide('pgliteTemplates', pgliteTemplates);
  return teardown;
}
