-- Loads made-up respondents. They come all at once from one machine, so rate limits, proof of work and the check for
-- bursts do not apply; everything else is as for a person. For the secret key only, and scripts/sample.ts sends them to
-- the machine it runs on only.
create function public.load_sample(request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  sample constant jsonb := private.as_json(request);
  submissions constant jsonb := sample -> 'submissions';
  submission jsonb;
  response uuid;
  same boolean;
  problem text;
  stored integer := 0;
  stored_before integer := 0;
begin
  if jsonb_typeof(submissions) is distinct from 'array' then
    perform private.refuse(400, 'not_valid', 'A sample is a list of submissions.');
  end if;
  for submission in select value from jsonb_array_elements(submissions) loop
    problem := coalesce(private.too_large(submission), private.submission_problem(submission));
    if problem is not null then
      perform private.refuse(400, 'not_valid', problem);
    end if;
    response := (submission ->> 'id')::uuid;
    perform private.lock(response::text);
    same := private.is_same_response(response, decode(submission ->> 'receipt', 'hex'));
    if private.is_withdrawn(response) or same then
      stored_before := stored_before + 1;
    elsif same is null and private.keep(submission, false, true) then
      stored := stored + 1;
    else
      perform private.refuse(409, 'conflict', 'A made-up person has the id or the receipt of another response.');
    end if;
  end loop;
  -- Whole totals, so that loading the sample again changes nothing.
  if sample ? 'screened_out' then
    delete from private.screened_out where made_up;
    insert into private.screened_out (day, side, made_up, n)
    select (now() at time zone 'utc')::date, key, true, value::integer from jsonb_each_text(sample -> 'screened_out');
  end if;
  return jsonb_build_object('stored', stored, 'stored_before', stored_before);
end $$;

comment on function public.load_sample(jsonb) is
  'Stores {"submissions": […], "screened_out": {"job_seeker": 0, "employer": 0}} of made-up respondents; the totals may be left out. For the secret key of a local database, never for a real project.';

revoke execute on function public.load_sample(jsonb) from public, anon, authenticated, service_role;
grant execute on function public.load_sample(jsonb) to service_role;
