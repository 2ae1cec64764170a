import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import type { ListedStudy } from '../../src/ledger/ledger.ts';
import { studySchema } from '../../src/ledger/study.ts';

const folder = 'src/content/ledger';

/** The ledger of the site, read as the build reads it. */
export const ledger: readonly ListedStudy[] = readdirSync(folder).map((name) => ({
  id: basename(name, '.yaml'),
  study: studySchema.parse(parse(readFileSync(`${folder}/${name}`, 'utf8'))),
}));
