import type { SideId } from '../survey/question.ts';
import { conditionOnColumns } from '../survey/sql.ts';
import { createTally, type Responses } from './createTally.ts';

/** The response tables, with a column for each question. */
const columns = (side: SideId): Responses => ({
  from: `private.${side}`,
  code: (variable) => `${variable}::text`,
  holds: conditionOnColumns,
});

/** The function the release job calls, over the response tables, for the service role alone. */
export function tallySql(): string {
  return `-- Written by "npm run instrument" from src/release/catalogue.ts. Do not edit.

-- A release counts the responses of the days before its own, so that nobody can arrive behind it. “since” holds the
-- days on which earlier releases were made, in order: the epoch of a response is how many of them were made without
-- it. The time limit is one that the API gateway reads and sets before it calls
-- (https://docs.postgrest.org/en/stable/references/transactions.html#function-settings).
${createTally('public', columns)}

comment on function public.tally(boolean, date[], date) is
  'Exact counts for the release job. Private: never for the site, never for anon.';

revoke execute on function public.tally(boolean, date[], date) from public, anon, authenticated, service_role;
grant execute on function public.tally(boolean, date[], date) to service_role;
`;
}
