import { expect } from 'vitest';
import type { Answer } from './call.ts';
import type { Database } from './database.ts';

/** Names from inside the database: none may appear in an answer. */
const inside = /insert into|PL\/pgSQL|private\.|Failing row|already exists|violates|relation|column/i;

/** Checks what holds for every refusal: status 4xx, a code, one plain sentence, and no name from inside the database. */
export function expectRefused({ status, body }: Answer): { status: number; code: string; message: string } {
  expect(status, JSON.stringify(body)).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(JSON.stringify(body)).not.toMatch(inside);
  const { code, message } = body as { code: string; message: string };
  expect(code).toMatch(/^\w+$/);
  // What PostgreSQL’s own types refuse before our functions are asked is said in its words.
  if (!/\d/.test(code)) expect(message).toMatch(/^[A-Z“].*\.$/);
  return { status, code, message };
}

/** Today’s totals, such as {"response D1": 3}. */
export async function refusalsOf(database: Database): Promise<Record<string, number>> {
  const rows = await database.sql(`select kind || ' ' || rule as what, n from private.refusal`);
  return Object.fromEntries(rows.map(({ what, n }) => [String(what), Number(n)]));
}

/** How many responses are kept on either side. */
export async function stored(database: Database): Promise<number> {
  const [row] = await database.sql(
    'select (select count(*) from private.job_seeker) + (select count(*) from private.employer) as n',
  );
  return Number(row?.n);
}
