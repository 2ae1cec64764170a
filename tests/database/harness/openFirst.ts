import { isDeepStrictEqual } from 'node:util';
import { committed, present } from '../../examples/frozenProject.ts';
import type { Database, DatabaseName } from './database.ts';
import { emptied, migrate } from './migrate.ts';
import { openDatabase } from './openDatabase.ts';

/** A database of the first version: the template, until this project has fielded another. */
export async function openFirst(name: DatabaseName): Promise<Database> {
  const database = await openDatabase(name, 'explicit grants');
  if (isDeepStrictEqual(committed, present)) return database;
  await emptied(database);
  await migrate(database, committed);
  return database;
}
