import { kindOf } from '../kinds.ts';
import { migration } from './migration.ts';
import { contradictions, limits, rulesVersion } from '../quality.ts';
import { leftOutSqlOf } from './leftOutSql.ts';
import type { Questionnaire, SideId } from '../question.ts';
import { conditionOnColumns, literal } from '../sql.ts';
import { everAsked } from '../versions/versions.ts';
import { sideIds } from '../sides.ts';

const count = (tests: readonly string[]): string =>
  tests.length === 0 ? '0' : tests.map((test) => `(${test})::integer`).join('\n    + ');

/** The function that sets the flags of a row whose answers stand, by rules that look at nothing but this table. */
function judge(versions: readonly Questionnaire[], side: SideId): string {
  const variables = everAsked(versions, side).map(({ variable }) => variable);
  const shown = variables.map((variable) => `not ${kindOf(variable.question).leftOutSql(variable)}`);
  const answered = variables.map((variable) => kindOf(variable.question).isSubstantiveSql(variable));
  const contradicting = contradictions[side].map(({ when }) => conditionOnColumns(when));
  return `-- Without seconds (a correction) f_speed stays: the time measured was that of the first submission.
create function private.judge_${side}(response private.${side}, seconds integer) returns private.${side}
language plpgsql set search_path = '' as $$
declare
  shown integer;
  answered integer;
begin
  select
    ${count(shown)},
    ${count(answered)},
    ${count(contradicting)}
  into shown, answered, response.f_logic
  from (select (response).*) as kept;
  response.rules := ${literal(rulesVersion)};
  if seconds is not null then
    response.f_speed := seconds < shown * ${limits.secondsPerItem};
  end if;
  response.f_empty := answered < ${limits.answers};
  response.answers_hash := sha256(convert_to(private.${side}_answers(response)::text, 'UTF8'));
  -- The second of two equal responses waits here until the first is stored, and finds it.
  perform private.lock(${literal(`${side} `)} || encode(response.answers_hash, 'hex'));
  response.f_dup := answered >= ${limits.equalAnswers} and exists (
    select from private.${side} as other
    where other.submitted_on = response.submitted_on and other.answers_hash = response.answers_hash
      and other.id <> response.id and not other.f_dup
  );
  return response;
end $$;

-- When the counted response is deleted, one of its duplicates is counted in its place.
create function private.replace_first_${side}(day date, hash bytea) returns void
language sql set search_path = '' as $$
  update private.${side} set f_dup = false
  where id = (
    select id from private.${side} where submitted_on = day and answers_hash = hash and f_dup order by id limit 1
  ) and not exists (
    select from private.${side} where submitted_on = day and answers_hash = hash and not f_dup
  )
$$;`;
}

const { burst } = limits;

/** Counts of arrivals, apart from the responses and gone after two days: all that is known of the hour. */
const arrivals = `-- Unlogged, so in no physical backup; no row refers to a response.
create unlogged table private.arrival (
  hour timestamptz primary key,
  responses integer not null
);
comment on table private.arrival is ${literal(`How many responses came in an hour; kept for ${burst.keepHours} hours, for the flag f_burst`)};
alter table private.arrival enable row level security;

create function private.forget_arrivals() returns void
language sql set search_path = '' as $$
  delete from private.arrival where hour < now() - interval '${burst.keepHours} hours'
$$;

-- Counts one arrival and returns whether it is part of a burst: all together are more than usual, and its network sends more
-- than networks do. Without the second, an attacker could have everybody else's answers held back.
create function private.arrives_in_burst() returns boolean
language plpgsql set search_path = '' as $$
declare
  this_hour constant timestamptz := date_trunc('hour', now());
  so_far integer;
  usual double precision;
begin
  perform private.forget_arrivals();
  insert into private.arrival as counted values (this_hour, 1)
  on conflict (hour) do update set responses = counted.responses + 1
  returning responses into so_far;
  select percentile_cont(0.5) within group (order by coalesce(arrival.responses, 0)) into usual
  from generate_series(this_hour - interval '${burst.hours} hours', this_hour - interval '1 hour', interval '1 hour') as past (hour)
  left join private.arrival on arrival.hour = past.hour;
  return so_far > ${burst.times} * greatest(usual, ${burst.usualAtLeast})
    and (private.network_factor('response') > 1 or private.sends_above_usual('response'));
end $$;`;

/** A log of the decisions about responses that were held back. */
function decisions(): string {
  const updates = sideIds.map(
    (
      side,
    ) => `  update private.${side} set f_burst = false where keep and f_burst and submitted_on = day and channel = by_channel;
  get diagnostics changed = row_count;
  decided := decided + changed;`,
  );
  return `create table private.burst_decision (
  id bigint primary key generated always as identity,
  day date not null,
  channel private.channel not null,
  kept boolean not null,
  because text not null check (because <> ''),
  -- Responses that it let in; none where they stay out.
  let_in integer not null,
  decided_on date not null default (now() at time zone 'utc')::date
);
alter table private.burst_decision enable row level security;

-- For the operator, before a release: lets a day's held-back responses in (keep) or leaves them out, and says why.
create function private.decide_burst(day date, by_channel private.channel, keep boolean, because text) returns integer
language plpgsql set search_path = '' as $$
declare
  changed integer;
  decided integer := 0;
begin
  -- As whoever changes an answer does: rows that are written anew meanwhile would be passed over.
  perform private.lock('receipts');
${updates.join('\n')}
  insert into private.burst_decision (day, channel, kept, because, let_in) values (day, by_channel, keep, because, decided);
  return decided;
end $$;`;
}

/**
 * Whether a row is counted, and since when: so that two releases can tell who came and who left (protocol 3.4). A row
 * that was counted and then left out stays out: counted again it would look like two people.
 */
const standing = `create function private.set_standing() returns trigger
language plpgsql set search_path = '' as $$
declare
  former constant private.standing := new.standing;
begin
  if former is null then
    new.standing := case when ${leftOutSqlOf('new')} then 'left_out' else 'counted' end::private.standing;
    new.since := new.submitted_on;
    return new;
  end if;
  new.standing := case
    when former <> 'taken_out' and not ${leftOutSqlOf('new')} then 'counted'
    when former = 'left_out' then 'left_out'
    else 'taken_out' end::private.standing;
  -- A correction replaces the row and comes without a day: one response left and one came.
  if new.since is null or new.standing <> former then
    new.since := (now() at time zone 'utc')::date;
  end if;
  return new;
end $$;

${sideIds
  .map(
    (side) => `create trigger standing before insert or update on private.${side}
for each row execute function private.set_standing();`,
  )
  .join('\n')}`;

/** Writes the rows of finished days anew, in random order. */
const mixing = sideIds
  .map(
    (
      side,
    ) => `-- Written anew in one statement and in random order, the rows of these days share one transaction, and their place says
-- nothing about when they came. Inserted, because an update leaves a row in its page where there is room.
create function private.mix_${side}(from_day date, before date) returns void
language sql set search_path = '' as $$
  with taken as (
    delete from private.${side} where since >= from_day and since < before returning *
  )
  insert into private.${side} select * from taken order by random()
$$;`,
  )
  .join('\n\n');

/** The quality rules as a migration: flags for each side, arrivals by hour, decisions. @param versions oldest first */
export const qualitySql = (versions: readonly Questionnaire[]): string =>
  migration('src/survey/quality.ts', [
    ...sideIds.map((side) => judge(versions, side)),
    arrivals,
    decisions(),
    standing,
    mixing,
  ]);
