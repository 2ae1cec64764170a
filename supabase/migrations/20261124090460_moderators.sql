-- Who may moderate. Looked up at every call instead of in the token, so a removed moderator loses access at once; the
-- token only says who is calling, and the gateway has verified its signature.
create table private.moderator (
  user_id uuid primary key references auth.users (id) on delete cascade,
  added_on date not null default (now() at time zone 'utc')::date
);
alter table private.moderator enable row level security;

-- The claims of the token, an object; empty when there is none.
create function private.claims() returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  said jsonb;
begin
  -- Not in the declaration: the exception handler below would not catch an error there.
  said := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
  return case when jsonb_typeof(said) = 'object' then said else '{}' end;
exception when others then
  return '{}';
end $$;

-- An id in the claims; null when there is none.
create function private.claimed_id(claims jsonb, name text) returns uuid
language sql immutable set search_path = '' as $$
  select case when jsonb_typeof(claims -> name) = 'string' and claims ->> name ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    then (claims ->> name)::uuid end
$$;

-- Whether the token belongs to an account and its session has not ended, here or elsewhere.
create function private.is_signed_in(claims jsonb) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return coalesce(
    claims ->> 'role' = 'authenticated'
      and claims -> 'aud' ? 'authenticated'
      and claims -> 'is_anonymous' is distinct from 'true'
      and case when jsonb_typeof(claims -> 'exp') = 'number' then (claims ->> 'exp')::numeric > extract(epoch from now()) end
      and exists (
        select from auth.sessions
        where id = private.claimed_id(claims, 'session_id') and user_id = private.claimed_id(claims, 'sub')
      ),
    false);
end $$;

-- The moderator who calls. Refuses any other caller; failed attempts are neither counted nor stored.
create function private.require_moderator() returns uuid
language plpgsql stable set search_path = '' as $$
declare
  claims constant jsonb := private.claims();
  caller constant uuid := private.claimed_id(claims, 'sub');
begin
  if not private.is_signed_in(claims) then
    perform private.refuse(401, 'signed_out', 'Your session has ended: sign in again.');
  end if;
  if not exists (select from private.moderator where user_id = caller) then
    perform private.refuse(403, 'not_a_moderator', 'This account may not moderate.');
  end if;
  if private.number_setting('moderator_second_factor') > 0 and claims -> 'aal' is distinct from '"aal2"' then
    perform private.refuse(403, 'second_factor', 'Moderating here takes a second factor: sign in with yours.');
  end if;
  return caller;
end $$;

-- Whether GoTrue keeps the accounts, which has a table of its own migrations; the embedded server has none.
create function private.has_sign_in_service() returns boolean
language sql stable set search_path = '' as $$
  select to_regclass('auth.schema_migrations') is not null
$$;

-- For the embedded server, whose API makes no accounts and where signing up is off; GoTrue makes its own.
create function private.put_account(address text, password text) returns uuid
language plpgsql set search_path = '' as $$
declare
  account uuid;
begin
  if private.has_sign_in_service() then
    perform private.refuse(409, 'conflict', 'This project makes accounts in its dashboard: make one there, then name it here without a password.');
  end if;
  if char_length(password) < 12 then
    perform private.refuse(400, 'not_valid', 'A password has at least 12 characters.');
  end if;
  update auth.users set encrypted_password = extensions.crypt(password, extensions.gen_salt('bf', 10)), updated_at = now()
  where email = address returning id into account;
  if account is null then
    insert into auth.users (
      id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at
    ) values (
      gen_random_uuid(), 'authenticated', 'authenticated', address, extensions.crypt(password, extensions.gen_salt('bf', 10)),
      now(), '{"provider": "email", "providers": ["email"]}', '{}', now(), now()
    ) returning id into account;
  end if;
  -- Ends the sessions that used the old password.
  delete from auth.sessions where user_id = account;
  return account;
end $$;

create function private.moderator_address(request jsonb) returns text
language plpgsql set search_path = '' as $$
declare
  address constant text := lower(btrim(case when jsonb_typeof(request -> 'email') = 'string' then request ->> 'email' end));
begin
  if address is null or char_length(address) > 254 or address !~ '^[^@[:space:]]+@[^@[:space:]]+$' then
    perform private.refuse(400, 'not_valid', 'Name a moderator by an e-mail address.');
  end if;
  return address;
end $$;

create function public.make_moderator(request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  asked constant jsonb := private.as_json(request);
  address constant text := private.moderator_address(asked);
  account uuid;
begin
  if jsonb_typeof(asked -> 'password') = 'string' then
    account := private.put_account(address, asked ->> 'password');
  else
    select id into account from auth.users where email = address;
  end if;
  if account is null then
    perform private.refuse(404, 'no_account', 'There is no account with this e-mail address: make one first.');
  end if;
  insert into private.moderator (user_id) values (account) on conflict do nothing;
  return jsonb_build_object('status', case when found then 'made' else 'made_before' end);
end $$;

create function public.remove_moderator(request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  address constant text := private.moderator_address(private.as_json(request));
begin
  delete from private.moderator where user_id in (select id from auth.users where email = address);
  return jsonb_build_object('status', case when found then 'removed' else 'none' end);
end $$;

create function public.moderators() returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('email', email, 'added_on', added_on) order by added_on, email), '[]')
  from private.moderator join auth.users on id = user_id
$$;

comment on function public.moderators() is 'Everybody who may moderate: [{email, added_on}]. For the secret key alone.';
comment on function public.make_moderator(jsonb) is
  'Takes {"email"} of an account and lets it moderate; with "password", on the embedded server, makes the account. For the secret key alone.';
comment on function public.remove_moderator(jsonb) is
  'Takes {"email"}; that account may not moderate any more. For the secret key alone.';

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
revoke execute on function public.moderators(), public.make_moderator(jsonb), public.remove_moderator(jsonb) from public, anon, authenticated, service_role;
grant execute on function public.moderators(), public.make_moderator(jsonb), public.remove_moderator(jsonb) to service_role;
