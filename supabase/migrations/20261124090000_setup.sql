-- Two schemas: private holds every table, public holds functions and nothing else.

create schema if not exists private;
revoke all on schema private from public, anon, authenticated, service_role;

-- Only the global form reaches what PUBLIC may do with new functions; the form "in schema public" changes nothing
-- for PUBLIC (https://www.postgresql.org/docs/17/sql-alterdefaultprivileges.html, Notes).
alter default privileges revoke execute on functions from public;

-- Older projects grant everything in public to the API roles by default, newer ones nothing: start from nothing on both.
alter default privileges in schema public revoke all on functions from anon, authenticated, service_role;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;

-- Refuses a call with one plain sentence. PGRST is the only state that PostgREST and its stand-ins answer alike
-- (https://docs.postgrest.org/en/v13/references/errors.html#raise-errors-with-http-status-codes).
create function private.refuse(status integer, code text, sentence text) returns void
language plpgsql set search_path = '' as $$
begin
  raise sqlstate 'PGRST' using
    message = json_build_object('code', code, 'message', sentence)::text,
    detail = json_build_object('status', status, 'headers', json_build_object())::text;
end $$;

revoke execute on function private.refuse(integer, text, text) from public, anon, authenticated, service_role;
