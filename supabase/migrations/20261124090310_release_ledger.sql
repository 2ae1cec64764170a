-- What the release job remembers between releases (protocol 3.4): the day of each, its file, and the exact counts behind
-- its published figures, so that the change rule works after withdrawals too. No id of a response is kept. Private like
-- the responses, and as important to back up.
create table private.release (
  id text primary key check (id ~ '^\d{4}-\d{2}(\.[2-9])?$'),
  -- The first day whose responses are not in it.
  before date not null unique,
  commit text not null check (commit ~ '^[0-9a-f]{40}$'),
  instrument text not null,
  -- Its release.json, byte for byte: what the counts below stand for can be published although its folder was lost.
  file text not null,
  -- Its package.sha256, by which its folder is known to be the same again.
  checksums text not null,
  recorded_on date not null default (now() at time zone 'utc')::date
);

create table private.release_cells (
  release text not null references private.release,
  table_name text not null,
  category text not null,
  population text not null,
  n integer not null check (n >= 0),
  x jsonb not null,
  added jsonb not null,
  shown boolean not null,
  primary key (release, table_name, category)
);

alter table private.release enable row level security;
alter table private.release_cells enable row level security;
comment on table private.release is 'Each release that was made, the sample apart';
comment on table private.release_cells is 'Exact counts of each group whose table a release renewed. Never published';

create function public.release_ledger() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'releases', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', id, 'before', before, 'file', file, 'checksums', checksums
      ) order by id), '[]')
      from private.release
    ),
    'rows', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'release', release, 'table', table_name, 'category', category, 'population', population,
        'n', n, 'x', x, 'added', added, 'shown', shown
      ) order by release, table_name, category), '[]')
      from private.release_cells
    )
  )
$$;

-- One transaction, so that a release is recorded whole or not at all; once, because its name is the primary key.
create function public.record_release(request jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.lock('release');
  if exists (select from private.release where id >= request ->> 'id') then
    perform private.refuse(409, 'conflict', 'This release, or a later one, is recorded already; one that was made stays as it is.');
  end if;
  if exists (select from private.release where release.before >= (request ->> 'before')::date) then
    perform private.refuse(409, 'conflict', 'A release of today is recorded already: the next one can be made tomorrow.');
  end if;
  -- Otherwise responses could still arrive on a day that was counted.
  if (request ->> 'before')::date > (now() at time zone 'utc')::date then
    perform private.refuse(400, 'not_valid', 'The clock here is ahead of the database’s: set it and release again.');
  end if;
  insert into private.release (id, before, commit, instrument, file, checksums)
  values (
    request ->> 'id', (request ->> 'before')::date, request ->> 'commit', request ->> 'instrument', request ->> 'file',
    request ->> 'checksums'
  );
  insert into private.release_cells
  select
    request ->> 'id', cell."table", cell.category, cell.population, cell.n, cell.x, cell.added, cell.shown
  from jsonb_to_recordset(request -> 'rows') as cell (
    "table" text, category text, population text, n integer, x jsonb, added jsonb, shown boolean
  );
end $$;

comment on function public.release_ledger() is 'Every release, its file and the exact counts behind it, for the release job alone.';
comment on function public.record_release(jsonb) is
  'Takes {"id", "before", "commit", "instrument", "file", "checksums", "rows"} and remembers a release. For the release job alone.';

revoke execute on function public.release_ledger(), public.record_release(jsonb)
  from public, anon, authenticated, service_role;
grant execute on function public.release_ledger(), public.record_release(jsonb) to service_role;
