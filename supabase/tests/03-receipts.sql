-- Three people and their receipts: Ada reads and corrects, Ben takes his answers back, Cleo has no receipt at all.
begin;
select plan(27);

-- Helper functions

create function pg_temp.keep(person text, code text, answers jsonb, more jsonb default '{}') returns boolean language sql as $$
  select private.store(jsonb_build_object(
    'id', person, 'side', 'job_seeker', 'instrument', '1', 'consent', '1', 'months', 36,
    'receipt', encode(private.receipt_hash(code), 'hex'), 'answers', answers, 'seconds', 200, 'channel', 'direct'
  ) || more)
$$;

-- What a browser sees: the status, and the answer.
create function pg_temp.ask(called text, request jsonb) returns jsonb language plpgsql as $$
declare
  answer jsonb;
begin
  perform set_config('response.status', '', true);
  perform set_config('request.headers', '{"x-forwarded-for": "192.0.2.' || (random() * 250)::integer || '"}', true);
  perform set_config('role', 'anon', true);
  execute format('select public.%I($1)', called) into answer using request;
  perform set_config('role', 'postgres', true);
  return jsonb_build_array(coalesce(nullif(current_setting('response.status', true), ''), '200')::integer, answer);
end $$;

create function pg_temp.ada() returns text language sql as $$ select '00000000-0000-4000-8000-00000000000a' $$;
create function pg_temp.ben() returns text language sql as $$ select '00000000-0000-4000-8000-00000000000b' $$;

-- 27 zeros and their check symbol; the same with one symbol changed and the check symbol that this makes.
create function pg_temp.ada_code() returns text language sql as $$ select repeat('0', 28) $$;
create function pg_temp.ben_code() returns text language sql as $$ select repeat('0', 26) || '12' $$;
create function pg_temp.nobody_code() returns text language sql as $$ select repeat('0', 26) || '24' $$;

-- Codes

select ok(private.receipt_hash(pg_temp.ada_code()) = sha256(convert_to(pg_temp.ada_code(), 'UTF8')), 'A code is kept as its SHA-256');
select ok(private.receipt_hash(pg_temp.ben_code()) is not null, 'The check symbol of one is two, for it is multiplied by x');
select ok(private.receipt_hash(repeat('0', 26) || '13') is null, 'Another check symbol makes it no code');
select ok(private.receipt_hash(repeat('0', 26) || '21') is null, 'Two symbols that changed places make it no code');
select ok(private.receipt_hash('0000000-0000000-0000000-0000012') is null and private.receipt_hash(repeat('o', 26) || 'l2') is null, 'People’s spellings are read by the page, not here');
select ok(private.receipt_hash('') is null and private.receipt_hash(null) is null, 'Nothing is no code');

-- Ada

select ok(pg_temp.keep(pg_temp.ada(), pg_temp.ada_code(), '{"s_outcome": "silent", "s_stage": "int1", "s_hours": 5}'), 'Ada’s answers are kept');
select is(
  pg_temp.ask('read_response', jsonb_build_object('code', pg_temp.ada_code())),
  jsonb_build_array(200, jsonb_build_object('status', 'found', 'side', 'job_seeker', 'instrument', '1', 'revision', 1,
    'submitted_on', (now() at time zone 'utc')::date, 'kept_until', ((now() at time zone 'utc')::date + interval '36 months')::date,
    'answers', '{"s_outcome": "silent", "s_stage": "int1", "s_hours": 5}'::jsonb)),
  'She sees what she sent'
);
select is(
  pg_temp.ask('correct_response', jsonb_build_object('code', pg_temp.ada_code(), 'instrument', '1', 'answers', '{"s_outcome": "silent", "s_stage": "int2"}'::jsonb)),
  '[200, {"status": "corrected", "revision": 2}]',
  'She corrects it'
);
select results_eq(
  $$ select s_stage::text, s_hours_missing::text, revision from private.job_seeker where id = pg_temp.ada()::uuid $$,
  $$ values ('int2', 'blank', 2) $$,
  'The correction is what stands there now, and nothing else'
);
select is(
  pg_temp.ask('correct_response', jsonb_build_object('code', pg_temp.ada_code(), 'instrument', '1', 'answers', '{"s_outcome": "silent"}'::jsonb)) -> 0,
  '400', 'A correction that no sending could hold is refused'
);
select is(
  pg_temp.ask('correct_response', jsonb_build_object('code', pg_temp.ada_code(), 'instrument', '0', 'answers', '{"s_stage": "applied", "s_outcome": "withdrew"}'::jsonb)) -> 0,
  '400', 'So is one of another questionnaire'
);
select results_eq(
  $$ select s_stage::text, revision from private.job_seeker where id = pg_temp.ada()::uuid $$,
  $$ values ('int2', 2) $$,
  'And changes nothing'
);

-- Ben

select ok(pg_temp.keep(pg_temp.ben(), pg_temp.ben_code(), '{"s_stage": "applied", "s_outcome": "withdrew"}'), 'Ben’s answers are kept');
select is(pg_temp.ask('withdraw_response', jsonb_build_object('code', pg_temp.ben_code())), '[200, {"status": "done"}]', 'He takes them back');
select is_empty($$ select from private.job_seeker where id = pg_temp.ben()::uuid $$, 'The row is gone');
select ok(private.is_withdrawn(pg_temp.ben()::uuid) and not private.is_withdrawn(pg_temp.ada()::uuid), 'His id is known as withdrawn, Ada’s is not');
select results_eq(
  'select id_hash from private.withdrawn', $$ values (sha256(convert_to(pg_temp.ben(), 'UTF8'))) $$,
  'Only as a hash'
);
select ok(not pg_temp.keep(pg_temp.ben(), pg_temp.ben_code(), '{"s_stage": "applied", "s_outcome": "withdrew"}'), 'A late retry brings nothing back');
select ok(not pg_temp.keep(pg_temp.ben(), pg_temp.nobody_code(), '{"s_stage": "applied", "s_outcome": "withdrew"}'), 'Under another receipt neither');
select is(pg_temp.ask('read_response', jsonb_build_object('code', pg_temp.ben_code())), '[404, {"status": "unknown"}]', 'His code is unknown');
select is(
  pg_temp.ask('correct_response', jsonb_build_object('code', pg_temp.ben_code(), 'instrument', '1', 'answers', '{"s_stage": "applied", "s_outcome": "withdrew"}'::jsonb)),
  '[404, {"status": "unknown"}]', 'Also for a correction'
);
select is(pg_temp.ask('withdraw_response', jsonb_build_object('code', pg_temp.ben_code())), '[200, {"status": "done"}]', 'Taking back twice is done twice');

-- Cleo

select is(pg_temp.ask('read_response', jsonb_build_object('code', pg_temp.nobody_code())), '[404, {"status": "unknown"}]', 'A code that nobody has gets the same answer');
select is(pg_temp.ask('read_response', '{"code": "hello"}'), '[404, {"status": "unknown"}]', 'So does what is no code');

-- Three years later

update private.job_seeker set submitted_on = submitted_on - interval '36 months' - interval '2 days', kept_until = kept_until - interval '36 months' - interval '2 days';
select private.maintenance();
select is_empty('select from private.job_seeker', 'The answers are deleted, as they were promised to be');
select is(pg_temp.ask('read_response', jsonb_build_object('code', pg_temp.ada_code())), '[404, {"status": "unknown"}]', 'And Ada’s code leads nowhere');

select * from finish();
rollback;
