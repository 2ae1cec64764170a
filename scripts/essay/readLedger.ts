import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { ListedStudy } from '../../src/ledger/ledger.ts';
import { studySchema } from '../../src/ledger/study.ts';

/** Every study of a folder, read without Astro, by the same schema. @throws where a file is no study */
export const readLedger = (folder: string): readonly ListedStudy[] =>
  readdirSync(folder).map((name) => ({
    id: basename(name, '.yaml'),
    study: studySchema.parse(parse(readFileSync(join(folder, name), 'utf8'))),
  }));
