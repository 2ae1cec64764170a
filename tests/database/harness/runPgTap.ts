import { readFileSync } from 'node:fs';
import type { Database, Row } from './database.ts';
import { pgTapSource } from './pgTapSource.ts';

/** Lines of the Test Anything Protocol from what each statement returned. https://testanything.org/tap-specification.html */
export function tapLines(results: Row[][]): string[] {
  return results.flat().flatMap((row) => {
    const [first] = Object.values(row);
    return typeof first === 'string' ? first.split('\n') : [];
  });
}

export interface TapReport {
  planned: number | undefined;
  passed: number;
  /** Failed assertions, each with the lines that explain it. */
  failures: string[];
}

/** Reads TAP. An assertion marked SKIP or TODO counts as failed: what was not tested has shown nothing. */
export function readTap(lines: readonly string[]): TapReport {
  const report: TapReport = { planned: undefined, passed: 0, failures: [] };
  let failing = false;
  for (const line of lines) {
    const plan = /^1\.\.(\d+)/.exec(line);
    if (plan?.[1] !== undefined) report.planned = Number(plan[1]);
    if (/^(not )?ok\b/.test(line)) {
      failing = line.startsWith('not ok') || /#\s*(SKIP|TODO)/i.test(line);
      if (failing) report.failures.push(line);
      else report.passed += 1;
    } else if (failing && line.startsWith('#')) {
      report.failures.push(line);
    }
  }
  return report;
}

/**
 * Runs one file of `supabase/tests` as `supabase test db` would: pgTAP in schema `extensions`, the file untouched.
 *
 * @returns the number of assertions that held
 * @throws Error that names the file and every assertion that failed, or a plan that does not fit
 */
export async function runPgTap(database: Database, file: string): Promise<number> {
  await database.script(
    database.name === 'PGlite'
      ? 'create extension if not exists pgtap with schema extensions'
      : `set search_path = extensions; ${pgTapSource()}`,
  );
  const { planned, passed, failures } = readTap(tapLines(await database.script(readFileSync(file, 'utf8'))));
  const ran = passed + failures.filter((line) => /^(not )?ok\b/.test(line)).length;
  if (planned === undefined) failures.push('The file has no plan: begin with select plan(n).');
  else if (planned !== ran) failures.push(`The plan says ${planned} assertions, ${ran} ran.`);
  if (failures.length > 0) throw new Error(`${file} on ${database.name}:\n${failures.join('\n')}`);
  return passed;
}
