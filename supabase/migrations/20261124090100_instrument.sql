-- Written by "npm run instrument" from src/survey/questionnaire.ts, version 1. Do not edit.

-- An enum for each code list

create type private.missing as enum ('dk', 'pnts', 'blank', 'na');
create type private.duration as enum ('under_1', 'm1_2', 'm2_4', 'm4_8', 'm8_plus');
create type private.channel as enum ('direct', 'linkedin', 'newsletter', 'university', 'other');
create type private.standing as enum ('counted', 'left_out', 'taken_out');
create type private.outcome as enum ('rejected_told', 'silent', 'withdrew', 'offered', 'in_progress', 'none_fit', 'dk', 'pnts', 'blank', 'na');
create type private.elapsed as enum ('lt45', 'd45_90', 'm3_6', 'm6_12', 'y1_2', 'gt2y', 'dk', 'pnts', 'blank', 'na');
create type private.stage as enum ('applied', 'screened', 'task', 'int1', 'int2', 'int3', 'dk', 'pnts', 'blank', 'na');
create type private.promise as enum ('kept', 'late', 'broken', 'none', 'dk', 'pnts', 'blank', 'na');
create type private.promise_by_employer as enum ('kept', 'late', 'none', 'dk', 'pnts', 'blank', 'na');
create type private.time as enum ('d2', 'd7', 'd14', 'd30', 'd45', 'd90', 'gt90', 'dk', 'pnts', 'blank', 'na');
create type private.time_by_employer as enum ('d2', 'd7', 'd14', 'd30', 'd45', 'd90', 'gt90', 'never', 'dk', 'pnts', 'blank', 'na');
create type private.explain as enum ('form', 'generic', 'specific', 'actionable', 'dk', 'pnts', 'blank', 'na');
create type private.explain_by_employer as enum ('nothing', 'form', 'generic', 'specific', 'actionable', 'varies', 'dk', 'pnts', 'blank', 'na');
create type private.asked as enum ('no', 'useful', 'vague', 'noreply', 'no_contact', 'dk', 'pnts', 'blank', 'na');
create type private.asked_by_employer as enum ('useful', 'vague', 'noreply', 'nobody', 'dk', 'pnts', 'blank', 'na');
create type private.clear as enum ('p1', 'p2', 'p3', 'p4', 'p5', 'dk', 'pnts', 'blank', 'na');
create type private.confidence as enum ('p1', 'p2', 'p3', 'p4', 'p5', 'dk', 'pnts', 'blank', 'na');
create type private.likely as enum ('p1', 'p2', 'p3', 'p4', 'p5', 'dk', 'pnts', 'blank', 'na');
create type private.wanted as enum ('quick_no', 'reason', 'compare', 'improve', 'talk', 'nothing', 'dk', 'pnts', 'blank', 'na');
create type private.role as enum ('recruiter_in', 'recruiter_agency', 'hr', 'manager', 'owner', 'interviewer', 'none', 'dk', 'pnts', 'blank', 'na');
create type private.volume as enum ('v1_10', 'v11_50', 'v51_200', 'v201_1000', 'v1000p', 'dk', 'pnts', 'blank', 'na');
create type private.band as enum ('none', 'lt25', 'q25_49', 'q50_74', 'q75_99', 'all', 'na_stage', 'dk', 'pnts', 'blank', 'na');
create type private.yes_no as enum ('yes', 'no', 'dk', 'pnts', 'blank', 'na');
create type private.claim as enum ('first', 'heard', 'no', 'dk', 'pnts', 'blank', 'na');
create type private.industry as enum ('tech', 'finance', 'health', 'education', 'public', 'manufacturing', 'construction', 'retail_hospitality', 'transport', 'professional', 'media_arts', 'nonprofit', 'agriculture', 'other', 'dk', 'pnts', 'blank', 'na');
create type private.org_size as enum ('s1_9', 's10_24', 's25_49', 's50_249', 's250_999', 's1000p', 'dk', 'pnts', 'blank', 'na');
create type private.seniority as enum ('entry', 'mid', 'senior', 'manager', 'exec', 'dk', 'pnts', 'blank', 'na');
create type private.region as enum ('us', 'ca', 'uk_ie', 'eu_eea_ch', 'europe_other', 'in', 'asia_other', 'anz', 'latam', 'mena', 'ssa', 'dk', 'pnts', 'blank', 'na');

-- A table for each side, a column for each question, constraints named after the question

create table private.job_seeker (
  id uuid primary key,
  receipt bytea unique check (octet_length(receipt) = 32),
  instrument text not null,
  submitted_on date not null default (now() at time zone 'utc')::date,
  consent text not null,
  duration private.duration not null,
  channel private.channel not null,
  revision integer not null check (revision >= 1),
  rules text not null,
  f_speed boolean not null,
  f_dup boolean not null,
  f_logic smallint not null check (f_logic >= 0),
  f_empty boolean not null,
  f_burst boolean not null,
  standing private.standing not null,
  since date not null,
  made_up boolean not null,
  answers_hash bytea not null check (octet_length(answers_hash) = 32),
  s_outcome private.outcome not null,
  s_elapsed private.elapsed not null,
  s_stage private.stage not null,
  s_hours integer,
  s_hours_missing private.missing,
  s_promised private.promise not null,
  s_time private.time not null,
  s_explanation private.explain not null,
  s_asked private.asked not null,
  s_clear private.clear not null,
  s_confidence private.confidence not null,
  s_again private.likely not null,
  s_wanted private.wanted not null,
  industry private.industry not null,
  org_size private.org_size not null,
  seniority private.seniority not null,
  region private.region not null,
  constraint s_outcome_offered check (s_outcome not in ('dk', 'pnts', 'blank')),
  constraint s_outcome_routing check ((s_outcome = 'na') = not true),
  constraint s_elapsed_routing check ((s_elapsed = 'na') = not s_outcome not in ('in_progress', 'none_fit')),
  constraint s_stage_offered check (s_stage not in ('dk', 'pnts', 'blank')),
  constraint s_stage_routing check ((s_stage = 'na') = not s_outcome not in ('in_progress', 'none_fit')),
  constraint s_hours_range check (s_hours between 0 and 500),
  constraint s_hours_one_value check (num_nonnulls(s_hours, s_hours_missing) = 1),
  constraint s_hours_routing check ((coalesce(s_hours_missing = 'na', false)) = not s_outcome not in ('in_progress', 'none_fit')),
  constraint s_promised_kept_routing check (s_promised <> 'kept' or s_outcome in ('rejected_told', 'offered')),
  constraint s_promised_late_routing check (s_promised <> 'late' or s_outcome in ('rejected_told', 'offered')),
  constraint s_promised_broken_routing check (s_promised <> 'broken' or s_outcome in ('silent')),
  constraint s_promised_routing check ((s_promised = 'na') = not (s_outcome not in ('in_progress', 'none_fit') and s_outcome in ('rejected_told', 'offered', 'silent'))),
  constraint s_time_routing check ((s_time = 'na') = not (s_outcome not in ('in_progress', 'none_fit') and s_outcome in ('rejected_told', 'offered'))),
  constraint s_explanation_routing check ((s_explanation = 'na') = not (s_outcome not in ('in_progress', 'none_fit') and s_outcome in ('rejected_told'))),
  constraint s_asked_offered check (s_asked not in ('dk')),
  constraint s_asked_routing check ((s_asked = 'na') = not (s_outcome not in ('in_progress', 'none_fit') and s_outcome in ('rejected_told', 'silent'))),
  constraint s_clear_offered check (s_clear not in ('dk')),
  constraint s_clear_routing check ((s_clear = 'na') = not (s_outcome not in ('in_progress', 'none_fit') and s_outcome in ('rejected_told', 'silent'))),
  constraint s_confidence_offered check (s_confidence not in ('dk')),
  constraint s_confidence_routing check ((s_confidence = 'na') = not (s_outcome not in ('in_progress', 'none_fit') and s_outcome not in ('withdrew'))),
  constraint s_again_offered check (s_again not in ('dk')),
  constraint s_again_routing check ((s_again = 'na') = not s_outcome not in ('in_progress', 'none_fit')),
  constraint s_wanted_routing check ((s_wanted = 'na') = not (s_outcome not in ('in_progress', 'none_fit') and s_outcome in ('rejected_told', 'silent'))),
  constraint industry_routing check ((industry = 'na') = not s_outcome not in ('in_progress', 'none_fit')),
  constraint org_size_routing check ((org_size = 'na') = not s_outcome not in ('in_progress', 'none_fit')),
  constraint seniority_offered check (seniority not in ('dk')),
  constraint seniority_routing check ((seniority = 'na') = not s_outcome not in ('in_progress', 'none_fit')),
  constraint region_offered check (region not in ('dk')),
  constraint region_routing check ((region = 'na') = not s_outcome not in ('in_progress', 'none_fit'))
);
comment on table private.job_seeker is 'Job seekers’ survey: one row a response, one column a question';
comment on column private.job_seeker.f_speed is 'The page was in use for less than 1 second for each item shown. Left out.';
comment on column private.job_seeker.f_dup is 'Every answer equals those of a response kept before on the same side and day, and at least 10 questions were answered. The first is counted, later ones are left out.';
comment on column private.job_seeker.f_logic is 'Answers that cannot both be true. One contradiction may be a slip and is counted as it stands; with 2 or more the response is left out.';
comment on column private.job_seeker.f_empty is 'Fewer than 5 answers, not counting “Don’t know” and “Prefer not to say”, from somebody who was asked at least 5 questions. Left out as partial.';
comment on column private.job_seeker.f_burst is 'More than 30 responses within an hour by one kind of link, and more than 5 times the median of the 24 hours before: those above are held back and looked at before the next release, and the decision is written down.';
comment on column private.job_seeker.s_outcome is 'How did it end?';
comment on column private.job_seeker.s_elapsed is 'When was your last step in it – applying, a test, a call or an interview?';
comment on column private.job_seeker.s_stage is 'What is the last of these that happened?';
comment on column private.job_seeker.s_hours is 'About how many hours did you put into it altogether? (hours)';
comment on column private.job_seeker.s_hours_missing is 'Why s_hours holds no number';
comment on column private.job_seeker.s_promised is 'Did anyone tell you when you would hear the outcome?';
comment on column private.job_seeker.s_time is 'After your last step, how long was it until you were told?';
comment on column private.job_seeker.s_explanation is 'What did the employer tell you about why you were not selected?';
comment on column private.job_seeker.s_asked is 'Did you ask for feedback?';
comment on column private.job_seeker.s_clear is 'How clear is it to you why you were not selected?';
comment on column private.job_seeker.s_confidence is 'How did the way this ended change your confidence in applying for other jobs?';
comment on column private.job_seeker.s_again is 'If a suitable job came up, how likely would you be to apply to this employer again?';
comment on column private.job_seeker.s_wanted is 'Which one of these would have been most useful to you?';
comment on column private.job_seeker.industry is 'What is the employer’s field?';
comment on column private.job_seeker.org_size is 'About how many people work there?';
comment on column private.job_seeker.seniority is 'What level was the job?';
comment on column private.job_seeker.region is 'Where was the job based? For remote jobs, where is the employer?';
alter table private.job_seeker enable row level security;
create index job_seeker_answers on private.job_seeker (submitted_on, answers_hash);
create index job_seeker_receipts on private.job_seeker (submitted_on) where receipt is not null;

create table private.employer (
  id uuid primary key,
  receipt bytea unique check (octet_length(receipt) = 32),
  instrument text not null,
  submitted_on date not null default (now() at time zone 'utc')::date,
  consent text not null,
  duration private.duration not null,
  channel private.channel not null,
  revision integer not null check (revision >= 1),
  rules text not null,
  f_speed boolean not null,
  f_dup boolean not null,
  f_logic smallint not null check (f_logic >= 0),
  f_empty boolean not null,
  f_burst boolean not null,
  standing private.standing not null,
  since date not null,
  made_up boolean not null,
  answers_hash bytea not null check (octet_length(answers_hash) = 32),
  e_role private.role not null,
  e_volume private.volume not null,
  e_told_applied private.band not null,
  e_told_screened private.band not null,
  e_told_interviewed private.band not null,
  e_reason_applied private.band not null,
  e_reason_screened private.band not null,
  e_reason_interviewed private.band not null,
  e_form private.explain_by_employer not null,
  e_promised private.promise_by_employer not null,
  e_time private.time_by_employer not null,
  e_asked private.asked_by_employer not null,
  e_barriers_legal private.yes_no not null,
  e_barriers_time private.yes_no not null,
  e_barriers_volume private.yes_no not null,
  e_barriers_policy private.yes_no not null,
  e_barriers_conflict private.yes_no not null,
  e_barriers_notes private.yes_no not null,
  e_barriers_wording private.yes_no not null,
  e_barriers_owner private.yes_no not null,
  e_barriers_doubt private.yes_no not null,
  e_has_rule_give private.yes_no not null,
  e_has_rule_not private.yes_no not null,
  e_has_template private.yes_no not null,
  e_has_training private.yes_no not null,
  e_has_scorecard private.yes_no not null,
  e_has_deadline private.yes_no not null,
  e_claim private.claim not null,
  e_wanted private.wanted not null,
  industry private.industry not null,
  org_size private.org_size not null,
  seniority private.seniority not null,
  region private.region not null,
  constraint e_role_offered check (e_role not in ('dk', 'pnts', 'blank')),
  constraint e_role_routing check ((e_role = 'na') = not true),
  constraint e_volume_routing check ((e_volume = 'na') = not e_role not in ('none')),
  constraint e_told_applied_routing check ((e_told_applied = 'na') = not e_role not in ('none')),
  constraint e_told_screened_routing check ((e_told_screened = 'na') = not e_role not in ('none')),
  constraint e_told_interviewed_routing check ((e_told_interviewed = 'na') = not e_role not in ('none')),
  constraint e_reason_applied_routing check ((e_reason_applied = 'na') = not (e_role not in ('none') and e_told_applied not in ('none', 'na_stage'))),
  constraint e_reason_screened_routing check ((e_reason_screened = 'na') = not (e_role not in ('none') and e_told_screened not in ('none', 'na_stage'))),
  constraint e_reason_interviewed_routing check ((e_reason_interviewed = 'na') = not (e_role not in ('none') and e_told_interviewed not in ('none', 'na_stage'))),
  constraint e_form_routing check ((e_form = 'na') = not e_role not in ('none')),
  constraint e_promised_routing check ((e_promised = 'na') = not e_role not in ('none')),
  constraint e_time_routing check ((e_time = 'na') = not e_role not in ('none')),
  constraint e_asked_routing check ((e_asked = 'na') = not e_role not in ('none')),
  constraint e_barriers_legal_offered check (e_barriers_legal not in ('dk', 'pnts')),
  constraint e_barriers_legal_routing check ((e_barriers_legal = 'na') = not e_role not in ('none')),
  constraint e_barriers_time_offered check (e_barriers_time not in ('dk', 'pnts')),
  constraint e_barriers_time_routing check ((e_barriers_time = 'na') = not e_role not in ('none')),
  constraint e_barriers_volume_offered check (e_barriers_volume not in ('dk', 'pnts')),
  constraint e_barriers_volume_routing check ((e_barriers_volume = 'na') = not e_role not in ('none')),
  constraint e_barriers_policy_offered check (e_barriers_policy not in ('dk', 'pnts')),
  constraint e_barriers_policy_routing check ((e_barriers_policy = 'na') = not e_role not in ('none')),
  constraint e_barriers_conflict_offered check (e_barriers_conflict not in ('dk', 'pnts')),
  constraint e_barriers_conflict_routing check ((e_barriers_conflict = 'na') = not e_role not in ('none')),
  constraint e_barriers_notes_offered check (e_barriers_notes not in ('dk', 'pnts')),
  constraint e_barriers_notes_routing check ((e_barriers_notes = 'na') = not e_role not in ('none')),
  constraint e_barriers_wording_offered check (e_barriers_wording not in ('dk', 'pnts')),
  constraint e_barriers_wording_routing check ((e_barriers_wording = 'na') = not e_role not in ('none')),
  constraint e_barriers_owner_offered check (e_barriers_owner not in ('dk', 'pnts')),
  constraint e_barriers_owner_routing check ((e_barriers_owner = 'na') = not e_role not in ('none')),
  constraint e_barriers_doubt_offered check (e_barriers_doubt not in ('dk', 'pnts')),
  constraint e_barriers_doubt_routing check ((e_barriers_doubt = 'na') = not e_role not in ('none')),
  constraint e_has_rule_give_offered check (e_has_rule_give not in ('pnts')),
  constraint e_has_rule_give_routing check ((e_has_rule_give = 'na') = not e_role not in ('none')),
  constraint e_has_rule_not_offered check (e_has_rule_not not in ('pnts')),
  constraint e_has_rule_not_routing check ((e_has_rule_not = 'na') = not e_role not in ('none')),
  constraint e_has_template_offered check (e_has_template not in ('pnts')),
  constraint e_has_template_routing check ((e_has_template = 'na') = not e_role not in ('none')),
  constraint e_has_training_offered check (e_has_training not in ('pnts')),
  constraint e_has_training_routing check ((e_has_training = 'na') = not e_role not in ('none')),
  constraint e_has_scorecard_offered check (e_has_scorecard not in ('pnts')),
  constraint e_has_scorecard_routing check ((e_has_scorecard = 'na') = not e_role not in ('none')),
  constraint e_has_deadline_offered check (e_has_deadline not in ('pnts')),
  constraint e_has_deadline_routing check ((e_has_deadline = 'na') = not e_role not in ('none')),
  constraint e_claim_routing check ((e_claim = 'na') = not e_role not in ('none')),
  constraint e_wanted_routing check ((e_wanted = 'na') = not e_role not in ('none')),
  constraint industry_routing check ((industry = 'na') = not e_role not in ('none')),
  constraint org_size_routing check ((org_size = 'na') = not e_role not in ('none')),
  constraint seniority_offered check (seniority not in ('dk')),
  constraint seniority_routing check ((seniority = 'na') = not e_role not in ('none')),
  constraint region_offered check (region not in ('dk')),
  constraint region_routing check ((region = 'na') = not e_role not in ('none'))
);
comment on table private.employer is 'Employers’ survey: one row a response, one column a question';
comment on column private.employer.f_speed is 'The page was in use for less than 1 second for each item shown. Left out.';
comment on column private.employer.f_dup is 'Every answer equals those of a response kept before on the same side and day, and at least 10 questions were answered. The first is counted, later ones are left out.';
comment on column private.employer.f_logic is 'Answers that cannot both be true. One contradiction may be a slip and is counted as it stands; with 2 or more the response is left out.';
comment on column private.employer.f_empty is 'Fewer than 5 answers, not counting “Don’t know” and “Prefer not to say”, from somebody who was asked at least 5 questions. Left out as partial.';
comment on column private.employer.f_burst is 'More than 30 responses within an hour by one kind of link, and more than 5 times the median of the 24 hours before: those above are held back and looked at before the next release, and the decision is written down.';
comment on column private.employer.e_role is 'In the last 12 months, what was your main part in hiring?';
comment on column private.employer.e_volume is 'About how many candidates did you turn down, or see turned down in hiring you worked on, in that time?';
comment on column private.employer.e_told_applied is 'People who only applied';
comment on column private.employer.e_told_screened is 'People who had a screening call, test or task';
comment on column private.employer.e_told_interviewed is 'People who were interviewed';
comment on column private.employer.e_reason_applied is 'People who only applied';
comment on column private.employer.e_reason_screened is 'People who had a screening call, test or task';
comment on column private.employer.e_reason_interviewed is 'People who were interviewed';
comment on column private.employer.e_form is 'What does an interviewed candidate you turn down usually get?';
comment on column private.employer.e_promised is 'Do you tell interviewed candidates when they will hear?';
comment on column private.employer.e_time is 'How long after the last step is an interviewed candidate usually told they were not selected?';
comment on column private.employer.e_asked is 'When a candidate you turned down asks for feedback, what usually happens?';
comment on column private.employer.e_barriers_legal is 'Worry about legal claims or complaints';
comment on column private.employer.e_barriers_time is 'Not enough time';
comment on column private.employer.e_barriers_volume is 'Too many candidates';
comment on column private.employer.e_barriers_policy is 'A rule against it';
comment on column private.employer.e_barriers_conflict is 'Worry about arguments or upset replies';
comment on column private.employer.e_barriers_notes is 'No notes or scores good enough to use';
comment on column private.employer.e_barriers_wording is 'Not knowing how to put it';
comment on column private.employer.e_barriers_owner is 'Not my call, or nobody is responsible';
comment on column private.employer.e_barriers_doubt is 'Candidates would not find it useful';
comment on column private.employer.e_has_rule_give is 'A written rule that turned-down candidates get feedback';
comment on column private.employer.e_has_rule_not is 'A written rule against it';
comment on column private.employer.e_has_template is 'Templates with room for a reason';
comment on column private.employer.e_has_training is 'Training in giving candidates feedback';
comment on column private.employer.e_has_scorecard is 'Scorecards or structured interview notes';
comment on column private.employer.e_has_deadline is 'A deadline for telling candidates';
comment on column private.employer.e_claim is 'In the last 3 years, do you know of a complaint or legal claim where you work that came from feedback given to a candidate?';
comment on column private.employer.e_wanted is 'Which one of these do you think is most useful to a candidate you turn down?';
comment on column private.employer.industry is 'What is your employer’s field?';
comment on column private.employer.org_size is 'About how many people work there?';
comment on column private.employer.seniority is 'What level are the jobs you mostly hire for?';
comment on column private.employer.region is 'Where are the jobs you mostly hire for?';
alter table private.employer enable row level security;
create index employer_answers on private.employer (submitted_on, answers_hash);
create index employer_receipts on private.employer (submitted_on) where receipt is not null;

-- Validation: what is wrong with a submission, in one sentence, checked before the constraints

create function private.job_seeker_problem(answers jsonb) returns text
language plpgsql immutable set search_path = '' as $$
declare
  problem text;
begin
  if answers is null or jsonb_typeof(answers) <> 'object' then return 'The answers must be one object that holds a code for each question.'; end if;
  if exists (select from jsonb_object_keys(answers) as key where key not in ('s_outcome', 's_elapsed', 's_stage', 's_hours', 's_promised', 's_time', 's_explanation', 's_asked', 's_clear', 's_confidence', 's_again', 's_wanted', 'industry', 'org_size', 'seniority', 'region')) then
    return 'One of the answers belongs to no question of this survey.';
  end if;
  if not (answers ? 's_outcome') and true then return '“How did it end?” needs an answer before you go on.'; end if;
  if answers ? 's_outcome' then
    problem := case when jsonb_typeof((answers -> 's_outcome')) = 'string' and ((answers -> 's_outcome') #>> '{}') in ('rejected_told', 'silent', 'withdrew', 'offered', 'in_progress', 'none_fit') then null else '“How did it end?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_elapsed' and not coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) then return '“When was your last step in it – applying, a test, a call or an interview?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_elapsed' then
    problem := case when jsonb_typeof((answers -> 's_elapsed')) = 'string' and ((answers -> 's_elapsed') #>> '{}') in ('lt45', 'd45_90', 'm3_6', 'm6_12', 'y1_2', 'gt2y', 'dk', 'pnts') then null else '“When was your last step in it – applying, a test, a call or an interview?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_stage' and not coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) then return '“What is the last of these that happened?” was answered although it is not asked on this route.'; end if;
  if not (answers ? 's_stage') and coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) then return '“What is the last of these that happened?” needs an answer before you go on.'; end if;
  if answers ? 's_stage' then
    problem := case when jsonb_typeof((answers -> 's_stage')) = 'string' and ((answers -> 's_stage') #>> '{}') in ('applied', 'screened', 'task', 'int1', 'int2', 'int3') then null else '“What is the last of these that happened?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_hours' and not coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) then return '“About how many hours did you put into it altogether?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_hours' then
    problem := case
      when jsonb_typeof((answers -> 's_hours')) = 'number' and ((answers -> 's_hours'))::numeric between 0 and 500 and ((answers -> 's_hours'))::numeric = trunc(((answers -> 's_hours'))::numeric) then null
      when jsonb_typeof((answers -> 's_hours')) = 'string' and ((answers -> 's_hours') #>> '{}') in ('dk', 'pnts') then null
      else '“About how many hours did you put into it altogether?” takes one whole number from 0 to 500.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_promised' and not (coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) and coalesce(answers ->> 's_outcome' in ('rejected_told', 'offered', 'silent'), false)) then return '“Did anyone tell you when you would hear the outcome?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_promised' then
    problem := case when jsonb_typeof((answers -> 's_promised')) = 'string' and ((answers -> 's_promised') #>> '{}') in ('kept', 'late', 'broken', 'none', 'dk', 'pnts') and (((answers -> 's_promised') #>> '{}') <> 'kept' or coalesce(answers ->> 's_outcome' in ('rejected_told', 'offered'), false)) and (((answers -> 's_promised') #>> '{}') <> 'late' or coalesce(answers ->> 's_outcome' in ('rejected_told', 'offered'), false)) and (((answers -> 's_promised') #>> '{}') <> 'broken' or coalesce(answers ->> 's_outcome' in ('silent'), false)) then null else '“Did anyone tell you when you would hear the outcome?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_time' and not (coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) and coalesce(answers ->> 's_outcome' in ('rejected_told', 'offered'), false)) then return '“After your last step, how long was it until you were told?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_time' then
    problem := case when jsonb_typeof((answers -> 's_time')) = 'string' and ((answers -> 's_time') #>> '{}') in ('d2', 'd7', 'd14', 'd30', 'd45', 'd90', 'gt90', 'dk', 'pnts') then null else '“After your last step, how long was it until you were told?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_explanation' and not (coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) and coalesce(answers ->> 's_outcome' in ('rejected_told'), false)) then return '“What did the employer tell you about why you were not selected?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_explanation' then
    problem := case when jsonb_typeof((answers -> 's_explanation')) = 'string' and ((answers -> 's_explanation') #>> '{}') in ('form', 'generic', 'specific', 'actionable', 'dk', 'pnts') then null else '“What did the employer tell you about why you were not selected?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_asked' and not (coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) and coalesce(answers ->> 's_outcome' in ('rejected_told', 'silent'), false)) then return '“Did you ask for feedback?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_asked' then
    problem := case when jsonb_typeof((answers -> 's_asked')) = 'string' and ((answers -> 's_asked') #>> '{}') in ('no', 'useful', 'vague', 'noreply', 'no_contact', 'pnts') then null else '“Did you ask for feedback?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_clear' and not (coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) and coalesce(answers ->> 's_outcome' in ('rejected_told', 'silent'), false)) then return '“How clear is it to you why you were not selected?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_clear' then
    problem := case when jsonb_typeof((answers -> 's_clear')) = 'string' and ((answers -> 's_clear') #>> '{}') in ('p1', 'p2', 'p3', 'p4', 'p5', 'pnts') then null else '“How clear is it to you why you were not selected?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_confidence' and not (coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) and coalesce(answers ->> 's_outcome' not in ('withdrew'), true)) then return '“How did the way this ended change your confidence in applying for other jobs?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_confidence' then
    problem := case when jsonb_typeof((answers -> 's_confidence')) = 'string' and ((answers -> 's_confidence') #>> '{}') in ('p1', 'p2', 'p3', 'p4', 'p5', 'pnts') then null else '“How did the way this ended change your confidence in applying for other jobs?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_again' and not coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) then return '“If a suitable job came up, how likely would you be to apply to this employer again?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_again' then
    problem := case when jsonb_typeof((answers -> 's_again')) = 'string' and ((answers -> 's_again') #>> '{}') in ('p1', 'p2', 'p3', 'p4', 'p5', 'pnts') then null else '“If a suitable job came up, how likely would you be to apply to this employer again?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 's_wanted' and not (coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) and coalesce(answers ->> 's_outcome' in ('rejected_told', 'silent'), false)) then return '“Which one of these would have been most useful to you?” was answered although it is not asked on this route.'; end if;
  if answers ? 's_wanted' then
    problem := case when jsonb_typeof((answers -> 's_wanted')) = 'string' and ((answers -> 's_wanted') #>> '{}') in ('quick_no', 'reason', 'compare', 'improve', 'talk', 'nothing', 'dk', 'pnts') then null else '“Which one of these would have been most useful to you?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'industry' and not coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) then return '“What is the employer’s field?” was answered although it is not asked on this route.'; end if;
  if answers ? 'industry' then
    problem := case when jsonb_typeof((answers -> 'industry')) = 'string' and ((answers -> 'industry') #>> '{}') in ('tech', 'finance', 'health', 'education', 'public', 'manufacturing', 'construction', 'retail_hospitality', 'transport', 'professional', 'media_arts', 'nonprofit', 'agriculture', 'other', 'dk', 'pnts') then null else '“What is the employer’s field?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'org_size' and not coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) then return '“About how many people work there?” was answered although it is not asked on this route.'; end if;
  if answers ? 'org_size' then
    problem := case when jsonb_typeof((answers -> 'org_size')) = 'string' and ((answers -> 'org_size') #>> '{}') in ('s1_9', 's10_24', 's25_49', 's50_249', 's250_999', 's1000p', 'dk', 'pnts') then null else '“About how many people work there?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'seniority' and not coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) then return '“What level was the job?” was answered although it is not asked on this route.'; end if;
  if answers ? 'seniority' then
    problem := case when jsonb_typeof((answers -> 'seniority')) = 'string' and ((answers -> 'seniority') #>> '{}') in ('entry', 'mid', 'senior', 'manager', 'exec', 'pnts') then null else '“What level was the job?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'region' and not coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) then return '“Where was the job based? For remote jobs, where is the employer?” was answered although it is not asked on this route.'; end if;
  if answers ? 'region' then
    problem := case when jsonb_typeof((answers -> 'region')) = 'string' and ((answers -> 'region') #>> '{}') in ('us', 'ca', 'uk_ie', 'eu_eea_ch', 'europe_other', 'in', 'asia_other', 'anz', 'latam', 'mena', 'ssa', 'pnts') then null else '“Where was the job based? For remote jobs, where is the employer?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  return null;
end $$;

create function private.employer_problem(answers jsonb) returns text
language plpgsql immutable set search_path = '' as $$
declare
  problem text;
begin
  if answers is null or jsonb_typeof(answers) <> 'object' then return 'The answers must be one object that holds a code for each question.'; end if;
  if exists (select from jsonb_object_keys(answers) as key where key not in ('e_role', 'e_volume', 'e_told_applied', 'e_told_screened', 'e_told_interviewed', 'e_reason_applied', 'e_reason_screened', 'e_reason_interviewed', 'e_form', 'e_promised', 'e_time', 'e_asked', 'e_barriers_legal', 'e_barriers_time', 'e_barriers_volume', 'e_barriers_policy', 'e_barriers_conflict', 'e_barriers_notes', 'e_barriers_wording', 'e_barriers_owner', 'e_barriers_doubt', 'e_has_rule_give', 'e_has_rule_not', 'e_has_template', 'e_has_training', 'e_has_scorecard', 'e_has_deadline', 'e_claim', 'e_wanted', 'industry', 'org_size', 'seniority', 'region')) then
    return 'One of the answers belongs to no question of this survey.';
  end if;
  if not (answers ? 'e_role') and true then return '“In the last 12 months, what was your main part in hiring?” needs an answer before you go on.'; end if;
  if answers ? 'e_role' then
    problem := case when jsonb_typeof((answers -> 'e_role')) = 'string' and ((answers -> 'e_role') #>> '{}') in ('recruiter_in', 'recruiter_agency', 'hr', 'manager', 'owner', 'interviewer', 'none') then null else '“In the last 12 months, what was your main part in hiring?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_volume' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“About how many candidates did you turn down, or see turned down in hiring you worked on, in that time?” was answered although it is not asked on this route.'; end if;
  if answers ? 'e_volume' then
    problem := case when jsonb_typeof((answers -> 'e_volume')) = 'string' and ((answers -> 'e_volume') #>> '{}') in ('v1_10', 'v11_50', 'v51_200', 'v201_1000', 'v1000p', 'dk', 'pnts') then null else '“About how many candidates did you turn down, or see turned down in hiring you worked on, in that time?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_told_applied' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Of the people you did not select, about how many were told so?” (People who only applied) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_told_applied' then
    problem := case when jsonb_typeof((answers -> 'e_told_applied')) = 'string' and ((answers -> 'e_told_applied') #>> '{}') in ('none', 'lt25', 'q25_49', 'q50_74', 'q75_99', 'all', 'na_stage', 'dk', 'pnts') then null else '“Of the people you did not select, about how many were told so?” (People who only applied) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_told_screened' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Of the people you did not select, about how many were told so?” (People who had a screening call, test or task) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_told_screened' then
    problem := case when jsonb_typeof((answers -> 'e_told_screened')) = 'string' and ((answers -> 'e_told_screened') #>> '{}') in ('none', 'lt25', 'q25_49', 'q50_74', 'q75_99', 'all', 'na_stage', 'dk', 'pnts') then null else '“Of the people you did not select, about how many were told so?” (People who had a screening call, test or task) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_told_interviewed' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Of the people you did not select, about how many were told so?” (People who were interviewed) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_told_interviewed' then
    problem := case when jsonb_typeof((answers -> 'e_told_interviewed')) = 'string' and ((answers -> 'e_told_interviewed') #>> '{}') in ('none', 'lt25', 'q25_49', 'q50_74', 'q75_99', 'all', 'na_stage', 'dk', 'pnts') then null else '“Of the people you did not select, about how many were told so?” (People who were interviewed) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_reason_applied' and not (coalesce(answers ->> 'e_role' not in ('none'), true) and coalesce(answers ->> 'e_told_applied' not in ('none', 'na_stage'), true)) then return '“And about how many were given a reason that was specific to them?” (People who only applied) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_reason_applied' then
    problem := case when jsonb_typeof((answers -> 'e_reason_applied')) = 'string' and ((answers -> 'e_reason_applied') #>> '{}') in ('none', 'lt25', 'q25_49', 'q50_74', 'q75_99', 'all', 'na_stage', 'dk', 'pnts') then null else '“And about how many were given a reason that was specific to them?” (People who only applied) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_reason_screened' and not (coalesce(answers ->> 'e_role' not in ('none'), true) and coalesce(answers ->> 'e_told_screened' not in ('none', 'na_stage'), true)) then return '“And about how many were given a reason that was specific to them?” (People who had a screening call, test or task) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_reason_screened' then
    problem := case when jsonb_typeof((answers -> 'e_reason_screened')) = 'string' and ((answers -> 'e_reason_screened') #>> '{}') in ('none', 'lt25', 'q25_49', 'q50_74', 'q75_99', 'all', 'na_stage', 'dk', 'pnts') then null else '“And about how many were given a reason that was specific to them?” (People who had a screening call, test or task) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_reason_interviewed' and not (coalesce(answers ->> 'e_role' not in ('none'), true) and coalesce(answers ->> 'e_told_interviewed' not in ('none', 'na_stage'), true)) then return '“And about how many were given a reason that was specific to them?” (People who were interviewed) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_reason_interviewed' then
    problem := case when jsonb_typeof((answers -> 'e_reason_interviewed')) = 'string' and ((answers -> 'e_reason_interviewed') #>> '{}') in ('none', 'lt25', 'q25_49', 'q50_74', 'q75_99', 'all', 'na_stage', 'dk', 'pnts') then null else '“And about how many were given a reason that was specific to them?” (People who were interviewed) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_form' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“What does an interviewed candidate you turn down usually get?” was answered although it is not asked on this route.'; end if;
  if answers ? 'e_form' then
    problem := case when jsonb_typeof((answers -> 'e_form')) = 'string' and ((answers -> 'e_form') #>> '{}') in ('nothing', 'form', 'generic', 'specific', 'actionable', 'varies', 'dk', 'pnts') then null else '“What does an interviewed candidate you turn down usually get?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_promised' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Do you tell interviewed candidates when they will hear?” was answered although it is not asked on this route.'; end if;
  if answers ? 'e_promised' then
    problem := case when jsonb_typeof((answers -> 'e_promised')) = 'string' and ((answers -> 'e_promised') #>> '{}') in ('kept', 'late', 'none', 'dk', 'pnts') then null else '“Do you tell interviewed candidates when they will hear?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_time' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“How long after the last step is an interviewed candidate usually told they were not selected?” was answered although it is not asked on this route.'; end if;
  if answers ? 'e_time' then
    problem := case when jsonb_typeof((answers -> 'e_time')) = 'string' and ((answers -> 'e_time') #>> '{}') in ('d2', 'd7', 'd14', 'd30', 'd45', 'd90', 'gt90', 'never', 'dk', 'pnts') then null else '“How long after the last step is an interviewed candidate usually told they were not selected?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_asked' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“When a candidate you turned down asks for feedback, what usually happens?” was answered although it is not asked on this route.'; end if;
  if answers ? 'e_asked' then
    problem := case when jsonb_typeof((answers -> 'e_asked')) = 'string' and ((answers -> 'e_asked') #>> '{}') in ('useful', 'vague', 'noreply', 'nobody', 'dk', 'pnts') then null else '“When a candidate you turned down asks for feedback, what usually happens?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_legal' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Do any of these keep you from giving candidates more feedback?” (Worry about legal claims or complaints) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_barriers_legal' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_legal')) = 'string' and ((answers -> 'e_barriers_legal') #>> '{}') in ('yes', 'no') then null else '“Do any of these keep you from giving candidates more feedback?” (Worry about legal claims or complaints) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_time' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Do any of these keep you from giving candidates more feedback?” (Not enough time) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_barriers_time' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_time')) = 'string' and ((answers -> 'e_barriers_time') #>> '{}') in ('yes', 'no') then null else '“Do any of these keep you from giving candidates more feedback?” (Not enough time) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_volume' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Do any of these keep you from giving candidates more feedback?” (Too many candidates) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_barriers_volume' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_volume')) = 'string' and ((answers -> 'e_barriers_volume') #>> '{}') in ('yes', 'no') then null else '“Do any of these keep you from giving candidates more feedback?” (Too many candidates) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_policy' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Do any of these keep you from giving candidates more feedback?” (A rule against it) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_barriers_policy' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_policy')) = 'string' and ((answers -> 'e_barriers_policy') #>> '{}') in ('yes', 'no') then null else '“Do any of these keep you from giving candidates more feedback?” (A rule against it) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_conflict' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Do any of these keep you from giving candidates more feedback?” (Worry about arguments or upset replies) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_barriers_conflict' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_conflict')) = 'string' and ((answers -> 'e_barriers_conflict') #>> '{}') in ('yes', 'no') then null else '“Do any of these keep you from giving candidates more feedback?” (Worry about arguments or upset replies) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_notes' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Do any of these keep you from giving candidates more feedback?” (No notes or scores good enough to use) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_barriers_notes' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_notes')) = 'string' and ((answers -> 'e_barriers_notes') #>> '{}') in ('yes', 'no') then null else '“Do any of these keep you from giving candidates more feedback?” (No notes or scores good enough to use) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_wording' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Do any of these keep you from giving candidates more feedback?” (Not knowing how to put it) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_barriers_wording' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_wording')) = 'string' and ((answers -> 'e_barriers_wording') #>> '{}') in ('yes', 'no') then null else '“Do any of these keep you from giving candidates more feedback?” (Not knowing how to put it) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_owner' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Do any of these keep you from giving candidates more feedback?” (Not my call, or nobody is responsible) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_barriers_owner' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_owner')) = 'string' and ((answers -> 'e_barriers_owner') #>> '{}') in ('yes', 'no') then null else '“Do any of these keep you from giving candidates more feedback?” (Not my call, or nobody is responsible) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_barriers_doubt' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Do any of these keep you from giving candidates more feedback?” (Candidates would not find it useful) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_barriers_doubt' then
    problem := case when jsonb_typeof((answers -> 'e_barriers_doubt')) = 'string' and ((answers -> 'e_barriers_doubt') #>> '{}') in ('yes', 'no') then null else '“Do any of these keep you from giving candidates more feedback?” (Candidates would not find it useful) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_has_rule_give' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Which of these exist where you hire?” (A written rule that turned-down candidates get feedback) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_has_rule_give' then
    problem := case when jsonb_typeof((answers -> 'e_has_rule_give')) = 'string' and ((answers -> 'e_has_rule_give') #>> '{}') in ('yes', 'no', 'dk') then null else '“Which of these exist where you hire?” (A written rule that turned-down candidates get feedback) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_has_rule_not' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Which of these exist where you hire?” (A written rule against it) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_has_rule_not' then
    problem := case when jsonb_typeof((answers -> 'e_has_rule_not')) = 'string' and ((answers -> 'e_has_rule_not') #>> '{}') in ('yes', 'no', 'dk') then null else '“Which of these exist where you hire?” (A written rule against it) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_has_template' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Which of these exist where you hire?” (Templates with room for a reason) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_has_template' then
    problem := case when jsonb_typeof((answers -> 'e_has_template')) = 'string' and ((answers -> 'e_has_template') #>> '{}') in ('yes', 'no', 'dk') then null else '“Which of these exist where you hire?” (Templates with room for a reason) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_has_training' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Which of these exist where you hire?” (Training in giving candidates feedback) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_has_training' then
    problem := case when jsonb_typeof((answers -> 'e_has_training')) = 'string' and ((answers -> 'e_has_training') #>> '{}') in ('yes', 'no', 'dk') then null else '“Which of these exist where you hire?” (Training in giving candidates feedback) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_has_scorecard' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Which of these exist where you hire?” (Scorecards or structured interview notes) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_has_scorecard' then
    problem := case when jsonb_typeof((answers -> 'e_has_scorecard')) = 'string' and ((answers -> 'e_has_scorecard') #>> '{}') in ('yes', 'no', 'dk') then null else '“Which of these exist where you hire?” (Scorecards or structured interview notes) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_has_deadline' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Which of these exist where you hire?” (A deadline for telling candidates) was answered although it is not asked on this route.'; end if;
  if answers ? 'e_has_deadline' then
    problem := case when jsonb_typeof((answers -> 'e_has_deadline')) = 'string' and ((answers -> 'e_has_deadline') #>> '{}') in ('yes', 'no', 'dk') then null else '“Which of these exist where you hire?” (A deadline for telling candidates) was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_claim' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“In the last 3 years, do you know of a complaint or legal claim where you work that came from feedback given to a candidate?” was answered although it is not asked on this route.'; end if;
  if answers ? 'e_claim' then
    problem := case when jsonb_typeof((answers -> 'e_claim')) = 'string' and ((answers -> 'e_claim') #>> '{}') in ('first', 'heard', 'no', 'dk', 'pnts') then null else '“In the last 3 years, do you know of a complaint or legal claim where you work that came from feedback given to a candidate?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'e_wanted' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Which one of these do you think is most useful to a candidate you turn down?” was answered although it is not asked on this route.'; end if;
  if answers ? 'e_wanted' then
    problem := case when jsonb_typeof((answers -> 'e_wanted')) = 'string' and ((answers -> 'e_wanted') #>> '{}') in ('quick_no', 'reason', 'compare', 'improve', 'talk', 'nothing', 'dk', 'pnts') then null else '“Which one of these do you think is most useful to a candidate you turn down?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'industry' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“What is your employer’s field?” was answered although it is not asked on this route.'; end if;
  if answers ? 'industry' then
    problem := case when jsonb_typeof((answers -> 'industry')) = 'string' and ((answers -> 'industry') #>> '{}') in ('tech', 'finance', 'health', 'education', 'public', 'manufacturing', 'construction', 'retail_hospitality', 'transport', 'professional', 'media_arts', 'nonprofit', 'agriculture', 'other', 'dk', 'pnts') then null else '“What is your employer’s field?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'org_size' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“About how many people work there?” was answered although it is not asked on this route.'; end if;
  if answers ? 'org_size' then
    problem := case when jsonb_typeof((answers -> 'org_size')) = 'string' and ((answers -> 'org_size') #>> '{}') in ('s1_9', 's10_24', 's25_49', 's50_249', 's250_999', 's1000p', 'dk', 'pnts') then null else '“About how many people work there?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'seniority' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“What level are the jobs you mostly hire for?” was answered although it is not asked on this route.'; end if;
  if answers ? 'seniority' then
    problem := case when jsonb_typeof((answers -> 'seniority')) = 'string' and ((answers -> 'seniority') #>> '{}') in ('entry', 'mid', 'senior', 'manager', 'exec', 'pnts') then null else '“What level are the jobs you mostly hire for?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  if answers ? 'region' and not coalesce(answers ->> 'e_role' not in ('none'), true) then return '“Where are the jobs you mostly hire for?” was answered although it is not asked on this route.'; end if;
  if answers ? 'region' then
    problem := case when jsonb_typeof((answers -> 'region')) = 'string' and ((answers -> 'region') #>> '{}') in ('us', 'ca', 'uk_ie', 'eu_eea_ch', 'europe_other', 'in', 'asia_other', 'anz', 'latam', 'mena', 'ssa', 'pnts') then null else '“Where are the jobs you mostly hire for?” was answered with something it does not offer.' end;
    if problem is not null then return problem; end if;
  end if;
  return null;
end $$;

create function private.answers_problem(side text, answers jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  case side
    when 'job_seeker' then return private.job_seeker_problem(answers);
    when 'employer' then return private.employer_problem(answers);
    else return 'Say which survey this is, job_seeker or employer.';
  end case;
end $$;

create function private.submission_problem(submission jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if submission is null or jsonb_typeof(submission) <> 'object'
    or exists (select from jsonb_object_keys(submission) as key where key not in ('id', 'side', 'instrument', 'consent', 'receipt', 'answers', 'seconds', 'channel'))
  then return 'A submission is one object with id, side, instrument, consent, receipt, answers, seconds and channel, and nothing else.'; end if;
  if not coalesce(jsonb_typeof(submission -> 'id') = 'string' and submission ->> 'id' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$', false) then return 'A response needs an id of its own, a UUID in small letters.'; end if;
  if not coalesce(jsonb_typeof(submission -> 'receipt') = 'string' and submission ->> 'receipt' ~ '^[0-9a-f]{64}$', false) then return 'A response needs the SHA-256 of its receipt code, 64 hexadecimal digits.'; end if;
  if not submission -> 'instrument' is not distinct from to_jsonb('1'::text) then return 'The survey has changed since this page was opened: reload it and send again.'; end if;
  if not submission -> 'consent' is not distinct from to_jsonb('1'::text) then return 'Answers can only be kept with your agreement to the present text: reload the page, read it and send again.'; end if;
  if not coalesce(case when jsonb_typeof(submission -> 'seconds') = 'number' then (submission ->> 'seconds')::numeric end between 0 and 86400 and case when jsonb_typeof(submission -> 'seconds') = 'number' then (submission ->> 'seconds')::numeric end = trunc(case when jsonb_typeof(submission -> 'seconds') = 'number' then (submission ->> 'seconds')::numeric end), false) then return 'The time taken must be in whole seconds, from 0 to 86400.'; end if;
  if not coalesce(jsonb_typeof(submission -> 'channel') = 'string' and submission ->> 'channel' in ('direct', 'linkedin', 'newsletter', 'university', 'other'), false) then return 'A response comes by one of these: direct, linkedin, newsletter, university, other.'; end if;
  return private.answers_problem(submission ->> 'side', submission -> 'answers');
end $$;

-- The same for a correction of answers that one side has given.
create function private.correction_problem(side text, correction jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if correction -> 'instrument' is distinct from to_jsonb('1'::text) then return 'The survey has changed since this page was opened: reload it and send again.'; end if;
  return private.answers_problem(side, correction -> 'answers');
end $$;

create function private.too_large(submission jsonb) returns text
language sql immutable set search_path = '' as $$
  select case when octet_length(submission::text) > 16384 then 'That is longer than any answer to this survey can be.' end
$$;

-- From answers to a row and back

create function private.fill_job_seeker(response private.job_seeker, answers jsonb) returns private.job_seeker
language plpgsql stable set search_path = '' as $$
begin
  response.s_outcome := coalesce((answers -> 's_outcome') #>> '{}', 'blank')::private.outcome;
  response.s_elapsed := coalesce((answers -> 's_elapsed') #>> '{}', case when coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) then 'blank' else 'na' end)::private.elapsed;
  response.s_stage := coalesce((answers -> 's_stage') #>> '{}', case when coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) then 'blank' else 'na' end)::private.stage;
  response.s_hours := case when jsonb_typeof((answers -> 's_hours')) = 'number' then ((answers -> 's_hours'))::numeric::integer end;
  response.s_hours_missing := case when jsonb_typeof((answers -> 's_hours')) = 'number' then null else coalesce((answers -> 's_hours') #>> '{}', case when coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) then 'blank' else 'na' end)::private.missing end;
  response.s_promised := coalesce((answers -> 's_promised') #>> '{}', case when (coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) and coalesce(answers ->> 's_outcome' in ('rejected_told', 'offered', 'silent'), false)) then 'blank' else 'na' end)::private.promise;
  response.s_time := coalesce((answers -> 's_time') #>> '{}', case when (coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) and coalesce(answers ->> 's_outcome' in ('rejected_told', 'offered'), false)) then 'blank' else 'na' end)::private.time;
  response.s_explanation := coalesce((answers -> 's_explanation') #>> '{}', case when (coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) and coalesce(answers ->> 's_outcome' in ('rejected_told'), false)) then 'blank' else 'na' end)::private.explain;
  response.s_asked := coalesce((answers -> 's_asked') #>> '{}', case when (coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) and coalesce(answers ->> 's_outcome' in ('rejected_told', 'silent'), false)) then 'blank' else 'na' end)::private.asked;
  response.s_clear := coalesce((answers -> 's_clear') #>> '{}', case when (coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) and coalesce(answers ->> 's_outcome' in ('rejected_told', 'silent'), false)) then 'blank' else 'na' end)::private.clear;
  response.s_confidence := coalesce((answers -> 's_confidence') #>> '{}', case when (coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) and coalesce(answers ->> 's_outcome' not in ('withdrew'), true)) then 'blank' else 'na' end)::private.confidence;
  response.s_again := coalesce((answers -> 's_again') #>> '{}', case when coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) then 'blank' else 'na' end)::private.likely;
  response.s_wanted := coalesce((answers -> 's_wanted') #>> '{}', case when (coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) and coalesce(answers ->> 's_outcome' in ('rejected_told', 'silent'), false)) then 'blank' else 'na' end)::private.wanted;
  response.industry := coalesce((answers -> 'industry') #>> '{}', case when coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) then 'blank' else 'na' end)::private.industry;
  response.org_size := coalesce((answers -> 'org_size') #>> '{}', case when coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) then 'blank' else 'na' end)::private.org_size;
  response.seniority := coalesce((answers -> 'seniority') #>> '{}', case when coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) then 'blank' else 'na' end)::private.seniority;
  response.region := coalesce((answers -> 'region') #>> '{}', case when coalesce(answers ->> 's_outcome' not in ('in_progress', 'none_fit'), true) then 'blank' else 'na' end)::private.region;
  return response;
end $$;

create function private.job_seeker_answers(response private.job_seeker) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_object_agg(sent.variable, sent.answer), '{}')
  from (select (response).*) as kept, lateral (values
    ('s_outcome', case when s_outcome not in ('blank', 'na') then to_jsonb(s_outcome) end),
    ('s_elapsed', case when s_elapsed not in ('blank', 'na') then to_jsonb(s_elapsed) end),
    ('s_stage', case when s_stage not in ('blank', 'na') then to_jsonb(s_stage) end),
    ('s_hours', case when s_hours is not null then to_jsonb(s_hours) when s_hours_missing not in ('blank', 'na') then to_jsonb(s_hours_missing) end),
    ('s_promised', case when s_promised not in ('blank', 'na') then to_jsonb(s_promised) end),
    ('s_time', case when s_time not in ('blank', 'na') then to_jsonb(s_time) end),
    ('s_explanation', case when s_explanation not in ('blank', 'na') then to_jsonb(s_explanation) end),
    ('s_asked', case when s_asked not in ('blank', 'na') then to_jsonb(s_asked) end),
    ('s_clear', case when s_clear not in ('blank', 'na') then to_jsonb(s_clear) end),
    ('s_confidence', case when s_confidence not in ('blank', 'na') then to_jsonb(s_confidence) end),
    ('s_again', case when s_again not in ('blank', 'na') then to_jsonb(s_again) end),
    ('s_wanted', case when s_wanted not in ('blank', 'na') then to_jsonb(s_wanted) end),
    ('industry', case when industry not in ('blank', 'na') then to_jsonb(industry) end),
    ('org_size', case when org_size not in ('blank', 'na') then to_jsonb(org_size) end),
    ('seniority', case when seniority not in ('blank', 'na') then to_jsonb(seniority) end),
    ('region', case when region not in ('blank', 'na') then to_jsonb(region) end)
  ) as sent (variable, answer)
  where sent.answer is not null
$$;

create function private.fill_employer(response private.employer, answers jsonb) returns private.employer
language plpgsql stable set search_path = '' as $$
begin
  response.e_role := coalesce((answers -> 'e_role') #>> '{}', 'blank')::private.role;
  response.e_volume := coalesce((answers -> 'e_volume') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.volume;
  response.e_told_applied := coalesce((answers -> 'e_told_applied') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.band;
  response.e_told_screened := coalesce((answers -> 'e_told_screened') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.band;
  response.e_told_interviewed := coalesce((answers -> 'e_told_interviewed') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.band;
  response.e_reason_applied := coalesce((answers -> 'e_reason_applied') #>> '{}', case when (coalesce(answers ->> 'e_role' not in ('none'), true) and coalesce(answers ->> 'e_told_applied' not in ('none', 'na_stage'), true)) then 'blank' else 'na' end)::private.band;
  response.e_reason_screened := coalesce((answers -> 'e_reason_screened') #>> '{}', case when (coalesce(answers ->> 'e_role' not in ('none'), true) and coalesce(answers ->> 'e_told_screened' not in ('none', 'na_stage'), true)) then 'blank' else 'na' end)::private.band;
  response.e_reason_interviewed := coalesce((answers -> 'e_reason_interviewed') #>> '{}', case when (coalesce(answers ->> 'e_role' not in ('none'), true) and coalesce(answers ->> 'e_told_interviewed' not in ('none', 'na_stage'), true)) then 'blank' else 'na' end)::private.band;
  response.e_form := coalesce((answers -> 'e_form') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.explain_by_employer;
  response.e_promised := coalesce((answers -> 'e_promised') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.promise_by_employer;
  response.e_time := coalesce((answers -> 'e_time') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.time_by_employer;
  response.e_asked := coalesce((answers -> 'e_asked') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.asked_by_employer;
  response.e_barriers_legal := coalesce((answers -> 'e_barriers_legal') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.yes_no;
  response.e_barriers_time := coalesce((answers -> 'e_barriers_time') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.yes_no;
  response.e_barriers_volume := coalesce((answers -> 'e_barriers_volume') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.yes_no;
  response.e_barriers_policy := coalesce((answers -> 'e_barriers_policy') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.yes_no;
  response.e_barriers_conflict := coalesce((answers -> 'e_barriers_conflict') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.yes_no;
  response.e_barriers_notes := coalesce((answers -> 'e_barriers_notes') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.yes_no;
  response.e_barriers_wording := coalesce((answers -> 'e_barriers_wording') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.yes_no;
  response.e_barriers_owner := coalesce((answers -> 'e_barriers_owner') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.yes_no;
  response.e_barriers_doubt := coalesce((answers -> 'e_barriers_doubt') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.yes_no;
  response.e_has_rule_give := coalesce((answers -> 'e_has_rule_give') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.yes_no;
  response.e_has_rule_not := coalesce((answers -> 'e_has_rule_not') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.yes_no;
  response.e_has_template := coalesce((answers -> 'e_has_template') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.yes_no;
  response.e_has_training := coalesce((answers -> 'e_has_training') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.yes_no;
  response.e_has_scorecard := coalesce((answers -> 'e_has_scorecard') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.yes_no;
  response.e_has_deadline := coalesce((answers -> 'e_has_deadline') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.yes_no;
  response.e_claim := coalesce((answers -> 'e_claim') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.claim;
  response.e_wanted := coalesce((answers -> 'e_wanted') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.wanted;
  response.industry := coalesce((answers -> 'industry') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.industry;
  response.org_size := coalesce((answers -> 'org_size') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.org_size;
  response.seniority := coalesce((answers -> 'seniority') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.seniority;
  response.region := coalesce((answers -> 'region') #>> '{}', case when coalesce(answers ->> 'e_role' not in ('none'), true) then 'blank' else 'na' end)::private.region;
  return response;
end $$;

create function private.employer_answers(response private.employer) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_object_agg(sent.variable, sent.answer), '{}')
  from (select (response).*) as kept, lateral (values
    ('e_role', case when e_role not in ('blank', 'na') then to_jsonb(e_role) end),
    ('e_volume', case when e_volume not in ('blank', 'na') then to_jsonb(e_volume) end),
    ('e_told_applied', case when e_told_applied not in ('blank', 'na') then to_jsonb(e_told_applied) end),
    ('e_told_screened', case when e_told_screened not in ('blank', 'na') then to_jsonb(e_told_screened) end),
    ('e_told_interviewed', case when e_told_interviewed not in ('blank', 'na') then to_jsonb(e_told_interviewed) end),
    ('e_reason_applied', case when e_reason_applied not in ('blank', 'na') then to_jsonb(e_reason_applied) end),
    ('e_reason_screened', case when e_reason_screened not in ('blank', 'na') then to_jsonb(e_reason_screened) end),
    ('e_reason_interviewed', case when e_reason_interviewed not in ('blank', 'na') then to_jsonb(e_reason_interviewed) end),
    ('e_form', case when e_form not in ('blank', 'na') then to_jsonb(e_form) end),
    ('e_promised', case when e_promised not in ('blank', 'na') then to_jsonb(e_promised) end),
    ('e_time', case when e_time not in ('blank', 'na') then to_jsonb(e_time) end),
    ('e_asked', case when e_asked not in ('blank', 'na') then to_jsonb(e_asked) end),
    ('e_barriers_legal', case when e_barriers_legal not in ('blank', 'na') then to_jsonb(e_barriers_legal) end),
    ('e_barriers_time', case when e_barriers_time not in ('blank', 'na') then to_jsonb(e_barriers_time) end),
    ('e_barriers_volume', case when e_barriers_volume not in ('blank', 'na') then to_jsonb(e_barriers_volume) end),
    ('e_barriers_policy', case when e_barriers_policy not in ('blank', 'na') then to_jsonb(e_barriers_policy) end),
    ('e_barriers_conflict', case when e_barriers_conflict not in ('blank', 'na') then to_jsonb(e_barriers_conflict) end),
    ('e_barriers_notes', case when e_barriers_notes not in ('blank', 'na') then to_jsonb(e_barriers_notes) end),
    ('e_barriers_wording', case when e_barriers_wording not in ('blank', 'na') then to_jsonb(e_barriers_wording) end),
    ('e_barriers_owner', case when e_barriers_owner not in ('blank', 'na') then to_jsonb(e_barriers_owner) end),
    ('e_barriers_doubt', case when e_barriers_doubt not in ('blank', 'na') then to_jsonb(e_barriers_doubt) end),
    ('e_has_rule_give', case when e_has_rule_give not in ('blank', 'na') then to_jsonb(e_has_rule_give) end),
    ('e_has_rule_not', case when e_has_rule_not not in ('blank', 'na') then to_jsonb(e_has_rule_not) end),
    ('e_has_template', case when e_has_template not in ('blank', 'na') then to_jsonb(e_has_template) end),
    ('e_has_training', case when e_has_training not in ('blank', 'na') then to_jsonb(e_has_training) end),
    ('e_has_scorecard', case when e_has_scorecard not in ('blank', 'na') then to_jsonb(e_has_scorecard) end),
    ('e_has_deadline', case when e_has_deadline not in ('blank', 'na') then to_jsonb(e_has_deadline) end),
    ('e_claim', case when e_claim not in ('blank', 'na') then to_jsonb(e_claim) end),
    ('e_wanted', case when e_wanted not in ('blank', 'na') then to_jsonb(e_wanted) end),
    ('industry', case when industry not in ('blank', 'na') then to_jsonb(industry) end),
    ('org_size', case when org_size not in ('blank', 'na') then to_jsonb(org_size) end),
    ('seniority', case when seniority not in ('blank', 'na') then to_jsonb(seniority) end),
    ('region', case when region not in ('blank', 'na') then to_jsonb(region) end)
  ) as sent (variable, answer)
  where sent.answer is not null
$$;

-- Storing

-- An exclusive lock on a subject until the transaction ends. Lock order, to avoid deadlocks: receipts or one response
-- first, then its answers.
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
  response.duration := private.duration_of(seconds);
  response.channel := (submission ->> 'channel')::private.channel;
  response.revision := 1;
  response.f_burst := held;
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
  response.duration := private.duration_of(seconds);
  response.channel := (submission ->> 'channel')::private.channel;
  response.revision := 1;
  response.f_burst := held;
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
  select bool_or(id = response and receipt is not distinct from code) from (
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
  -- The second of two identical calls waits here, finds the first and is not counted as an arrival.
  perform private.lock(response::text);
  -- One statement, so one snapshot: a withdrawal deletes the row and writes its tombstone in one transaction, so a late
  -- retry finds one or the other.
  if private.is_withdrawn(response)
    or private.is_same_response(response, decode(submission ->> 'receipt', 'hex')) is not null
  then
    return false;
  end if;
  -- Not every host has a scheduler in the database.
  if random() < 0.01 then
    perform private.expire_receipts();
  end if;
  return private.keep(submission, private.arrives_in_burst((submission ->> 'channel')::private.channel), false);
end $$;

-- Only functions of the exposed schema may call these.
revoke execute on all functions in schema private from public, anon, authenticated, service_role;
