-- Visitors, honest and abusive, against proof of work, rate limits and the honeypot. The work is set to 0, so that the
-- answer to every challenge is the key of counter 0.
begin;
select plan(23);

update private.setting set value = '1' where name in ('pow_cost', 'pow_counters');
update private.setting set value = '0' where name = 'minimum_seconds';
update private.setting set value = '2' where name in ('response_limit', 'shared_limit_factor');
update private.setting set value = '1' where name = 'site_limit_factor';

-- Helper functions

create function pg_temp.comes_from(address text) returns void language sql as $$
  select set_config('request.headers', json_build_object('x-forwarded-for', address)::text, true)
$$;

-- What a browser does with a challenge.
create function pg_temp.solve(challenge jsonb) returns jsonb language sql as $$
  select jsonb_build_object('challenge', challenge, 'solution', jsonb_build_object(
    'counter', 0,
    'derivedKey', encode(private.pbkdf2(
      decode(challenge #>> '{parameters,nonce}', 'hex') || '\x00000000'::bytea,
      decode(challenge #>> '{parameters,salt}', 'hex'), 1), 'hex')
  ))
$$;

-- What every visitor does: calls as anon.
create function pg_temp.as_visitor(called text, request jsonb) returns jsonb language plpgsql as $$
declare
  answer jsonb;
begin
  perform set_config('response.status', '', true);
  perform set_config('role', 'anon', true);
  execute format('select public.%I($1)', called) into answer using request;
  perform set_config('role', 'postgres', true);
  return answer;
end $$;

create function pg_temp.proof() returns jsonb language sql as $$
  select pg_temp.solve(pg_temp.as_visitor('challenge', '{"purpose": "response"}'))
$$;

-- A response that says nothing but who it is from, and is refused for that reason alone (D3) once every door is open.
create function pg_temp.sends(proof jsonb, trap text default '') returns text language sql as $$
  select coalesce(answer ->> 'code', answer ->> 'status')
  from pg_temp.as_visitor('submit_response', jsonb_build_object('submission', '{}'::jsonb, 'proof', proof, 'trap', trap)) as answer
$$;

create function pg_temp.refused(asked_for text, broken text) returns bigint language sql as $$
  select coalesce(sum(n), 0) from private.refusal where kind = asked_for and rule = broken
$$;

-- A visitor with an honest browser

select pg_temp.comes_from('192.0.2.1');
select is(pg_temp.as_visitor('challenge', '{"purpose": "response"}') #>> '{parameters,algorithm}', 'PBKDF2/SHA-256',
  'A visitor is given a challenge');
select is(pg_temp.sends(pg_temp.proof()), 'not_valid', 'A visitor with a proof comes as far as the answers');
select is(current_setting('response.status'), '400', 'which are refused with a status, not an exception');
select is(pg_temp.refused('response', 'D3'), 1::bigint, 'and counted as D3');

-- A script that skips the proof of work

select is(pg_temp.sends(null), 'proof_missing', 'A script without a proof is refused');
select is(pg_temp.sends(jsonb_set(pg_temp.proof(), '{solution,derivedKey}', '"00"')), 'proof_not_valid',
  'A script that makes up a key is refused');
select is(pg_temp.sends(jsonb_set(pg_temp.proof(), '{challenge,parameters,expiresAt}', '9999999999')), 'proof_not_valid',
  'A script that lengthens the life of a challenge is refused');
select is(pg_temp.refused('response', 'D1'), 3::bigint, 'Each of them is counted as D1');

-- A caller who replays a proof

create temporary table kept as select pg_temp.proof() as proof;
select ok(private.spend_proof(proof), 'A proof can be spent') from kept;
select ok(not private.spend_proof(proof), 'but not twice') from kept;

-- A bot that is faster than a person

update private.setting set value = '3' where name = 'minimum_seconds';
select is(pg_temp.sends(pg_temp.proof()), 'too_soon', 'Whoever answers at once is refused');
select is(current_setting('response.status'), '429', 'with the status that says: later');
update private.setting set value = '0' where name = 'minimum_seconds';

-- A bot that fills in every field (honeypot)

select is(pg_temp.sends(pg_temp.proof(), 'me@example.com'), 'proof_too_easy', 'Whoever fills the trap is asked for more work');
select is(pg_temp.refused('response', 'D2'), 1::bigint, 'and counted as D2');

-- A crowd behind one address

select private.count_hit('response') from generate_series(1, 2);
select is(pg_temp.sends(pg_temp.proof()), 'too_many', 'Beyond its limit a network is refused');
select matches(current_setting('response.headers'), '^\[\{"Retry-After" : "\d+"\}\]$', 'and told when to come again');
select pg_temp.comes_from('192.0.2.2');
select is(pg_temp.sends(pg_temp.proof()), 'not_valid', 'while another network is let in');

-- A crowd without an address

select pg_temp.comes_from('unknown');
select private.count_hit('response') from generate_series(1, 3);
select is(pg_temp.sends(pg_temp.proof()), 'not_valid', 'Those whose address nothing says share a limit that is higher');
select private.count_hit('response');
select is(pg_temp.sends(pg_temp.proof()), 'too_many', 'but is a limit');

-- The operator

select throws_ok($$ update private.setting set value = 'x-real-ip' where name = 'client_address_header' $$, '23514', null,
  'The operator cannot trust a header that nobody has thought about');
select throws_ok($$ update private.setting set value = '-1' where name = 'response_limit' $$, '23514', null,
  'nor set a limit that is no number');
select lives_ok($$ update private.setting set value = '2000' where name = 'pow_cost' $$,
  'but can make the work harder in one line');
select is(pg_temp.as_visitor('challenge', '{"purpose": "response"}') #>> '{parameters,cost}', '2000',
  'and the next visitor is given the harder work');

select * from finish();
rollback;
