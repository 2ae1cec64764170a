import { channels } from '../channel.ts';
import { consentVersion } from '../consent.ts';
import { kindOf } from '../kinds.ts';
import type { Variable } from '../kinds/kind.ts';
import type { Questionnaire, SideId } from '../question.ts';
import { needsAnswer, noSuchQuestion, noSuchSide, notAnObject, notAsked } from '../sentences.ts';
import { conditionOnAnswers, literal } from '../sql.ts';
import { envelope } from '../submission.ts';
import { variablesOf } from '../variables.ts';

function lines(variable: Variable): string {
  const { id, question, required, shownIf } = variable;
  const answered = `answers ? ${literal(id)}`;
  const shown = shownIf === undefined ? 'true' : conditionOnAnswers(shownIf);
  return [
    shownIf === undefined
      ? ''
      : `  if ${answered} and not ${shown} then return ${literal(notAsked(variable))}; end if;`,
    required
      ? `  if not (${answered}) and ${shown} then return ${literal(needsAnswer(variable))}; end if;`
      : '',
    `  if ${answered} then\n    problem := ${kindOf(question).problemSql(variable, `(answers -> ${literal(id)})`)};`,
    '    if problem is not null then return problem; end if;\n  end if;',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The function that says in one sentence what is wrong with one side's answers, or returns null. */
function answersProblem(questionnaire: Questionnaire, side: SideId): string {
  const variables = variablesOf(questionnaire, side);
  const known = variables.map(({ id }) => literal(id)).join(', ');
  return `create function private.${side}_problem(answers jsonb) returns text
language plpgsql immutable set search_path = '' as $$
declare
  problem text;
begin
  if answers is null or jsonb_typeof(answers) <> 'object' then return ${literal(notAnObject)}; end if;
  if exists (select from jsonb_object_keys(answers) as key where key not in (${known})) then
    return ${literal(noSuchQuestion)};
  end if;
${variables.map(lines).join('\n')}
  return null;
end $$;`;
}

/** The function that says in one sentence what is wrong with a submission, or returns null. */
function submissionProblem(questionnaire: Questionnaire): string {
  const sides = Object.keys(questionnaire.sides);
  // A key that is left out gets the sentence of that key below, as in the browser.
  const known = envelope.keys.map(literal).join(', ');
  const isText = (key: string, pattern: string) =>
    `jsonb_typeof(submission -> '${key}') = 'string' and submission ->> '${key}' ~ ${literal(pattern)}`;
  const isVersion = (key: string, version: string) =>
    `submission -> '${key}' is not distinct from to_jsonb(${literal(version)}::text)`;
  const isWhole = (key: string, least: number, most: number) => {
    const value = `case when jsonb_typeof(submission -> '${key}') = 'number' then (submission ->> '${key}')::numeric end`;
    return `coalesce(${value} between ${least} and ${most} and ${value} = trunc(${value}), false)`;
  };
  const whens = sides.map(
    (side) => `    when ${literal(side)} then return private.${side}_problem(answers);`,
  );
  return `create function private.answers_problem(side text, answers jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  case side
${whens.join('\n')}
    else return ${literal(noSuchSide)};
  end case;
end $$;

create function private.submission_problem(submission jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if submission is null or jsonb_typeof(submission) <> 'object'
    or exists (select from jsonb_object_keys(submission) as key where key not in (${known}))
  then return ${literal(envelope.notAnObject)}; end if;
  if not coalesce(${isText('id', envelope.id.pattern)}, false) then return ${literal(envelope.id.message)}; end if;
  if not coalesce(${isText('receipt', envelope.receipt.pattern)}, false) then return ${literal(envelope.receipt.message)}; end if;
  if not ${isVersion('instrument', questionnaire.version)} then return ${literal(envelope.instrument.message)}; end if;
  if not ${isVersion('consent', consentVersion)} then return ${literal(envelope.consent.message)}; end if;
  if not ${isWhole('months', 1, envelope.months.max)} then return ${literal(envelope.months.message)}; end if;
  if not ${isWhole('seconds', 0, envelope.seconds.max)} then return ${literal(envelope.seconds.message)}; end if;
  if not coalesce(jsonb_typeof(submission -> 'channel') = 'string' and submission ->> 'channel' in (${channels.map(literal).join(', ')}), false) then return ${literal(envelope.channel.message)}; end if;
  return private.answers_problem(submission ->> 'side', submission -> 'answers');
end $$;

-- The same for a correction of answers that one side has given.
create function private.correction_problem(side text, correction jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if correction -> 'instrument' is distinct from to_jsonb(${literal(questionnaire.version)}::text) then return ${literal(envelope.instrument.message)}; end if;
  return private.answers_problem(side, correction -> 'answers');
end $$;

create function private.too_large(submission jsonb) returns text
language sql immutable set search_path = '' as $$
  select case when octet_length(submission::text) > ${envelope.maxBytes} then ${literal(envelope.tooLarge)} end
$$;`;
}

/** Every check of a submission that PostgreSQL makes before it stores anything, in the words the browser uses. */
export const problemFunctions = (questionnaire: Questionnaire): string =>
  [
    ...Object.values(questionnaire.sides).map(({ id }) => answersProblem(questionnaire, id)),
    submissionProblem(questionnaire),
  ].join('\n\n');
