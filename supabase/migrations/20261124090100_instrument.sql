-- Written by "npm run instrument" from src/survey/questionnaire.ts. Do not edit.

-- An enum for each code list

create type private.missing as enum ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.duration as enum ('under_1', 'm1_2', 'm2_4', 'm4_8', 'm8_plus');
create type private.channel as enum ('direct', 'linkedin', 'bluesky', 'mastodon', 'whatsapp', 'facebook', 'reddit', 'email', 'newsletter', 'feed', 'university', 'shared', 'embed', 'essay', 'chart', 'thanks', 'poster', 'other');
create type private.standing as enum ('counted', 'left_out', 'taken_out');
create type private.stage as enum ('applied', 'screened', 'int1', 'int2', 'int3', 'none_fit', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.elapsed as enum ('lt45', 'd45_90', 'm3_6', 'm6_12', 'y1_2', 'gt2y', 'ge45', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.outcome as enum ('rejected_told', 'silent', 'open', 'cancelled', 'withdrew', 'offered', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.promise as enum ('kept', 'late', 'broken', 'none', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.promise_by_employer as enum ('kept', 'late', 'broken', 'none', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.time as enum ('d2', 'd7', 'd14', 'd30', 'd45', 'd90', 'gt90', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.time_by_employer as enum ('d2', 'd7', 'd14', 'd30', 'd45', 'd90', 'gt90', 'never', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.told_by as enum ('agency', 'call', 'personal', 'auto', 'account', 'other', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.told_by_employer as enum ('agency', 'call', 'personal', 'auto', 'account', 'other', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.explain as enum ('form', 'generic', 'specific', 'actionable', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.explain_by_employer as enum ('form', 'generic', 'specific', 'actionable', 'cancelled', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.asked as enum ('no', 'useful', 'vague', 'noreply', 'no_contact', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.asked_by_employer as enum ('no', 'useful', 'vague', 'noreply', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.clear as enum ('p1', 'p2', 'p3', 'p4', 'p5', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.confident as enum ('p1', 'p2', 'p3', 'p4', 'p5', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.likely as enum ('p1', 'p2', 'p3', 'p4', 'p5', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.wanted as enum ('quick_no', 'reason', 'compare', 'improve', 'talk', 'nothing', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.wanted_by_employer as enum ('quick_no', 'reason', 'compare', 'improve', 'talk', 'nothing', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.only_applied as enum ('reason', 'told', 'no', 'other', 'none', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.sent as enum ('none', 'a1_5', 'a6_20', 'a21_50', 'a51_100', 'a100p', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.role as enum ('recruiter_in', 'recruiter_agency', 'hr', 'manager', 'owner', 'interviewer', 'none', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.volume as enum ('none', 'v1_10', 'v11_50', 'v51_200', 'v201_1000', 'v1000p', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.band as enum ('none', 'lt25', 'q25_49', 'q50_74', 'q75_99', 'all', 'na_stage', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.last as enum ('int1', 'int2', 'int3', 'nobody', 'forgot', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.known as enum ('written', 'yes', 'rival', 'other', 'unclear', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.yes_no as enum ('yes', 'no', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.claim as enum ('first', 'heard', 'no', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.industry as enum ('nonprofit', 'construction', 'education', 'agriculture', 'finance', 'public', 'health', 'professional', 'manufacturing', 'media_arts', 'retail_hospitality', 'tech', 'transport', 'other', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.org_size as enum ('s1_9', 's10_24', 's25_49', 's50_249', 's250_999', 's1000p', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.seniority as enum ('entry', 'mid', 'senior', 'manager', 'exec', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');
create type private.region as enum ('us', 'ca', 'uk_ie', 'eu_eea_ch', 'europe_other', 'in', 'asia_other', 'anz', 'latam', 'mena', 'ssa', 'dk', 'pnts', 'unseen', 'blank', 'na', 'unasked');

-- A table for each side, a column for each question, constraints named after the question

create table private.job_seeker (
  id uuid primary key,
  receipt bytea not null unique check (octet_length(receipt) = 32),
  instrument text not null,
  submitted_on date not null default (now() at time zone 'utc')::date,
  consent text not null,
  kept_until date not null,
  duration private.duration not null,
  channel private.channel not null,
  revision integer not null check (revision >= 1),
  rules text not null,
  f_speed boolean not null,
  f_dup boolean not null,
  f_logic smallint not null check (f_logic >= 0),
  f_empty boolean not null,
  f_burst boolean not null,
  f_trap boolean not null,
  standing private.standing not null,
  since date not null,
  made_up boolean not null,
  answers_hash bytea not null check (octet_length(answers_hash) = 32),
  s_stage private.stage not null,
  s_elapsed private.elapsed not null,
  s_outcome private.outcome not null,
  s_hours integer,
  s_hours_missing private.missing,
  s_promised private.promise not null,
  s_time private.time not null,
  s_channel private.told_by not null,
  s_explanation private.explain not null,
  s_asked private.asked not null,
  s_clear private.clear not null,
  s_confident private.confident not null,
  s_again private.likely not null,
  s_wanted private.wanted not null,
  s_only_applied private.only_applied not null,
  s_sent private.sent not null,
  industry private.industry not null,
  org_size private.org_size not null,
  seniority private.seniority not null,
  region private.region not null,
  constraint instrument_known check (instrument in ('1')),
  constraint v1_s_stage_offered check (instrument <> '1' or (s_stage not in ('none_fit', 'dk', 'pnts', 'unseen', 'blank', 'unasked'))),
  constraint v1_s_stage_routing check (instrument <> '1' or ((s_stage in ('na', 'unasked')) = not true)),
  constraint v1_s_elapsed_offered check (instrument <> '1' or (s_elapsed not in ('lt45', 'gt2y', 'unseen', 'unasked'))),
  constraint v1_s_elapsed_routing check (instrument <> '1' or ((s_elapsed in ('na', 'unasked')) = not true)),
  constraint v1_s_outcome_offered check (instrument <> '1' or (s_outcome not in ('dk', 'pnts', 'unseen', 'blank', 'unasked'))),
  constraint v1_s_outcome_routing check (instrument <> '1' or ((s_outcome in ('na', 'unasked')) = not true)),
  constraint v1_s_hours_range check (instrument <> '1' or (s_hours between 0 and 500)),
  constraint v1_s_hours_one_value check (instrument <> '1' or (num_nonnulls(s_hours, s_hours_missing) = 1)),
  constraint v1_s_hours_offered check (instrument <> '1' or (s_hours_missing not in ('unseen', 'unasked'))),
  constraint v1_s_hours_routing check (instrument <> '1' or ((coalesce(s_hours_missing in ('na', 'unasked'), false)) = not true)),
  constraint v1_s_promised_offered check (instrument <> '1' or (s_promised not in ('unseen', 'unasked'))),
  constraint v1_s_promised_kept_routing check (instrument <> '1' or (s_promised <> 'kept' or s_outcome in ('rejected_told', 'cancelled', 'offered'))),
  constraint v1_s_promised_late_routing check (instrument <> '1' or (s_promised <> 'late' or s_outcome in ('rejected_told', 'cancelled', 'offered'))),
  constraint v1_s_promised_broken_routing check (instrument <> '1' or (s_promised <> 'broken' or s_outcome in ('silent'))),
  constraint v1_s_promised_routing check (instrument <> '1' or ((s_promised in ('na', 'unasked')) = not s_outcome in ('rejected_told', 'cancelled', 'offered', 'silent'))),
  constraint v1_s_time_offered check (instrument <> '1' or (s_time not in ('unseen', 'unasked'))),
  constraint v1_s_time_gt90_routing check (instrument <> '1' or (s_time <> 'gt90' or s_elapsed not in ('d45_90'))),
  constraint v1_s_time_routing check (instrument <> '1' or ((s_time in ('na', 'unasked')) = not s_outcome in ('rejected_told', 'cancelled', 'offered'))),
  constraint v1_s_channel_offered check (instrument <> '1' or (s_channel not in ('unseen', 'unasked'))),
  constraint v1_s_channel_routing check (instrument <> '1' or ((s_channel in ('na', 'unasked')) = not s_outcome in ('rejected_told', 'cancelled'))),
  constraint v1_s_explanation_offered check (instrument <> '1' or (s_explanation not in ('unseen', 'unasked'))),
  constraint v1_s_explanation_routing check (instrument <> '1' or ((s_explanation in ('na', 'unasked')) = not s_outcome in ('rejected_told'))),
  constraint v1_s_asked_offered check (instrument <> '1' or (s_asked not in ('dk', 'unseen', 'unasked'))),
  constraint v1_s_asked_routing check (instrument <> '1' or ((s_asked in ('na', 'unasked')) = not s_outcome in ('rejected_told', 'silent'))),
  constraint v1_s_clear_offered check (instrument <> '1' or (s_clear not in ('dk', 'unseen', 'unasked'))),
  constraint v1_s_clear_routing check (instrument <> '1' or ((s_clear in ('na', 'unasked')) = not s_outcome in ('rejected_told', 'silent'))),
  constraint v1_s_confident_offered check (instrument <> '1' or (s_confident not in ('dk', 'unseen', 'unasked'))),
  constraint v1_s_confident_routing check (instrument <> '1' or ((s_confident in ('na', 'unasked')) = not s_outcome in ('rejected_told', 'silent'))),
  constraint v1_s_again_offered check (instrument <> '1' or (s_again not in ('dk', 'unseen', 'unasked'))),
  constraint v1_s_again_routing check (instrument <> '1' or ((s_again in ('na', 'unasked')) = not s_outcome in ('rejected_told', 'silent'))),
  constraint v1_s_wanted_offered check (instrument <> '1' or (s_wanted not in ('unseen', 'unasked'))),
  constraint v1_s_wanted_routing check (instrument <> '1' or ((s_wanted in ('na', 'unasked')) = not s_outcome in ('rejected_told', 'silent'))),
  constraint v1_s_only_applied_offered check (instrument <> '1' or (s_only_applied not in ('unseen', 'unasked'))),
  constraint v1_s_only_applied_routing check (instrument <> '1' or ((s_only_applied in ('na', 'unasked')) = not s_stage in ('screened', 'int1', 'int2', 'int3'))),
  constraint v1_s_sent_offered check (instrument <> '1' or (s_sent not in ('dk', 'unseen', 'unasked'))),
  constraint v1_s_sent_routing check (instrument <> '1' or ((s_sent in ('na', 'unasked')) = not true)),
  constraint v1_industry_offered check (instrument <> '1' or (industry not in ('unseen', 'unasked'))),
  constraint v1_industry_routing check (instrument <> '1' or ((industry in ('na', 'unasked')) = not true)),
  constraint v1_org_size_offered check (instrument <> '1' or (org_size not in ('unseen', 'unasked'))),
  constraint v1_org_size_routing check (instrument <> '1' or ((org_size in ('na', 'unasked')) = not true)),
  constraint v1_seniority_offered check (instrument <> '1' or (seniority not in ('unseen', 'unasked'))),
  constraint v1_seniority_routing check (instrument <> '1' or ((seniority in ('na', 'unasked')) = not true)),
  constraint v1_region_offered check (instrument <> '1' or (region not in ('unseen', 'unasked'))),
  constraint v1_region_routing check (instrument <> '1' or ((region in ('na', 'unasked')) = not true))
);
comment on table private.job_seeker is 'Job seekers’ survey: one row a response, one column a question';
comment on column private.job_seeker.f_speed is 'The page was in use for less than 1 second for each item shown. Left out.';
comment on column private.job_seeker.f_dup is 'Every answer equals those of a response kept before on the same side and day, and at least 10 questions were answered. The first is counted, later ones are left out.';
comment on column private.job_seeker.f_logic is 'Answers that cannot both be true. One contradiction may be a slip and is counted as it stands; with 2 or more the response is left out.';
comment on column private.job_seeker.f_empty is 'Fewer than 5 answers, not counting “Don’t know”, “Prefer not to say” and “Somebody else knows”. Left out as partial.';
comment on column private.job_seeker.f_burst is 'More than 500 responses within an hour by all links together, and more than 5 times the median of the 24 hours before: of those above, the ones from a network that sends more than a network usually does in a day are held back and looked at before the next release, and the decision is written down.';
comment on column private.job_seeker.s_stage is 'How many interviews did you have for this job?';
comment on column private.job_seeker.s_elapsed is 'When was the last thing you did for it: an interview, a test, a task, a call, or applying?';
comment on column private.job_seeker.s_outcome is 'What is the result, up to today?';
comment on column private.job_seeker.s_hours is 'About how many hours did it take you in all? (hours)';
comment on column private.job_seeker.s_hours_missing is 'Why s_hours holds no number';
comment on column private.job_seeker.s_promised is 'Were you given a date, or a number of days or weeks, by which you would hear?';
comment on column private.job_seeker.s_time is 'How long after the last thing you did for it were you told?';
comment on column private.job_seeker.s_channel is 'How were you told?';
comment on column private.job_seeker.s_explanation is 'When you were told no, what did you hear about why? What you got later by asking comes next.';
comment on column private.job_seeker.s_asked is 'Did you ask for feedback? Asking only for the result does not count.';
comment on column private.job_seeker.s_clear is 'How clear is it to you why you have not been offered this job?';
comment on column private.job_seeker.s_confident is 'If you applied for a similar job today, how confident would you be of doing well?';
comment on column private.job_seeker.s_again is 'If a suitable job came up, how likely would you be to apply to this employer again?';
comment on column private.job_seeker.s_wanted is 'When you are turned down, which one of these is most useful to you?';
comment on column private.job_seeker.s_only_applied is 'Now the latest job you only applied for (no call, test or interview), at least 45 days ago. Were you told no? A look into your mail helps.';
comment on column private.job_seeker.s_sent is 'About how many jobs did you apply for in the last three months?';
comment on column private.job_seeker.industry is 'What is the employer’s field?';
comment on column private.job_seeker.org_size is 'About how many people work for this employer, all sites together?';
comment on column private.job_seeker.seniority is 'What level was the job?';
comment on column private.job_seeker.region is 'Where was the job based? For remote jobs, where is the employer?';
alter table private.job_seeker enable row level security;
create index job_seeker_answers on private.job_seeker (submitted_on, answers_hash);
create index job_seeker_kept_until on private.job_seeker (kept_until);

create table private.employer (
  id uuid primary key,
  receipt bytea not null unique check (octet_length(receipt) = 32),
  instrument text not null,
  submitted_on date not null default (now() at time zone 'utc')::date,
  consent text not null,
  kept_until date not null,
  duration private.duration not null,
  channel private.channel not null,
  revision integer not null check (revision >= 1),
  rules text not null,
  f_speed boolean not null,
  f_dup boolean not null,
  f_logic smallint not null check (f_logic >= 0),
  f_empty boolean not null,
  f_burst boolean not null,
  f_trap boolean not null,
  standing private.standing not null,
  since date not null,
  made_up boolean not null,
  answers_hash bytea not null check (octet_length(answers_hash) = 32),
  e_role private.role not null,
  e_volume private.volume not null,
  e_told_interviewed private.band not null,
  e_told_applied private.band not null,
  e_last private.last not null,
  e_known private.known not null,
  e_time private.time_by_employer not null,
  e_promised private.promise_by_employer not null,
  e_channel private.told_by_employer not null,
  e_explanation private.explain_by_employer not null,
  e_asked private.asked_by_employer not null,
  e_wanted private.wanted_by_employer not null,
  e_barriers_time private.yes_no not null,
  e_barriers_notes private.yes_no not null,
  e_barriers_wording private.yes_no not null,
  e_barriers_owner private.yes_no not null,
  e_barriers_source private.yes_no not null,
  e_barriers_policy private.yes_no not null,
  e_barriers_system private.yes_no not null,
  e_barriers_conflict private.yes_no not null,
  e_barriers_legal private.yes_no not null,
  e_barriers_doubt private.yes_no not null,
  e_barriers_enough private.yes_no not null,
  e_has_rule_give private.yes_no not null,
  e_has_rule_not private.yes_no not null,
  e_has_template private.yes_no not null,
  e_has_training private.yes_no not null,
  e_has_scorecard private.yes_no not null,
  e_has_deadline private.yes_no not null,
  e_claim private.claim not null,
  industry private.industry not null,
  org_size private.org_size not null,
  seniority private.seniority not null,
  region private.region not null,
  constraint instrument_known check (instrument in ('1')),
  constraint v1_e_role_offered check (instrument <> '1' or (e_role not in ('none', 'dk', 'pnts', 'unseen', 'blank', 'unasked'))),
  constraint v1_e_role_routing check (instrument <> '1' or ((e_role in ('na', 'unasked')) = not true)),
  constraint v1_e_volume_offered check (instrument <> '1' or (e_volume not in ('unseen', 'unasked'))),
  constraint v1_e_volume_routing check (instrument <> '1' or ((e_volume in ('na', 'unasked')) = not true)),
  constraint v1_e_told_interviewed_offered check (instrument <> '1' or (e_told_interviewed not in ('unseen', 'unasked'))),
  constraint v1_e_told_interviewed_routing check (instrument <> '1' or ((e_told_interviewed in ('na', 'unasked')) = not e_volume not in ('none'))),
  constraint v1_e_told_applied_offered check (instrument <> '1' or (e_told_applied not in ('unseen', 'unasked'))),
  constraint v1_e_told_applied_routing check (instrument <> '1' or ((e_told_applied in ('na', 'unasked')) = not (e_volume not in ('none') and e_role in ('recruiter_in', 'recruiter_agency', 'hr', 'owner')))),
  constraint v1_e_last_offered check (instrument <> '1' or (e_last not in ('dk', 'pnts', 'unseen', 'blank', 'unasked'))),
  constraint v1_e_last_routing check (instrument <> '1' or ((e_last in ('na', 'unasked')) = not true)),
  constraint v1_e_known_offered check (instrument <> '1' or (e_known not in ('dk', 'unasked'))),
  constraint v1_e_known_routing check (instrument <> '1' or ((e_known in ('na', 'unasked')) = not e_last in ('int1', 'int2', 'int3'))),
  constraint v1_e_time_offered check (instrument <> '1' or (e_time not in ('unasked'))),
  constraint v1_e_time_routing check (instrument <> '1' or ((e_time in ('na', 'unasked')) = not e_last in ('int1', 'int2', 'int3'))),
  constraint v1_e_promised_offered check (instrument <> '1' or (e_promised not in ('unseen', 'unasked'))),
  constraint v1_e_promised_kept_routing check (instrument <> '1' or (e_promised <> 'kept' or e_time not in ('never'))),
  constraint v1_e_promised_late_routing check (instrument <> '1' or (e_promised <> 'late' or e_time not in ('never'))),
  constraint v1_e_promised_broken_routing check (instrument <> '1' or (e_promised <> 'broken' or e_time in ('never'))),
  constraint v1_e_promised_routing check (instrument <> '1' or ((e_promised in ('na', 'unasked')) = not e_time in ('d2', 'd7', 'd14', 'd30', 'd45', 'd90', 'gt90', 'dk', 'never'))),
  constraint v1_e_channel_offered check (instrument <> '1' or (e_channel not in ('unseen', 'unasked'))),
  constraint v1_e_channel_routing check (instrument <> '1' or ((e_channel in ('na', 'unasked')) = not e_time in ('d2', 'd7', 'd14', 'd30', 'd45', 'd90', 'gt90', 'dk'))),
  constraint v1_e_explanation_offered check (instrument <> '1' or (e_explanation not in ('unasked'))),
  constraint v1_e_explanation_routing check (instrument <> '1' or ((e_explanation in ('na', 'unasked')) = not e_time in ('d2', 'd7', 'd14', 'd30', 'd45', 'd90', 'gt90', 'dk'))),
  constraint v1_e_asked_offered check (instrument <> '1' or (e_asked not in ('dk', 'unasked'))),
  constraint v1_e_asked_routing check (instrument <> '1' or ((e_asked in ('na', 'unasked')) = not (e_last in ('int1', 'int2', 'int3') and e_explanation not in ('cancelled')))),
  constraint v1_e_wanted_offered check (instrument <> '1' or (e_wanted not in ('unseen', 'unasked'))),
  constraint v1_e_wanted_routing check (instrument <> '1' or ((e_wanted in ('na', 'unasked')) = not true)),
  constraint v1_e_barriers_time_offered check (instrument <> '1' or (e_barriers_time not in ('dk', 'pnts', 'unseen', 'unasked'))),
  constraint v1_e_barriers_time_routing check (instrument <> '1' or ((e_barriers_time in ('na', 'unasked')) = not true)),
  constraint v1_e_barriers_notes_offered check (instrument <> '1' or (e_barriers_notes not in ('dk', 'pnts', 'unseen', 'unasked'))),
  constraint v1_e_barriers_notes_routing check (instrument <> '1' or ((e_barriers_notes in ('na', 'unasked')) = not true)),
  constraint v1_e_barriers_wording_offered check (instrument <> '1' or (e_barriers_wording not in ('dk', 'pnts', 'unseen', 'unasked'))),
  constraint v1_e_barriers_wording_routing check (instrument <> '1' or ((e_barriers_wording in ('na', 'unasked')) = not true)),
  constraint v1_e_barriers_owner_offered check (instrument <> '1' or (e_barriers_owner not in ('dk', 'pnts', 'unseen', 'unasked'))),
  constraint v1_e_barriers_owner_routing check (instrument <> '1' or ((e_barriers_owner in ('na', 'unasked')) = not true)),
  constraint v1_e_barriers_source_offered check (instrument <> '1' or (e_barriers_source not in ('dk', 'pnts', 'unseen', 'unasked'))),
  constraint v1_e_barriers_source_routing check (instrument <> '1' or ((e_barriers_source in ('na', 'unasked')) = not true)),
  constraint v1_e_barriers_policy_offered check (instrument <> '1' or (e_barriers_policy not in ('dk', 'pnts', 'unseen', 'unasked'))),
  constraint v1_e_barriers_policy_routing check (instrument <> '1' or ((e_barriers_policy in ('na', 'unasked')) = not true)),
  constraint v1_e_barriers_system_offered check (instrument <> '1' or (e_barriers_system not in ('dk', 'pnts', 'unseen', 'unasked'))),
  constraint v1_e_barriers_system_routing check (instrument <> '1' or ((e_barriers_system in ('na', 'unasked')) = not true)),
  constraint v1_e_barriers_conflict_offered check (instrument <> '1' or (e_barriers_conflict not in ('dk', 'pnts', 'unseen', 'unasked'))),
  constraint v1_e_barriers_conflict_routing check (instrument <> '1' or ((e_barriers_conflict in ('na', 'unasked')) = not true)),
  constraint v1_e_barriers_legal_offered check (instrument <> '1' or (e_barriers_legal not in ('dk', 'pnts', 'unseen', 'unasked'))),
  constraint v1_e_barriers_legal_routing check (instrument <> '1' or ((e_barriers_legal in ('na', 'unasked')) = not true)),
  constraint v1_e_barriers_doubt_offered check (instrument <> '1' or (e_barriers_doubt not in ('dk', 'pnts', 'unseen', 'unasked'))),
  constraint v1_e_barriers_doubt_routing check (instrument <> '1' or ((e_barriers_doubt in ('na', 'unasked')) = not true)),
  constraint v1_e_barriers_enough_offered check (instrument <> '1' or (e_barriers_enough not in ('dk', 'pnts', 'unseen', 'unasked'))),
  constraint v1_e_barriers_enough_routing check (instrument <> '1' or ((e_barriers_enough in ('na', 'unasked')) = not true)),
  constraint v1_e_has_rule_give_offered check (instrument <> '1' or (e_has_rule_give not in ('pnts', 'unseen', 'unasked'))),
  constraint v1_e_has_rule_give_routing check (instrument <> '1' or ((e_has_rule_give in ('na', 'unasked')) = not true)),
  constraint v1_e_has_rule_not_offered check (instrument <> '1' or (e_has_rule_not not in ('pnts', 'unseen', 'unasked'))),
  constraint v1_e_has_rule_not_routing check (instrument <> '1' or ((e_has_rule_not in ('na', 'unasked')) = not true)),
  constraint v1_e_has_template_offered check (instrument <> '1' or (e_has_template not in ('pnts', 'unseen', 'unasked'))),
  constraint v1_e_has_template_routing check (instrument <> '1' or ((e_has_template in ('na', 'unasked')) = not true)),
  constraint v1_e_has_training_offered check (instrument <> '1' or (e_has_training not in ('pnts', 'unseen', 'unasked'))),
  constraint v1_e_has_training_routing check (instrument <> '1' or ((e_has_training in ('na', 'unasked')) = not true)),
  constraint v1_e_has_scorecard_offered check (instrument <> '1' or (e_has_scorecard not in ('pnts', 'unseen', 'unasked'))),
  constraint v1_e_has_scorecard_routing check (instrument <> '1' or ((e_has_scorecard in ('na', 'unasked')) = not true)),
  constraint v1_e_has_deadline_offered check (instrument <> '1' or (e_has_deadline not in ('pnts', 'unseen', 'unasked'))),
  constraint v1_e_has_deadline_routing check (instrument <> '1' or ((e_has_deadline in ('na', 'unasked')) = not true)),
  constraint v1_e_claim_offered check (instrument <> '1' or (e_claim not in ('unseen', 'unasked'))),
  constraint v1_e_claim_routing check (instrument <> '1' or ((e_claim in ('na', 'unasked')) = not true)),
  constraint v1_industry_offered check (instrument <> '1' or (industry not in ('unseen', 'unasked'))),
  constraint v1_industry_routing check (instrument <> '1' or ((industry in ('na', 'unasked')) = not true)),
  constraint v1_org_size_offered check (instrument <> '1' or (org_size not in ('unseen', 'unasked'))),
  constraint v1_org_size_routing check (instrument <> '1' or ((org_size in ('na', 'unasked')) = not true)),
  constraint v1_seniority_offered check (instrument <> '1' or (seniority not in ('unseen', 'unasked'))),
  constraint v1_seniority_routing check (instrument <> '1' or ((seniority in ('na', 'unasked')) = not true)),
  constraint v1_region_offered check (instrument <> '1' or (region not in ('unseen', 'unasked'))),
  constraint v1_region_routing check (instrument <> '1' or ((region in ('na', 'unasked')) = not true))
);
comment on table private.employer is 'Employers’ survey: one row a response, one column a question';
comment on column private.employer.f_speed is 'The page was in use for less than 1 second for each item shown. Left out.';
comment on column private.employer.f_dup is 'Every answer equals those of a response kept before on the same side and day, and at least 10 questions were answered. The first is counted, later ones are left out.';
comment on column private.employer.f_logic is 'Answers that cannot both be true. One contradiction may be a slip and is counted as it stands; with 2 or more the response is left out.';
comment on column private.employer.f_empty is 'Fewer than 5 answers, not counting “Don’t know”, “Prefer not to say” and “Somebody else knows”. Left out as partial.';
comment on column private.employer.f_burst is 'More than 500 responses within an hour by all links together, and more than 5 times the median of the 24 hours before: of those above, the ones from a network that sends more than a network usually does in a day are held back and looked at before the next release, and the decision is written down.';
comment on column private.employer.e_role is 'In the last two years, what was your main part in hiring?';
comment on column private.employer.e_volume is 'In the last 12 months, about how many people were interviewed and not hired, in hiring you took part in?';
comment on column private.employer.e_told_interviewed is 'Who were interviewed';
comment on column private.employer.e_told_applied is 'Who only applied';
comment on column private.employer.e_last is 'What was the latest job you helped hire for in the last two years, filled or not, whose interviews ended at least 45 days ago? Of the people interviewed and not offered it, take the one whose first name comes first in the alphabet, even if another stands out. Leave out anyone who pulled out or already worked there. Is there such a person?';
comment on column private.employer.e_known is 'As far as you know, what decided against them? We do not ask for the reason itself. If two fit, take the upper one.';
comment on column private.employer.e_time is 'After the last thing they did for it (interview, test or task), how long was it until anyone told them?';
comment on column private.employer.e_promised is 'Were they given a date, or a number of days or weeks, by which they would hear?';
comment on column private.employer.e_channel is 'How were they told?';
comment on column private.employer.e_explanation is 'When they were told no, what did they hear about why?';
comment on column private.employer.e_asked is 'Did they ask for feedback, in any way? Asking only for the result does not count.';
comment on column private.employer.e_wanted is 'Which one of these is most useful to someone who is turned down?';
comment on column private.employer.e_barriers_time is 'Too little time for so many';
comment on column private.employer.e_barriers_notes is 'No notes or scores good enough to use';
comment on column private.employer.e_barriers_wording is 'Not knowing how to put it';
comment on column private.employer.e_barriers_owner is 'It is not my task';
comment on column private.employer.e_barriers_source is 'I am not given the reason';
comment on column private.employer.e_barriers_policy is 'A rule against it';
comment on column private.employer.e_barriers_system is 'The system sends standard messages only';
comment on column private.employer.e_barriers_conflict is 'Worry about arguments or upset replies';
comment on column private.employer.e_barriers_legal is 'Worry about legal claims or complaints';
comment on column private.employer.e_barriers_doubt is 'Candidates would not find it useful';
comment on column private.employer.e_barriers_enough is 'No need: I give as much as is right';
comment on column private.employer.e_has_rule_give is 'A written rule that candidates get feedback, always or on request';
comment on column private.employer.e_has_rule_not is 'A written rule against it';
comment on column private.employer.e_has_template is 'Templates with room for a reason';
comment on column private.employer.e_has_training is 'Training in giving candidates feedback';
comment on column private.employer.e_has_scorecard is 'Scorecards or structured interview notes';
comment on column private.employer.e_has_deadline is 'A deadline for telling candidates';
comment on column private.employer.e_claim is 'Where you hire, do you know of a complaint or legal claim about feedback given to a candidate, in the last 3 years?';
comment on column private.employer.industry is 'What is the employer’s field?';
comment on column private.employer.org_size is 'About how many people work for this employer, all sites together?';
comment on column private.employer.seniority is 'What level is the job?';
comment on column private.employer.region is 'Where is the job based? For remote jobs, where is the employer?';
alter table private.employer enable row level security;
create index employer_answers on private.employer (submitted_on, answers_hash);
create index employer_kept_until on private.employer (kept_until);

-- Validation: what is wrong with a submission, in one sentence, checked before the constraints

create function private.job_seeker_problem_1(answers jsonb) returns text
language plpgsql immutable set search_path = '' as $$
declare
  problem text;
begin
  if answers is null or jsonb_typeof(answers) <> 'object' then return 'The answers must be one object that holds a code for each question.'; end if;
  if exists (select from jsonb_object_keys(answers) as key where key not in ('s_stage', 's_elapsed', 's_outcome', 's_hours', 's_promised', 's_time', 's_channel', 's_explanation', 's_asked', 's_clear', 's_confident', 's_again', 's_wanted', 's_only_applied', 's_sent', 'industry', 'org_size', 'seniority', 'region')) then
    return 'One of the answers belongs to no question of this survey.';
  end if;
  if not (answers ? 's_stage') and true then return '“How many interviews did you have for this job?” needs an answer before you go on.'; end if;
  if answers ? 's_stage' then
    problem := case when jsonb_typeof((answers -> 's_stage')) <> 'string' then '“How many interviews did you have for this job?” was answered with something it does not offer.' when ((answers -> 's_stage') #>> '{}') = 'none_fit' then 'This survey is about a job you applied for in the last two years, with your last step at least 45 days ago.' when ((answers -> 's_stage') #>> '{}') not in ('applied', 'screened', 'int1', 'int2', 'int3') then '“How many interviews did you have for this job?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_elapsed' then
    problem := case when jsonb_typeof((answers -> 's_elapsed')) <> 'string' then '“When was the last thing you did for it: an interview, a test, a task, a call, or applying?” was answered with something it does not offer.' when ((answers -> 's_elapsed') #>> '{}') = 'lt45' then 'That is less than 45 days ago, too soon for this survey: please take the latest job before that one.' when ((answers -> 's_elapsed') #>> '{}') = 'gt2y' then 'This survey is about the last two years: please take a later job, if there is one.' when ((answers -> 's_elapsed') #>> '{}') not in ('d45_90', 'm3_6', 'm6_12', 'y1_2', 'ge45', 'dk', 'pnts') then '“When was the last thing you did for it: an interview, a test, a task, a call, or applying?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if not (answers ? 's_outcome') and true then return '“What is the result, up to today?” needs an answer before you go on.'; end if;
  if answers ? 's_outcome' then
    problem := case when jsonb_typeof((answers -> 's_outcome')) <> 'string' then '“What is the result, up to today?” was answered with something it does not offer.' when ((answers -> 's_outcome') #>> '{}') not in ('rejected_told', 'silent', 'open', 'cancelled', 'withdrew', 'offered') then '“What is the result, up to today?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_hours' then
    problem := case
      when jsonb_typeof((answers -> 's_hours')) = 'number' and ((answers -> 's_hours'))::numeric between 0 and 500 and ((answers -> 's_hours'))::numeric = trunc(((answers -> 's_hours'))::numeric) then null
      when jsonb_typeof((answers -> 's_hours')) = 'string' and ((answers -> 's_hours') #>> '{}') in ('dk', 'pnts') then null
      else '“About how many hours did it take you in all?” takes one whole number from 0 to 500.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_promised' and not coalesce(answers ->> 's_outcome' in ('rejected_told', 'cancelled', 'offered', 'silent'), false) then return '“Were you given a date, or a number of days or weeks, by which you would hear?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_promised' then
    problem := case when jsonb_typeof((answers -> 's_promised')) <> 'string' then '“Were you given a date, or a number of days or weeks, by which you would hear?” was answered with something it does not offer.' when ((answers -> 's_promised') #>> '{}') = 'kept' and not coalesce(answers ->> 's_outcome' in ('rejected_told', 'cancelled', 'offered'), false) then '“Were you given a date, or a number of days or weeks, by which you would hear?” was answered with something that an earlier answer rules out.' when ((answers -> 's_promised') #>> '{}') = 'late' and not coalesce(answers ->> 's_outcome' in ('rejected_told', 'cancelled', 'offered'), false) then '“Were you given a date, or a number of days or weeks, by which you would hear?” was answered with something that an earlier answer rules out.' when ((answers -> 's_promised') #>> '{}') = 'broken' and not coalesce(answers ->> 's_outcome' in ('silent'), false) then '“Were you given a date, or a number of days or weeks, by which you would hear?” was answered with something that an earlier answer rules out.' when ((answers -> 's_promised') #>> '{}') not in ('kept', 'late', 'broken', 'none', 'dk', 'pnts') then '“Were you given a date, or a number of days or weeks, by which you would hear?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_time' and not coalesce(answers ->> 's_outcome' in ('rejected_told', 'cancelled', 'offered'), false) then return '“How long after the last thing you did for it were you told?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_time' then
    problem := case when jsonb_typeof((answers -> 's_time')) <> 'string' then '“How long after the last thing you did for it were you told?” was answered with something it does not offer.' when ((answers -> 's_time') #>> '{}') = 'gt90' and not coalesce(answers ->> 's_elapsed' not in ('d45_90'), true) then '“How long after the last thing you did for it were you told?” was answered with something that an earlier answer rules out.' when ((answers -> 's_time') #>> '{}') not in ('d2', 'd7', 'd14', 'd30', 'd45', 'd90', 'gt90', 'dk', 'pnts') then '“How long after the last thing you did for it were you told?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_channel' and not coalesce(answers ->> 's_outcome' in ('rejected_told', 'cancelled'), false) then return '“How were you told?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_channel' then
    problem := case when jsonb_typeof((answers -> 's_channel')) <> 'string' then '“How were you told?” was answered with something it does not offer.' when ((answers -> 's_channel') #>> '{}') not in ('agency', 'call', 'personal', 'auto', 'account', 'other', 'dk', 'pnts') then '“How were you told?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_explanation' and not coalesce(answers ->> 's_outcome' in ('rejected_told'), false) then return '“When you were told no, what did you hear about why?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_explanation' then
    problem := case when jsonb_typeof((answers -> 's_explanation')) <> 'string' then '“When you were told no, what did you hear about why?” was answered with something it does not offer.' when ((answers -> 's_explanation') #>> '{}') not in ('form', 'generic', 'specific', 'actionable', 'dk', 'pnts') then '“When you were told no, what did you hear about why?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_asked' and not coalesce(answers ->> 's_outcome' in ('rejected_told', 'silent'), false) then return '“Did you ask for feedback?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_asked' then
    problem := case when jsonb_typeof((answers -> 's_asked')) <> 'string' then '“Did you ask for feedback?” was answered with something it does not offer.' when ((answers -> 's_asked') #>> '{}') not in ('no', 'useful', 'vague', 'noreply', 'no_contact', 'pnts') then '“Did you ask for feedback?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_clear' and not coalesce(answers ->> 's_outcome' in ('rejected_told', 'silent'), false) then return '“How clear is it to you why you have not been offered this job?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_clear' then
    problem := case when jsonb_typeof((answers -> 's_clear')) <> 'string' then '“How clear is it to you why you have not been offered this job?” was answered with something it does not offer.' when ((answers -> 's_clear') #>> '{}') not in ('p1', 'p2', 'p3', 'p4', 'p5', 'pnts') then '“How clear is it to you why you have not been offered this job?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_confident' and not coalesce(answers ->> 's_outcome' in ('rejected_told', 'silent'), false) then return '“If you applied for a similar job today, how confident would you be of doing well?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_confident' then
    problem := case when jsonb_typeof((answers -> 's_confident')) <> 'string' then '“If you applied for a similar job today, how confident would you be of doing well?” was answered with something it does not offer.' when ((answers -> 's_confident') #>> '{}') not in ('p1', 'p2', 'p3', 'p4', 'p5', 'pnts') then '“If you applied for a similar job today, how confident would you be of doing well?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_again' and not coalesce(answers ->> 's_outcome' in ('rejected_told', 'silent'), false) then return '“If a suitable job came up, how likely would you be to apply to this employer again?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_again' then
    problem := case when jsonb_typeof((answers -> 's_again')) <> 'string' then '“If a suitable job came up, how likely would you be to apply to this employer again?” was answered with something it does not offer.' when ((answers -> 's_again') #>> '{}') not in ('p1', 'p2', 'p3', 'p4', 'p5', 'pnts') then '“If a suitable job came up, how likely would you be to apply to this employer again?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_wanted' and not coalesce(answers ->> 's_outcome' in ('rejected_told', 'silent'), false) then return '“When you are turned down, which one of these is most useful to you?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_wanted' then
    problem := case when jsonb_typeof((answers -> 's_wanted')) <> 'string' then '“When you are turned down, which one of these is most useful to you?” was answered with something it does not offer.' when ((answers -> 's_wanted') #>> '{}') not in ('quick_no', 'reason', 'compare', 'improve', 'talk', 'nothing', 'dk', 'pnts') then '“When you are turned down, which one of these is most useful to you?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_only_applied' and not coalesce(answers ->> 's_stage' in ('screened', 'int1', 'int2', 'int3'), false) then return '“Now the latest job you only applied for (no call, test or interview), at least 45 days ago. Were you told no?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_only_applied' then
    problem := case when jsonb_typeof((answers -> 's_only_applied')) <> 'string' then '“Now the latest job you only applied for (no call, test or interview), at least 45 days ago. Were you told no?” was answered with something it does not offer.' when ((answers -> 's_only_applied') #>> '{}') not in ('reason', 'told', 'no', 'other', 'none', 'dk', 'pnts') then '“Now the latest job you only applied for (no call, test or interview), at least 45 days ago. Were you told no?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_sent' then
    problem := case when jsonb_typeof((answers -> 's_sent')) <> 'string' then '“About how many jobs did you apply for in the last three months?” was answered with something it does not offer.' when ((answers -> 's_sent') #>> '{}') not in ('none', 'a1_5', 'a6_20', 'a21_50', 'a51_100', 'a100p', 'pnts') then '“About how many jobs did you apply for in the last three months?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'industry' then
    problem := case when jsonb_typeof((answers -> 'industry')) <> 'string' then '“What is the employer’s field?” was answered with something it does not offer.' when ((answers -> 'industry') #>> '{}') not in ('nonprofit', 'construction', 'education', 'agriculture', 'finance', 'public', 'health', 'professional', 'manufacturing', 'media_arts', 'retail_hospitality', 'tech', 'transport', 'other', 'dk', 'pnts') then '“What is the employer’s field?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'org_size' then
    problem := case when jsonb_typeof((answers -> 'org_size')) <> 'string' then '“About how many people work for this employer, all sites together?” was answered with something it does not offer.' when ((answers -> 'org_size') #>> '{}') not in ('s1_9', 's10_24', 's25_49', 's50_249', 's250_999', 's1000p', 'dk', 'pnts') then '“About how many people work for this employer, all sites together?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'seniority' then
    problem := case when jsonb_typeof((answers -> 'seniority')) <> 'string' then '“What level was the job?” was answered with something it does not offer.' when ((answers -> 'seniority') #>> '{}') not in ('entry', 'mid', 'senior', 'manager', 'exec', 'dk', 'pnts') then '“What level was the job?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'region' then
    problem := case when jsonb_typeof((answers -> 'region')) <> 'string' then '“Where was the job based?” was answered with something it does not offer.' when ((answers -> 'region') #>> '{}') not in ('us', 'ca', 'uk_ie', 'eu_eea_ch', 'europe_other', 'in', 'asia_other', 'anz', 'latam', 'mena', 'ssa', 'dk', 'pnts') then '“Where was the job based?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  return null;
end $$;

create function private.employer_problem_1(answers jsonb) returns text
language plpgsql immutable set search_path = '' as $$
declare
  problem text;
begin
  if answers is null or jsonb_typeof(answers) <> 'object' then return 'The answers must be one object that holds a code for each question.'; end if;
  if exists (select from jsonb_object_keys(answers) as key where key not in ('e_role', 'e_volume', 'e_told_interviewed', 'e_told_applied', 'e_last', 'e_known', 'e_time', 'e_promised', 'e_channel', 'e_explanation', 'e_asked', 'e_wanted', 'e_barriers_time', 'e_barriers_notes', 'e_barriers_wording', 'e_barriers_owner', 'e_barriers_source', 'e_barriers_policy', 'e_barriers_system', 'e_barriers_conflict', 'e_barriers_legal', 'e_barriers_doubt', 'e_barriers_enough', 'e_has_rule_give', 'e_has_rule_not', 'e_has_template', 'e_has_training', 'e_has_scorecard', 'e_has_deadline', 'e_claim', 'industry', 'org_size', 'seniority', 'region')) then
    return 'One of the answers belongs to no question of this survey.';
  end if;
  if not (answers ? 'e_role') and true then return '“In the last two years, what was your main part in hiring?” needs an answer before you go on.'; end if;
  if answers ? 'e_role' then
    problem := case when jsonb_typeof((answers -> 'e_role')) <> 'string' then '“In the last two years, what was your main part in hiring?” was answered with something it does not offer.' when ((answers -> 'e_role') #>> '{}') = 'none' then 'This survey is for people who had a part in hiring in the last two years.' when ((answers -> 'e_role') #>> '{}') not in ('recruiter_in', 'recruiter_agency', 'hr', 'manager', 'owner', 'interviewer') then '“In the last two years, what was your main part in hiring?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_volume' then
    problem := case when jsonb_typeof((answers -> 'e_volume')) <> 'string' then '“In the last 12 months, about how many people were interviewed and not hired, in hiring you took part in?” was answered with something it does not offer.' when ((answers -> 'e_volume') #>> '{}') not in ('none', 'v1_10', 'v11_50', 'v51_200', 'v201_1000', 'v1000p', 'dk', 'pnts') then '“In the last 12 months, about how many people were interviewed and not hired, in hiring you took part in?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_told_interviewed' and not coalesce(answers ->> 'e_volume' not in ('none'), true) then return '“In the last 12 months, about how many of the people not hired were told so, by anyone?” (Who were interviewed) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_told_interviewed' then
    problem := case when jsonb_typeof((answers -> 'e_told_interviewed')) <> 'string' then '“In the last 12 months, about how many of the people not hired were told so, by anyone?” (Who were interviewed) was answered with something it does not offer.' when ((answers -> 'e_told_interviewed') #>> '{}') not in ('none', 'lt25', 'q25_49', 'q50_74', 'q75_99', 'all', 'na_stage', 'dk', 'pnts') then '“In the last 12 months, about how many of the people not hired were told so, by anyone?” (Who were interviewed) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_told_applied' and not (coalesce(answers ->> 'e_volume' not in ('none'), true) and coalesce(answers ->> 'e_role' in ('recruiter_in', 'recruiter_agency', 'hr', 'owner'), false)) then return '“In the last 12 months, about how many of the people not hired were told so, by anyone?” (Who only applied) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_told_applied' then
    problem := case when jsonb_typeof((answers -> 'e_told_applied')) <> 'string' then '“In the last 12 months, about how many of the people not hired were told so, by anyone?” (Who only applied) was answered with something it does not offer.' when ((answers -> 'e_told_applied') #>> '{}') not in ('none', 'lt25', 'q25_49', 'q50_74', 'q75_99', 'all', 'na_stage', 'dk', 'pnts') then '“In the last 12 months, about how many of the people not hired were told so, by anyone?” (Who only applied) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if not (answers ? 'e_last') and true then return '“What was the latest job you helped hire for in the last two years, filled or not, whose interviews ended at least 45 days ago?” needs an answer before you go on.'; end if;
  if answers ? 'e_last' then
    problem := case when jsonb_typeof((answers -> 'e_last')) <> 'string' then '“What was the latest job you helped hire for in the last two years, filled or not, whose interviews ended at least 45 days ago?” was answered with something it does not offer.' when ((answers -> 'e_last') #>> '{}') not in ('int1', 'int2', 'int3', 'nobody', 'forgot') then '“What was the latest job you helped hire for in the last two years, filled or not, whose interviews ended at least 45 days ago?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_known' and not coalesce(answers ->> 'e_last' in ('int1', 'int2', 'int3'), false) then return '“As far as you know, what decided against them?” was answered although it is not asked on this route.'; end if;
  if answers ? 'e_known' then
    problem := case when jsonb_typeof((answers -> 'e_known')) <> 'string' then '“As far as you know, what decided against them?” was answered with something it does not offer.' when ((answers -> 'e_known') #>> '{}') not in ('written', 'yes', 'rival', 'other', 'unclear', 'unseen', 'pnts') then '“As far as you know, what decided against them?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_time' and not coalesce(answers ->> 'e_last' in ('int1', 'int2', 'int3'), false) then return '“After the last thing they did for it (interview, test or task), how long was it until anyone told them?” was answered although it is not asked on this route.'; end if;
  if answers ? 'e_time' then
    problem := case when jsonb_typeof((answers -> 'e_time')) <> 'string' then '“After the last thing they did for it (interview, test or task), how long was it until anyone told them?” was answered with something it does not offer.' when ((answers -> 'e_time') #>> '{}') not in ('d2', 'd7', 'd14', 'd30', 'd45', 'd90', 'gt90', 'never', 'dk', 'unseen', 'pnts') then '“After the last thing they did for it (interview, test or task), how long was it until anyone told them?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_promised' and not coalesce(answers ->> 'e_time' in ('d2', 'd7', 'd14', 'd30', 'd45', 'd90', 'gt90', 'dk', 'never'), false) then return '“Were they given a date, or a number of days or weeks, by which they would hear?” was answered although it is not asked on this route.'; end if;
  if answers ? 'e_promised' then
    problem := case when jsonb_typeof((answers -> 'e_promised')) <> 'string' then '“Were they given a date, or a number of days or weeks, by which they would hear?” was answered with something it does not offer.' when ((answers -> 'e_promised') #>> '{}') = 'kept' and not coalesce(answers ->> 'e_time' not in ('never'), true) then '“Were they given a date, or a number of days or weeks, by which they would hear?” was answered with something that an earlier answer rules out.' when ((answers -> 'e_promised') #>> '{}') = 'late' and not coalesce(answers ->> 'e_time' not in ('never'), true) then '“Were they given a date, or a number of days or weeks, by which they would hear?” was answered with something that an earlier answer rules out.' when ((answers -> 'e_promised') #>> '{}') = 'broken' and not coalesce(answers ->> 'e_time' in ('never'), false) then '“Were they given a date, or a number of days or weeks, by which they would hear?” was answered with something that an earlier answer rules out.' when ((answers -> 'e_promised') #>> '{}') not in ('kept', 'late', 'broken', 'none', 'dk', 'pnts') then '“Were they given a date, or a number of days or weeks, by which they would hear?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_channel' and not coalesce(answers ->> 'e_time' in ('d2', 'd7', 'd14', 'd30', 'd45', 'd90', 'gt90', 'dk'), false) then return '“How were they told?” was answered although it is not asked on this route.'; end if;
  if answers ? 'e_channel' then
    problem := case when jsonb_typeof((answers -> 'e_channel')) <> 'string' then '“How were they told?” was answered with something it does not offer.' when ((answers -> 'e_channel') #>> '{}') not in ('agency', 'call', 'personal', 'auto', 'account', 'other', 'dk', 'pnts') then '“How were they told?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_explanation' and not coalesce(answers ->> 'e_time' in ('d2', 'd7', 'd14', 'd30', 'd45', 'd90', 'gt90', 'dk'), false) then return '“When they were told no, what did they hear about why?” was answered although it is not asked on this route.'; end if;
  if answers ? 'e_explanation' then
    problem := case when jsonb_typeof((answers -> 'e_explanation')) <> 'string' then '“When they were told no, what did they hear about why?” was answered with something it does not offer.' when ((answers -> 'e_explanation') #>> '{}') not in ('form', 'generic', 'specific', 'actionable', 'cancelled', 'unseen', 'dk', 'pnts') then '“When they were told no, what did they hear about why?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_asked' and not (coalesce(answers ->> 'e_last' in ('int1', 'int2', 'int3'), false) and coalesce(answers ->> 'e_explanation' not in ('cancelled'), true)) then return '“Did they ask for feedback, in any way?” was answered although it is not asked on this route.'; end if;
  if answers ? 'e_asked' then
    problem := case when jsonb_typeof((answers -> 'e_asked')) <> 'string' then '“Did they ask for feedback, in any way?” was answered with something it does not offer.' when ((answers -> 'e_asked') #>> '{}') not in ('no', 'useful', 'vague', 'noreply', 'unseen', 'pnts') then '“Did they ask for feedback, in any way?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_wanted' then
    problem := case when jsonb_typeof((answers -> 'e_wanted')) <> 'string' then '“Which one of these is most useful to someone who is turned down?” was answered with something it does not offer.' when ((answers -> 'e_wanted') #>> '{}') not in ('quick_no', 'reason', 'compare', 'improve', 'talk', 'nothing', 'dk', 'pnts') then '“Which one of these is most useful to someone who is turned down?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_time' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_time')) <> 'string' then '“Do any of these keep you from giving candidates more feedback?” (Too little time for so many) was answered with something it does not offer.' when ((answers -> 'e_barriers_time') #>> '{}') not in ('yes', 'no') then '“Do any of these keep you from giving candidates more feedback?” (Too little time for so many) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_notes' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_notes')) <> 'string' then '“Do any of these keep you from giving candidates more feedback?” (No notes or scores good enough to use) was answered with something it does not offer.' when ((answers -> 'e_barriers_notes') #>> '{}') not in ('yes', 'no') then '“Do any of these keep you from giving candidates more feedback?” (No notes or scores good enough to use) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_wording' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_wording')) <> 'string' then '“Do any of these keep you from giving candidates more feedback?” (Not knowing how to put it) was answered with something it does not offer.' when ((answers -> 'e_barriers_wording') #>> '{}') not in ('yes', 'no') then '“Do any of these keep you from giving candidates more feedback?” (Not knowing how to put it) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_owner' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_owner')) <> 'string' then '“Do any of these keep you from giving candidates more feedback?” (It is not my task) was answered with something it does not offer.' when ((answers -> 'e_barriers_owner') #>> '{}') not in ('yes', 'no') then '“Do any of these keep you from giving candidates more feedback?” (It is not my task) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_source' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_source')) <> 'string' then '“Do any of these keep you from giving candidates more feedback?” (I am not given the reason) was answered with something it does not offer.' when ((answers -> 'e_barriers_source') #>> '{}') not in ('yes', 'no') then '“Do any of these keep you from giving candidates more feedback?” (I am not given the reason) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_policy' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_policy')) <> 'string' then '“Do any of these keep you from giving candidates more feedback?” (A rule against it) was answered with something it does not offer.' when ((answers -> 'e_barriers_policy') #>> '{}') not in ('yes', 'no') then '“Do any of these keep you from giving candidates more feedback?” (A rule against it) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_system' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_system')) <> 'string' then '“Do any of these keep you from giving candidates more feedback?” (The system sends standard messages only) was answered with something it does not offer.' when ((answers -> 'e_barriers_system') #>> '{}') not in ('yes', 'no') then '“Do any of these keep you from giving candidates more feedback?” (The system sends standard messages only) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_conflict' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_conflict')) <> 'string' then '“Do any of these keep you from giving candidates more feedback?” (Worry about arguments or upset replies) was answered with something it does not offer.' when ((answers -> 'e_barriers_conflict') #>> '{}') not in ('yes', 'no') then '“Do any of these keep you from giving candidates more feedback?” (Worry about arguments or upset replies) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_legal' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_legal')) <> 'string' then '“Do any of these keep you from giving candidates more feedback?” (Worry about legal claims or complaints) was answered with something it does not offer.' when ((answers -> 'e_barriers_legal') #>> '{}') not in ('yes', 'no') then '“Do any of these keep you from giving candidates more feedback?” (Worry about legal claims or complaints) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_doubt' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_doubt')) <> 'string' then '“Do any of these keep you from giving candidates more feedback?” (Candidates would not find it useful) was answered with something it does not offer.' when ((answers -> 'e_barriers_doubt') #>> '{}') not in ('yes', 'no') then '“Do any of these keep you from giving candidates more feedback?” (Candidates would not find it useful) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_enough' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_enough')) <> 'string' then '“Do any of these keep you from giving candidates more feedback?” (No need: I give as much as is right) was answered with something it does not offer.' when ((answers -> 'e_barriers_enough') #>> '{}') not in ('yes', 'no') then '“Do any of these keep you from giving candidates more feedback?” (No need: I give as much as is right) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_has_rule_give' then
    problem := case when jsonb_typeof((answers -> 'e_has_rule_give')) <> 'string' then '“Which of these exist where you hire?” (A written rule that candidates get feedback, always or on request) was answered with something it does not offer.' when ((answers -> 'e_has_rule_give') #>> '{}') not in ('yes', 'no', 'dk') then '“Which of these exist where you hire?” (A written rule that candidates get feedback, always or on request) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_has_rule_not' then
    problem := case when jsonb_typeof((answers -> 'e_has_rule_not')) <> 'string' then '“Which of these exist where you hire?” (A written rule against it) was answered with something it does not offer.' when ((answers -> 'e_has_rule_not') #>> '{}') not in ('yes', 'no', 'dk') then '“Which of these exist where you hire?” (A written rule against it) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_has_template' then
    problem := case when jsonb_typeof((answers -> 'e_has_template')) <> 'string' then '“Which of these exist where you hire?” (Templates with room for a reason) was answered with something it does not offer.' when ((answers -> 'e_has_template') #>> '{}') not in ('yes', 'no', 'dk') then '“Which of these exist where you hire?” (Templates with room for a reason) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_has_training' then
    problem := case when jsonb_typeof((answers -> 'e_has_training')) <> 'string' then '“Which of these exist where you hire?” (Training in giving candidates feedback) was answered with something it does not offer.' when ((answers -> 'e_has_training') #>> '{}') not in ('yes', 'no', 'dk') then '“Which of these exist where you hire?” (Training in giving candidates feedback) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_has_scorecard' then
    problem := case when jsonb_typeof((answers -> 'e_has_scorecard')) <> 'string' then '“Which of these exist where you hire?” (Scorecards or structured interview notes) was answered with something it does not offer.' when ((answers -> 'e_has_scorecard') #>> '{}') not in ('yes', 'no', 'dk') then '“Which of these exist where you hire?” (Scorecards or structured interview notes) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_has_deadline' then
    problem := case when jsonb_typeof((answers -> 'e_has_deadline')) <> 'string' then '“Which of these exist where you hire?” (A deadline for telling candidates) was answered with something it does not offer.' when ((answers -> 'e_has_deadline') #>> '{}') not in ('yes', 'no', 'dk') then '“Which of these exist where you hire?” (A deadline for telling candidates) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_claim' then
    problem := case when jsonb_typeof((answers -> 'e_claim')) <> 'string' then '“Where you hire, do you know of a complaint or legal claim about feedback given to a candidate, in the last 3 years?” was answered with something it does not offer.' when ((answers -> 'e_claim') #>> '{}') not in ('first', 'heard', 'no', 'dk', 'pnts') then '“Where you hire, do you know of a complaint or legal claim about feedback given to a candidate, in the last 3 years?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'industry' then
    problem := case when jsonb_typeof((answers -> 'industry')) <> 'string' then '“What is the employer’s field?” was answered with something it does not offer.' when ((answers -> 'industry') #>> '{}') not in ('nonprofit', 'construction', 'education', 'agriculture', 'finance', 'public', 'health', 'professional', 'manufacturing', 'media_arts', 'retail_hospitality', 'tech', 'transport', 'other', 'dk', 'pnts') then '“What is the employer’s field?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'org_size' then
    problem := case when jsonb_typeof((answers -> 'org_size')) <> 'string' then '“About how many people work for this employer, all sites together?” was answered with something it does not offer.' when ((answers -> 'org_size') #>> '{}') not in ('s1_9', 's10_24', 's25_49', 's50_249', 's250_999', 's1000p', 'dk', 'pnts') then '“About how many people work for this employer, all sites together?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'seniority' then
    problem := case when jsonb_typeof((answers -> 'seniority')) <> 'string' then '“What level is the job?” was answered with something it does not offer.' when ((answers -> 'seniority') #>> '{}') not in ('entry', 'mid', 'senior', 'manager', 'exec', 'dk', 'pnts') then '“What level is the job?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'region' then
    problem := case when jsonb_typeof((answers -> 'region')) <> 'string' then '“Where is the job based?” was answered with something it does not offer.' when ((answers -> 'region') #>> '{}') not in ('us', 'ca', 'uk_ie', 'eu_eea_ch', 'europe_other', 'in', 'asia_other', 'anz', 'latam', 'mena', 'ssa', 'dk', 'pnts') then '“Where is the job based?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  return null;
end $$;

-- By the rules of the version that was answered, whenever the answers arrive.
create function private.answers_problem(side text, version text, answers jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  case concat(side, ' ', version)
    when 'job_seeker 1' then return private.job_seeker_problem_1(answers);
    when 'employer 1' then return private.employer_problem_1(answers);
    else return 'Say which survey this is, job_seeker or employer.';
  end case;
end $$;

create function private.submission_problem(submission jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if submission is null or jsonb_typeof(submission) <> 'object'
    or exists (select from jsonb_object_keys(submission) as key where key not in ('id', 'side', 'instrument', 'consent', 'months', 'receipt', 'answers', 'seconds', 'channel'))
  then return 'A submission is one object with id, side, instrument, consent, months, receipt, answers, seconds and channel, and nothing else.'; end if;
  if not coalesce(jsonb_typeof(submission -> 'id') = 'string' and submission ->> 'id' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$', false) then return 'A response needs an id of its own, a UUID in small letters.'; end if;
  if not coalesce(jsonb_typeof(submission -> 'receipt') = 'string' and submission ->> 'receipt' ~ '^[0-9a-f]{64}$', false) then return 'A response needs the SHA-256 of its receipt code, 64 hexadecimal digits.'; end if;
  if not coalesce(submission -> 'instrument' in ('"1"'), false) then return 'The survey has changed since this page was opened: reload it and send again.'; end if;
  if not coalesce(submission -> 'consent' in ('"1"'), false) then return 'Answers can only be kept with your agreement to the present text: reload the page, read it and send again.'; end if;
  if not coalesce(case when jsonb_typeof(submission -> 'months') = 'number' then (submission ->> 'months')::numeric end between 1 and 120 and case when jsonb_typeof(submission -> 'months') = 'number' then (submission ->> 'months')::numeric end = trunc(case when jsonb_typeof(submission -> 'months') = 'number' then (submission ->> 'months')::numeric end), false) then return 'A response says for how many months it may be kept, a whole number from 1 to 120.'; end if;
  if not coalesce(case when jsonb_typeof(submission -> 'seconds') = 'number' then (submission ->> 'seconds')::numeric end between 0 and 86400 and case when jsonb_typeof(submission -> 'seconds') = 'number' then (submission ->> 'seconds')::numeric end = trunc(case when jsonb_typeof(submission -> 'seconds') = 'number' then (submission ->> 'seconds')::numeric end), false) then return 'The time taken must be in whole seconds, from 0 to 86400.'; end if;
  if not coalesce(submission -> 'channel' in ('"direct"', '"linkedin"', '"bluesky"', '"mastodon"', '"whatsapp"', '"facebook"', '"reddit"', '"email"', '"newsletter"', '"feed"', '"university"', '"shared"', '"embed"', '"essay"', '"chart"', '"thanks"', '"poster"', '"other"'), false) then return 'A response comes by one of these: direct, linkedin, bluesky, mastodon, whatsapp, facebook, reddit, email, newsletter, feed, university, shared, embed, essay, chart, thanks, poster, other.'; end if;
  return private.answers_problem(submission ->> 'side', submission ->> 'instrument', submission -> 'answers');
end $$;

-- The same for a correction. Answers are corrected in the version they were given in.
create function private.correction_problem(side text, version text, correction jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if correction -> 'instrument' is distinct from to_jsonb(version) then return 'The survey has changed since this page was opened: reload it and send again.'; end if;
  return private.answers_problem(side, version, correction -> 'answers');
end $$;

create function private.too_large(submission jsonb) returns text
language sql immutable set search_path = '' as $$
  select case when octet_length(submission::text) > 16384 then 'That is longer than any answer to this survey can be.' end
$$;

-- From answers to a row and back

create function private.fill_job_seeker_1(response private.job_seeker, answers jsonb) returns private.job_seeker
language plpgsql stable set search_path = '' as $$
begin
  response.s_stage := coalesce((answers -> 's_stage') #>> '{}', 'blank')::private.stage;
  response.s_elapsed := coalesce((answers -> 's_elapsed') #>> '{}', 'blank')::private.elapsed;
  response.s_outcome := coalesce((answers -> 's_outcome') #>> '{}', 'blank')::private.outcome;
  response.s_hours := case when jsonb_typeof((answers -> 's_hours')) = 'number' then ((answers -> 's_hours'))::numeric::integer end;
  response.s_hours_missing := case when jsonb_typeof((answers -> 's_hours')) = 'number' then null else coalesce((answers -> 's_hours') #>> '{}', 'blank')::private.missing end;
  response.s_promised := coalesce((answers -> 's_promised') #>> '{}', case when coalesce(answers ->> 's_outcome' in ('rejected_told', 'cancelled', 'offered', 'silent'), false) then 'blank' else 'na' end)::private.promise;
  response.s_time := coalesce((answers -> 's_time') #>> '{}', case when coalesce(answers ->> 's_outcome' in ('rejected_told', 'cancelled', 'offered'), false) then 'blank' else 'na' end)::private.time;
  response.s_channel := coalesce((answers -> 's_channel') #>> '{}', case when coalesce(answers ->> 's_outcome' in ('rejected_told', 'cancelled'), false) then 'blank' else 'na' end)::private.told_by;
  response.s_explanation := coalesce((answers -> 's_explanation') #>> '{}', case when coalesce(answers ->> 's_outcome' in ('rejected_told'), false) then 'blank' else 'na' end)::private.explain;
  response.s_asked := coalesce((answers -> 's_asked') #>> '{}', case when coalesce(answers ->> 's_outcome' in ('rejected_told', 'silent'), false) then 'blank' else 'na' end)::private.asked;
  response.s_clear := coalesce((answers -> 's_clear') #>> '{}', case when coalesce(answers ->> 's_outcome' in ('rejected_told', 'silent'), false) then 'blank' else 'na' end)::private.clear;
  response.s_confident := coalesce((answers -> 's_confident') #>> '{}', case when coalesce(answers ->> 's_outcome' in ('rejected_told', 'silent'), false) then 'blank' else 'na' end)::private.confident;
  response.s_again := coalesce((answers -> 's_again') #>> '{}', case when coalesce(answers ->> 's_outcome' in ('rejected_told', 'silent'), false) then 'blank' else 'na' end)::private.likely;
  response.s_wanted := coalesce((answers -> 's_wanted') #>> '{}', case when coalesce(answers ->> 's_outcome' in ('rejected_told', 'silent'), false) then 'blank' else 'na' end)::private.wanted;
  response.s_only_applied := coalesce((answers -> 's_only_applied') #>> '{}', case when coalesce(answers ->> 's_stage' in ('screened', 'int1', 'int2', 'int3'), false) then 'blank' else 'na' end)::private.only_applied;
  response.s_sent := coalesce((answers -> 's_sent') #>> '{}', 'blank')::private.sent;
  response.industry := coalesce((answers -> 'industry') #>> '{}', 'blank')::private.industry;
  response.org_size := coalesce((answers -> 'org_size') #>> '{}', 'blank')::private.org_size;
  response.seniority := coalesce((answers -> 'seniority') #>> '{}', 'blank')::private.seniority;
  response.region := coalesce((answers -> 'region') #>> '{}', 'blank')::private.region;
  return response;
end $$;

create function private.fill_job_seeker(response private.job_seeker, answers jsonb) returns private.job_seeker
language plpgsql stable set search_path = '' as $$
begin
  case response.instrument
    when '1' then return private.fill_job_seeker_1(response, answers);
  end case;
end $$;

create function private.job_seeker_answers(response private.job_seeker) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_object_agg(sent.variable, sent.answer), '{}')
  from (select (response).*) as kept, lateral (values
    ('s_stage', case when s_stage not in ('blank', 'na', 'unasked') then to_jsonb(s_stage) end),
    ('s_elapsed', case when s_elapsed not in ('blank', 'na', 'unasked') then to_jsonb(s_elapsed) end),
    ('s_outcome', case when s_outcome not in ('blank', 'na', 'unasked') then to_jsonb(s_outcome) end),
    ('s_hours', case when s_hours is not null then to_jsonb(s_hours) when s_hours_missing not in ('blank', 'na', 'unasked') then to_jsonb(s_hours_missing) end),
    ('s_promised', case when s_promised not in ('blank', 'na', 'unasked') then to_jsonb(s_promised) end),
    ('s_time', case when s_time not in ('blank', 'na', 'unasked') then to_jsonb(s_time) end),
    ('s_channel', case when s_channel not in ('blank', 'na', 'unasked') then to_jsonb(s_channel) end),
    ('s_explanation', case when s_explanation not in ('blank', 'na', 'unasked') then to_jsonb(s_explanation) end),
    ('s_asked', case when s_asked not in ('blank', 'na', 'unasked') then to_jsonb(s_asked) end),
    ('s_clear', case when s_clear not in ('blank', 'na', 'unasked') then to_jsonb(s_clear) end),
    ('s_confident', case when s_confident not in ('blank', 'na', 'unasked') then to_jsonb(s_confident) end),
    ('s_again', case when s_again not in ('blank', 'na', 'unasked') then to_jsonb(s_again) end),
    ('s_wanted', case when s_wanted not in ('blank', 'na', 'unasked') then to_jsonb(s_wanted) end),
    ('s_only_applied', case when s_only_applied not in ('blank', 'na', 'unasked') then to_jsonb(s_only_applied) end),
    ('s_sent', case when s_sent not in ('blank', 'na', 'unasked') then to_jsonb(s_sent) end),
    ('industry', case when industry not in ('blank', 'na', 'unasked') then to_jsonb(industry) end),
    ('org_size', case when org_size not in ('blank', 'na', 'unasked') then to_jsonb(org_size) end),
    ('seniority', case when seniority not in ('blank', 'na', 'unasked') then to_jsonb(seniority) end),
    ('region', case when region not in ('blank', 'na', 'unasked') then to_jsonb(region) end)
  ) as sent (variable, answer)
  where sent.answer is not null
$$;

create function private.fill_employer_1(response private.employer, answers jsonb) returns private.employer
language plpgsql stable set search_path = '' as $$
begin
  response.e_role := coalesce((answers -> 'e_role') #>> '{}', 'blank')::private.role;
  response.e_volume := coalesce((answers -> 'e_volume') #>> '{}', 'blank')::private.volume;
  response.e_told_interviewed := coalesce((answers -> 'e_told_interviewed') #>> '{}', case when coalesce(answers ->> 'e_volume' not in ('none'), true) then 'blank' else 'na' end)::private.band;
  response.e_told_applied := coalesce((answers -> 'e_told_applied') #>> '{}', case when (coalesce(answers ->> 'e_volume' not in ('none'), true) and coalesce(answers ->> 'e_role' in ('recruiter_in', 'recruiter_agency', 'hr', 'owner'), false)) then 'blank' else 'na' end)::private.band;
  response.e_last := coalesce((answers -> 'e_last') #>> '{}', 'blank')::private.last;
  response.e_known := coalesce((answers -> 'e_known') #>> '{}', case when coalesce(answers ->> 'e_last' in ('int1', 'int2', 'int3'), false) then 'blank' else 'na' end)::private.known;
  response.e_time := coalesce((answers -> 'e_time') #>> '{}', case when coalesce(answers ->> 'e_last' in ('int1', 'int2', 'int3'), false) then 'blank' else 'na' end)::private.time_by_employer;
  response.e_promised := coalesce((answers -> 'e_promised') #>> '{}', case when coalesce(answers ->> 'e_time' in ('d2', 'd7', 'd14', 'd30', 'd45', 'd90', 'gt90', 'dk', 'never'), false) then 'blank' else 'na' end)::private.promise_by_employer;
  response.e_channel := coalesce((answers -> 'e_channel') #>> '{}', case when coalesce(answers ->> 'e_time' in ('d2', 'd7', 'd14', 'd30', 'd45', 'd90', 'gt90', 'dk'), false) then 'blank' else 'na' end)::private.told_by_employer;
  response.e_explanation := coalesce((answers -> 'e_explanation') #>> '{}', case when coalesce(answers ->> 'e_time' in ('d2', 'd7', 'd14', 'd30', 'd45', 'd90', 'gt90', 'dk'), false) then 'blank' else 'na' end)::private.explain_by_employer;
  response.e_asked := coalesce((answers -> 'e_asked') #>> '{}', case when (coalesce(answers ->> 'e_last' in ('int1', 'int2', 'int3'), false) and coalesce(answers ->> 'e_explanation' not in ('cancelled'), true)) then 'blank' else 'na' end)::private.asked_by_employer;
  response.e_wanted := coalesce((answers -> 'e_wanted') #>> '{}', 'blank')::private.wanted_by_employer;
  response.e_barriers_time := coalesce((answers -> 'e_barriers_time') #>> '{}', 'blank')::private.yes_no;
  response.e_barriers_notes := coalesce((answers -> 'e_barriers_notes') #>> '{}', 'blank')::private.yes_no;
  response.e_barriers_wording := coalesce((answers -> 'e_barriers_wording') #>> '{}', 'blank')::private.yes_no;
  response.e_barriers_owner := coalesce((answers -> 'e_barriers_owner') #>> '{}', 'blank')::private.yes_no;
  response.e_barriers_source := coalesce((answers -> 'e_barriers_source') #>> '{}', 'blank')::private.yes_no;
  response.e_barriers_policy := coalesce((answers -> 'e_barriers_policy') #>> '{}', 'blank')::private.yes_no;
  response.e_barriers_system := coalesce((answers -> 'e_barriers_system') #>> '{}', 'blank')::private.yes_no;
  response.e_barriers_conflict := coalesce((answers -> 'e_barriers_conflict') #>> '{}', 'blank')::private.yes_no;
  response.e_barriers_legal := coalesce((answers -> 'e_barriers_legal') #>> '{}', 'blank')::private.yes_no;
  response.e_barriers_doubt := coalesce((answers -> 'e_barriers_doubt') #>> '{}', 'blank')::private.yes_no;
  response.e_barriers_enough := coalesce((answers -> 'e_barriers_enough') #>> '{}', 'blank')::private.yes_no;
  response.e_has_rule_give := coalesce((answers -> 'e_has_rule_give') #>> '{}', 'blank')::private.yes_no;
  response.e_has_rule_not := coalesce((answers -> 'e_has_rule_not') #>> '{}', 'blank')::private.yes_no;
  response.e_has_template := coalesce((answers -> 'e_has_template') #>> '{}', 'blank')::private.yes_no;
  response.e_has_training := coalesce((answers -> 'e_has_training') #>> '{}', 'blank')::private.yes_no;
  response.e_has_scorecard := coalesce((answers -> 'e_has_scorecard') #>> '{}', 'blank')::private.yes_no;
  response.e_has_deadline := coalesce((answers -> 'e_has_deadline') #>> '{}', 'blank')::private.yes_no;
  response.e_claim := coalesce((answers -> 'e_claim') #>> '{}', 'blank')::private.claim;
  response.industry := coalesce((answers -> 'industry') #>> '{}', 'blank')::private.industry;
  response.org_size := coalesce((answers -> 'org_size') #>> '{}', 'blank')::private.org_size;
  response.seniority := coalesce((answers -> 'seniority') #>> '{}', 'blank')::private.seniority;
  response.region := coalesce((answers -> 'region') #>> '{}', 'blank')::private.region;
  return response;
end $$;

create function private.fill_employer(response private.employer, answers jsonb) returns private.employer
language plpgsql stable set search_path = '' as $$
begin
  case response.instrument
    when '1' then return private.fill_employer_1(response, answers);
  end case;
end $$;

create function private.employer_answers(response private.employer) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_object_agg(sent.variable, sent.answer), '{}')
  from (select (response).*) as kept, lateral (values
    ('e_role', case when e_role not in ('blank', 'na', 'unasked') then to_jsonb(e_role) end),
    ('e_volume', case when e_volume not in ('blank', 'na', 'unasked') then to_jsonb(e_volume) end),
    ('e_told_interviewed', case when e_told_interviewed not in ('blank', 'na', 'unasked') then to_jsonb(e_told_interviewed) end),
    ('e_told_applied', case when e_told_applied not in ('blank', 'na', 'unasked') then to_jsonb(e_told_applied) end),
    ('e_last', case when e_last not in ('blank', 'na', 'unasked') then to_jsonb(e_last) end),
    ('e_known', case when e_known not in ('blank', 'na', 'unasked') then to_jsonb(e_known) end),
    ('e_time', case when e_time not in ('blank', 'na', 'unasked') then to_jsonb(e_time) end),
    ('e_promised', case when e_promised not in ('blank', 'na', 'unasked') then to_jsonb(e_promised) end),
    ('e_channel', case when e_channel not in ('blank', 'na', 'unasked') then to_jsonb(e_channel) end),
    ('e_explanation', case when e_explanation not in ('blank', 'na', 'unasked') then to_jsonb(e_explanation) end),
    ('e_asked', case when e_asked not in ('blank', 'na', 'unasked') then to_jsonb(e_asked) end),
    ('e_wanted', case when e_wanted not in ('blank', 'na', 'unasked') then to_jsonb(e_wanted) end),
    ('e_barriers_time', case when e_barriers_time not in ('blank', 'na', 'unasked') then to_jsonb(e_barriers_time) end),
    ('e_barriers_notes', case when e_barriers_notes not in ('blank', 'na', 'unasked') then to_jsonb(e_barriers_notes) end),
    ('e_barriers_wording', case when e_barriers_wording not in ('blank', 'na', 'unasked') then to_jsonb(e_barriers_wording) end),
    ('e_barriers_owner', case when e_barriers_owner not in ('blank', 'na', 'unasked') then to_jsonb(e_barriers_owner) end),
    ('e_barriers_source', case when e_barriers_source not in ('blank', 'na', 'unasked') then to_jsonb(e_barriers_source) end),
    ('e_barriers_policy', case when e_barriers_policy not in ('blank', 'na', 'unasked') then to_jsonb(e_barriers_policy) end),
    ('e_barriers_system', case when e_barriers_system not in ('blank', 'na', 'unasked') then to_jsonb(e_barriers_system) end),
    ('e_barriers_conflict', case when e_barriers_conflict not in ('blank', 'na', 'unasked') then to_jsonb(e_barriers_conflict) end),
    ('e_barriers_legal', case when e_barriers_legal not in ('blank', 'na', 'unasked') then to_jsonb(e_barriers_legal) end),
    ('e_barriers_doubt', case when e_barriers_doubt not in ('blank', 'na', 'unasked') then to_jsonb(e_barriers_doubt) end),
    ('e_barriers_enough', case when e_barriers_enough not in ('blank', 'na', 'unasked') then to_jsonb(e_barriers_enough) end),
    ('e_has_rule_give', case when e_has_rule_give not in ('blank', 'na', 'unasked') then to_jsonb(e_has_rule_give) end),
    ('e_has_rule_not', case when e_has_rule_not not in ('blank', 'na', 'unasked') then to_jsonb(e_has_rule_not) end),
    ('e_has_template', case when e_has_template not in ('blank', 'na', 'unasked') then to_jsonb(e_has_template) end),
    ('e_has_training', case when e_has_training not in ('blank', 'na', 'unasked') then to_jsonb(e_has_training) end),
    ('e_has_scorecard', case when e_has_scorecard not in ('blank', 'na', 'unasked') then to_jsonb(e_has_scorecard) end),
    ('e_has_deadline', case when e_has_deadline not in ('blank', 'na', 'unasked') then to_jsonb(e_has_deadline) end),
    ('e_claim', case when e_claim not in ('blank', 'na', 'unasked') then to_jsonb(e_claim) end),
    ('industry', case when industry not in ('blank', 'na', 'unasked') then to_jsonb(industry) end),
    ('org_size', case when org_size not in ('blank', 'na', 'unasked') then to_jsonb(org_size) end),
    ('seniority', case when seniority not in ('blank', 'na', 'unasked') then to_jsonb(seniority) end),
    ('region', case when region not in ('blank', 'na', 'unasked') then to_jsonb(region) end)
  ) as sent (variable, answer)
  where sent.answer is not null
$$;

-- Storing

-- An exclusive lock on a subject until the transaction ends. Lock order, to avoid deadlocks: receipts, or one response and
-- then its receipt, first; then its answers.
create function private.lock(subject text) returns void
language sql set search_path = '' as $$
  select pg_advisory_xact_lock(hashtextextended(subject, 0))
$$;

create function private.duration_of(seconds integer) returns private.duration
language sql immutable set search_path = '' as $$
  select (case when seconds < 60 then 'under_1' when seconds < 120 then 'm1_2' when seconds < 240 then 'm2_4' when seconds < 480 then 'm4_8' else 'm8_plus' end)::private.duration
$$;

create function private.keep_job_seeker(submission jsonb, held boolean, made_up boolean) returns boolean
language plpgsql set search_path = '' as $$
declare
  seconds constant integer := (submission ->> 'seconds')::numeric::integer;
  response private.job_seeker;
begin
  response.id := (submission ->> 'id')::uuid;
  response.receipt := decode(submission ->> 'receipt', 'hex');
  response.instrument := submission ->> 'instrument';
  response.submitted_on := (now() at time zone 'utc')::date;
  response.consent := submission ->> 'consent';
  response.kept_until := response.submitted_on + make_interval(months => (submission ->> 'months')::numeric::integer);
  response.duration := private.duration_of(seconds);
  response.channel := (submission ->> 'channel')::private.channel;
  response.revision := 1;
  response.f_burst := held;
  -- A key that no checked submission has: submit_response adds it.
  response.f_trap := submission ? 'trapped';
  response.made_up := made_up;
  response := private.judge_job_seeker(private.fill_job_seeker(response, submission -> 'answers'), seconds);
  insert into private.job_seeker values (response.*) on conflict do nothing;
  return found;
end $$;

create function private.keep_employer(submission jsonb, held boolean, made_up boolean) returns boolean
language plpgsql set search_path = '' as $$
declare
  seconds constant integer := (submission ->> 'seconds')::numeric::integer;
  response private.employer;
begin
  response.id := (submission ->> 'id')::uuid;
  response.receipt := decode(submission ->> 'receipt', 'hex');
  response.instrument := submission ->> 'instrument';
  response.submitted_on := (now() at time zone 'utc')::date;
  response.consent := submission ->> 'consent';
  response.kept_until := response.submitted_on + make_interval(months => (submission ->> 'months')::numeric::integer);
  response.duration := private.duration_of(seconds);
  response.channel := (submission ->> 'channel')::private.channel;
  response.revision := 1;
  response.f_burst := held;
  -- A key that no checked submission has: submit_response adds it.
  response.f_trap := submission ? 'trapped';
  response.made_up := made_up;
  response := private.judge_employer(private.fill_employer(response, submission -> 'answers'), seconds);
  insert into private.employer values (response.*) on conflict do nothing;
  return found;
end $$;

create function private.keep(submission jsonb, held boolean, made_up boolean) returns boolean
language plpgsql set search_path = '' as $$
begin
  case submission ->> 'side'
    when 'job_seeker' then return private.keep_job_seeker(submission, held, made_up);
    when 'employer' then return private.keep_employer(submission, held, made_up);
  end case;
end $$;

-- Null when neither the id nor the receipt is known on any side, true when one response has both, else false.
create function private.is_same_response(response uuid, code bytea) returns boolean
language sql stable set search_path = '' as $$
  select bool_or(id = response and receipt = code) from (
  select id, receipt from private.job_seeker where id = response or receipt = code
  union all
  select id, receipt from private.employer where id = response or receipt = code
  ) as kept
$$;

-- True when this call stored it; false when the id or the receipt was there before, or the response was withdrawn.
create function private.store(submission jsonb) returns boolean
language plpgsql set search_path = '' as $$
declare
  response constant uuid := (submission ->> 'id')::uuid;
begin
  -- The second of two calls with this id or this receipt waits here, finds the first and is not counted as an arrival.
  perform private.lock(response::text);
  perform private.lock(submission ->> 'receipt');
  -- One statement, so one snapshot: a withdrawal deletes the row and writes its tombstone in one transaction, so a late
  -- retry finds one or the other.
  if private.is_withdrawn(response)
    or private.is_same_response(response, decode(submission ->> 'receipt', 'hex')) is not null
  then
    return false;
  end if;
  -- Not every host has a scheduler in the database.
  if random() < 0.01 then
    perform private.expire_responses();
  end if;
  return private.keep(submission, private.arrives_in_burst(), false);
end $$;

-- Only functions of the exposed schema may call these.
revoke execute on all functions in schema private from public, anon, authenticated, service_role;
