-- What "npm run status" tells an owner: numbers alone.
create function public.status() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  today constant date := (now() at time zone 'utc')::date;
begin
  return jsonb_build_object(
    'sides', (
      select jsonb_object_agg(name, jsonb_build_object('today', sent_today, 'all', sent, 'counted', counted, 'made_up', invented))
      from (
        select
          name,
          count(*) filter (where not made_up and submitted_on = today) as sent_today,
          count(*) filter (where not made_up) as sent,
          -- As a release counts: whole days only.
          count(*) filter (where not made_up and standing = 'counted' and since < today) as counted,
          count(*) filter (where made_up) as invented
        from unnest(array['job_seeker', 'employer']) as name
        left join (
          select 'job_seeker' as side, submitted_on, standing, since, made_up from private.job_seeker
          union all
          select 'employer', submitted_on, standing, since, made_up from private.employer
        ) as response on side = name
        group by name
      ) as side_counts
    ),
    'screened_out', (
      select jsonb_build_object(
        'job_seeker', coalesce(sum(n) filter (where side = 'job_seeker'), 0),
        'employer', coalesce(sum(n) filter (where side = 'employer'), 0))
      from private.screened_out where not made_up
    ),
    'undecided', private.undecided_bursts(),
    'comments', (select jsonb_build_object('waiting', waiting, 'oldest', private.hour_text(oldest), 'reported', reported) from private.waiting()),
    'moderators', (select count(*) from private.moderator),
    'release', (select jsonb_build_object('id', id, 'recorded_on', recorded_on) from private.release order by id desc limit 1),
    -- The tables that some release printed: which sides had their first.
    'renewed', (select coalesce(jsonb_agg(distinct table_name), '[]') from private.release_cells),
    'backup', (select jsonb_build_object('at', at, 'responses', backup.responses) from private.backup order by at desc limit 1),
    'scheduled', private.is_scheduled()
  );
end $$;

comment on function public.status() is
  'Numbers for the owner: {sides, screened_out, undecided, comments, moderators, release, renewed, backup, scheduled}. For the secret key alone.';

revoke execute on function public.status() from public, anon, authenticated, service_role;
grant execute on function public.status() to service_role;
