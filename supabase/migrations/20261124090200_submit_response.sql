-- One response comes in. Sent twice under its own id, it is stored once and acknowledged twice.

create function public.submit_response(submission jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  problem text;
  same boolean;
begin
  -- One driver of the embedded server hands jsonb over as a JSON string.
  if jsonb_typeof(submission) = 'string' then
    begin
      submission := (submission #>> '{}')::jsonb;
    exception when others then
      submission := null;
    end;
  end if;

  problem := private.too_large(submission);
  if problem is not null then
    perform private.refuse(413, 'too_large', problem);
  end if;

  problem := private.submission_problem(submission);
  if problem is not null then
    perform private.refuse(400, 'not_valid', problem);
  end if;

  same := private.is_same_response((submission ->> 'id')::uuid, decode(submission ->> 'receipt', 'hex'));
  if same is null then
    -- The insert decides between two that arrive at once; whoever comes second reads what the first one kept.
    if private.store(submission) then
      return jsonb_build_object('status', 'stored');
    end if;
    same := private.is_same_response((submission ->> 'id')::uuid, decode(submission ->> 'receipt', 'hex'));
  end if;
  if same then
    return jsonb_build_object('status', 'stored_before');
  end if;

  -- The same words whether the id or the receipt was taken: nobody learns which exists.
  perform private.refuse(409, 'conflict', 'These answers could not be stored under this receipt: start the survey again to get a new one.');
  return null;
end $$;

comment on function public.submit_response(jsonb) is
  'Stores one response and returns {"status": "stored"}, or "stored_before" when the same one came again.';

revoke execute on function public.submit_response(jsonb) from public, anon, authenticated, service_role;
grant execute on function public.submit_response(jsonb) to anon, authenticated;
