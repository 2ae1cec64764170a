-- Submits one response with a proof of work. Idempotent: the same id sent twice is stored once and acknowledged twice.
--
-- Refusals that are counted (private.refusal) are returned with a status; raising would roll the count back. Only 413 is
-- raised, before anything is counted. A browser reads the same fields from both, code and message. A proof ends with the
-- first call that it lets in, whatever becomes of the call: else one would serve for any number of refusals.

-- "stored_before" or "withdrawn" when this very response was here, else null. Looks only where id and receipt can be read.
create function private.earlier(submission jsonb) returns text
language plpgsql stable set search_path = '' as $$
declare
  id constant text := submission ->> 'id';
  receipt constant text := submission ->> 'receipt';
begin
  if id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' and receipt ~ '^[0-9a-f]{64}$' then
    if private.is_withdrawn(id::uuid) then
      return 'withdrawn';
    end if;
    if private.is_same_response(id::uuid, decode(receipt, 'hex')) then
      return 'stored_before';
    end if;
  end if;
  return null;
end $$;

create function public.submit_response(request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  submission jsonb;
  proof jsonb;
  problem text;
  wait bigint;
  before text;
  refusal jsonb;
begin
  problem := private.too_large(request);
  if problem is not null then
    perform private.refuse(413, 'too_large', problem);
  end if;

  request := private.as_json(request);
  if not private.is_sealed(request, 'submission') then
    return private.turn_away('response', 'D3', 400, 'not_valid', 'A request holds a submission, a proof and at most the field “trap”, and nothing else.');
  end if;
  submission := request -> 'submission';
  proof := request -> 'proof';

  -- From here one call per network at a time, so that the second of two identical calls sees what the first stored.
  wait := private.wait_for('response');
  before := private.earlier(submission);
  if before is not null then
    return jsonb_build_object('status', before);
  end if;
  if wait is not null then
    return private.turn_away('response', 'D4', 429, 'too_many',
      format('Today’s limit for your network is reached: please send again %s.', private.in_words(wait)), wait);
  end if;

  problem := private.proof_problem(proof, 'response');
  if problem is not null then
    return private.turn_away_proof('response', problem, proof);
  end if;

  if not private.spend_proof(proof) then
    -- Perhaps spent by the same call through another network, which stored the response after the check above.
    before := private.earlier(submission);
    if before is not null then
      return jsonb_build_object('status', before);
    end if;
    return private.turn_away_proof('response', 'proof_used', proof);
  end if;

  refusal := private.turned_away_by_trap('response', request);
  if refusal is not null then
    return refusal;
  end if;
  problem := private.submission_problem(submission);
  if problem is not null then
    return private.turn_away('response', 'D3', 400, 'not_valid', problem);
  end if;

  if private.is_trapped(request) then
    submission := submission || '{"trapped": true}';
  end if;
  -- The unique constraint decides between two calls at the same time; the second reads what the first stored.
  if not private.store(submission) then
    before := private.earlier(submission);
    if before is not null then
      return jsonb_build_object('status', before);
    end if;
    -- The same message whether the id or the receipt exists, so that a caller cannot find out which.
    return private.turn_away('response', 'D3', 409, 'conflict', 'These answers could not be stored under this receipt: start the survey again to get a new one.');
  end if;

  perform private.count_hit('response');
  perform private.count_usual('stored', 'response');
  perform private.count_accepted('response');
  return jsonb_build_object('status', 'stored');
end $$;

comment on function public.submit_response(jsonb) is
  'Stores {"submission", "proof", "trap"} and returns {"status": "stored"}, or "stored_before" or "withdrawn" when the same came again.';

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
revoke execute on function public.submit_response(jsonb) from public, anon, authenticated, service_role;
grant execute on function public.submit_response(jsonb) to anon, authenticated;
