import { durations } from '../duration.ts';
import type { SideId } from '../question.ts';
import { literal } from '../sql.ts';
import { sideIds } from '../sides.ts';

/** The band of a duration in seconds. */
function durationFunction(): string {
  const cases = durations.map(({ code, below }) =>
    below === undefined ? `else ${literal(code)}` : `when seconds < ${below} then ${literal(code)}`,
  );
  return `create function private.duration_of(seconds integer) returns private.duration
language sql immutable set search_path = '' as $$
  select (case ${cases.join(' ')} end)::private.duration
$$;`;
}

const keepSide = (
  side: SideId,
): string => `create function private.keep_${side}(submission jsonb, held boolean, made_up boolean) returns boolean
language plpgsql set search_path = '' as $$
declare
  seconds constant integer := (submission ->> 'seconds')::numeric::integer;
  response private.${side};
begin
  response.id := (submission ->> 'id')::uuid;
  response.receipt := decode(submission ->> 'receipt', 'hex');
  response.instrument := submission ->> 'instrument';
  response.submitted_on := (now() at time zone 'utc')::date;
  response.consent := submission ->> 'consent';
  response.kept_until := response.submitted_on + make_interval(months => (submission ->> 'months')::numeric::integer);
  response.duration := private.duration_of(seconds);
  response.channel := (submission ->> 'channel')::private.channel;
  response.revision := 1;
  response.f_burst := held;
  -- A key that no checked submission has: submit_response adds it.
  response.f_trap := submission ? 'trapped';
  response.made_up := made_up;
  response := private.judge_${side}(private.fill_${side}(response, submission -> 'answers'), seconds);
  insert into private.${side} values (response.*) on conflict do nothing;
  return found;
end $$;`;

/** The functions that keep a checked submission and that tell whether it is kept already. */
export function storeFunctions(): string {
  const stored = sideIds.map(
    (side) => `select id, receipt from private.${side} where id = response or receipt = code`,
  );
  const keep = sideIds.map(
    (side) => `    when ${literal(side)} then return private.keep_${side}(submission, held, made_up);`,
  );
  return `-- An exclusive lock on a subject until the transaction ends. Lock order, to avoid deadlocks: receipts, or one response and
-- then its receipt, first; then its answers.
create function private.lock(subject text) returns void
language sql set search_path = '' as $$
  select pg_advisory_xact_lock(hashtextextended(subject, 0))
$$;

${durationFunction()}

${sideIds.map(keepSide).join('\n\n')}

create function private.keep(submission jsonb, held boolean, made_up boolean) returns boolean
language plpgsql set search_path = '' as $$
begin
  case submission ->> 'side'
${keep.join('\n')}
  end case;
end $$;

-- Null when neither the id nor the receipt is known on any side, true when one response has both, else false.
create function private.is_same_response(response uuid, code bytea) returns boolean
language sql stable set search_path = '' as $$
  select bool_or(id = response and receipt = code) from (
  ${stored.join('\n  union all\n  ')}
  ) as kept
$$;

-- True when this call stored it; false when the id or the receipt was there before, or the response was withdrawn.
create function private.store(submission jsonb) returns boolean
language plpgsql set search_path = '' as $$
declare
  response constant uuid := (submission ->> 'id')::uuid;
begin
  -- The second of two calls with this id or this receipt waits here, finds the first and is not counted as an arrival.
  perform private.lock(response::text);
  perform private.lock(submission ->> 'receipt');
  -- One statement, so one snapshot: a withdrawal deletes the row and writes its tombstone in one transaction, so a late
  -- retry finds one or the other.
  if private.is_withdrawn(response)
    or private.is_same_response(response, decode(submission ->> 'receipt', 'hex')) is not null
  then
    return false;
  end if;
  -- Not every host has a scheduler in the database.
  if random() < 0.01 then
    perform private.expire_responses();
  end if;
  return private.keep(submission, private.arrives_in_burst(), false);
end $$;`;
}
