-- Reading and changing the settings of a deployment, for its owner alone.

create function public.settings() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_agg(jsonb_build_object(
    'name', name, 'value', value, 'meaning', meaning, 'takes', private.setting_takes(setting)
  ) order by name)
  from private.setting
$$;

-- All or none: one value that a setting does not take refuses the whole call.
create function public.change_settings(request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  asked constant jsonb := private.as_json(request);
  former private.setting;
  wanted text;
  new_value text;
  changed jsonb := '[]';
begin
  if jsonb_typeof(asked) is distinct from 'object'
    or exists (select from jsonb_each(asked) where jsonb_typeof(value) <> 'string')
  then
    perform private.refuse(400, 'not_valid', 'Name each setting and its value, which is a text.');
  end if;
  for wanted, new_value in select key, value from jsonb_each_text(asked) order by key loop
    select * into former from private.setting where name = wanted for update;
    if not found then
      perform private.refuse(404, 'unknown', format('There is no setting “%s”.', wanted));
    end if;
    begin
      update private.setting set value = new_value where name = wanted;
    exception when check_violation then
      perform private.refuse(400, 'not_valid',
        format('%s takes %s, not “%s”.', wanted, private.setting_takes(former), new_value));
    end;
    if new_value <> former.value then
      changed := changed || jsonb_build_object('name', wanted, 'from', former.value, 'to', new_value);
    end if;
  end loop;
  return changed;
end $$;

comment on function public.settings() is 'Every setting: [{name, value, meaning, takes}]. For the secret key alone.';
comment on function public.change_settings(jsonb) is
  'Takes {name: value, …}, all of them texts, and returns what changed: [{name, from, to}]. For the secret key alone.';

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
revoke execute on function public.settings(), public.change_settings(jsonb) from public, anon, authenticated, service_role;
grant execute on function public.settings(), public.change_settings(jsonb) to service_role;
