import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { feedsOf } from '../src/release/estimatesOf.ts';
import { registered, registrationsText } from '../src/release/package/registration.ts';
import { registrations } from '../src/release/package/registrations.ts';
import { tallySql } from '../src/release/tallySql.ts';
import { site } from '../src/site.ts';
import { codebookMarkdown } from '../src/survey/codebook.ts';
import { controller } from '../src/controller.ts';
import { instrumentSql } from '../src/survey/database/instrumentSql.ts';
import { qualitySql } from '../src/survey/database/qualitySql.ts';
import { receiptSql } from '../src/survey/database/receiptSql.ts';
import { questionnaire as schema } from '../src/survey/question.ts';
import { questionnaire } from '../src/survey/questionnaire.ts';
import { feedSql } from '../src/thread/database/feedSql.ts';
import { consentVersions, versions } from '../src/survey/versions/versions.ts';
import { rulesSql } from '../src/thread/database/rulesSql.ts';

/**
 * npm run instrument: what follows from the questionnaire, the catalogue and the rules of threads, written where it is committed.
 * With --check it writes nothing and fails when a committed file is not what they say.
 */
const products: Readonly<Record<string, () => string>> = {
  'supabase/migrations/20261124090100_instrument.sql': () => instrumentSql(versions, consentVersions),
  'supabase/migrations/20261124090110_quality.sql': () => qualitySql(versions),
  'supabase/migrations/20261124090120_receipt_codes.sql': () => receiptSql(),
  'supabase/migrations/20261124090300_tally.sql': () => tallySql(),
  'supabase/migrations/20261124090400_thread_rules.sql': () => rulesSql(),
  'supabase/migrations/20261124090445_comment_feed.sql': () => feedSql(site.name),
  'src/release/package/registrations.ts': () =>
    registrationsText(registered(registrations, controller.opened, new Date().toISOString().slice(0, 10))),
  'docs/codebook.md': () => codebookMarkdown(questionnaire, feedsOf),
};

async function committed(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const valid = schema.safeParse(questionnaire);
if (!valid.success) {
  const [first] = valid.error.issues;
  console.error(`src/survey/questionnaire.ts: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}.`);
  process.exit(1);
}

const checking = process.argv.includes('--check');
const stale: string[] = [];
for (const [path, product] of Object.entries(products)) {
  const text = product();
  if ((await committed(path)) === text) continue;
  stale.push(path);
  if (checking) continue;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

if (checking && stale.length > 0) {
  console.error(
    `${stale.join(' and ')} ${stale.length === 1 ? 'is' : 'are'} not what the code says: run "npm run instrument" and commit the result.`,
  );
  process.exit(1);
}
console.log(
  stale.length === 0
    ? 'The migrations, the codebook and the registration are what the code says.'
    : `Wrote ${stale.join(', ')}.`,
);
