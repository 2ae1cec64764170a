import { channels } from '../channel.ts';
import { kindOf } from '../kinds.ts';
import type { Variable } from '../kinds/kind.ts';
import type { Questionnaire, SideId } from '../question.ts';
import { needsAnswer, noSuchQuestion, noSuchSide, notAnObject, notAsked } from '../sentences.ts';
import { codes, conditionOnAnswers, literal } from '../sql.ts';
import { envelope, size } from '../submission.ts';
import { variablesOf } from '../variables.ts';
import { sideIds } from '../sides.ts';

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

/** The function that says in one sentence what is wrong with the answers to one version, or returns null. */
function answersProblem(questionnaire: Questionnaire, side: SideId): string {
  const variables = variablesOf(questionnaire, side);
  return `create function private.${side}_problem_${questionnaire.version}(answers jsonb) returns text
language plpgsql immutable set search_path = '' as $$
declare
  problem text;
begin
  if answers is null or jsonb_typeof(answers) <> 'object' then return ${literal(notAnObject)}; end if;
  if exists (select from jsonb_object_keys(answers) as key where key not in (${codes(variables.map(({ id }) => id))})) then
    return ${literal(noSuchQuestion)};
  end if;
${variables.map(lines).join('\n')}
  return null;
end $$;`;
}

/** Whether a key of the submission is one of these texts. */
const isOneOf = (key: string, texts: readonly string[]): string =>
  `coalesce(submission -> '${key}' in (${texts.map((text) => literal(JSON.stringify(text))).join(', ')}), false)`;

/** The function that says in one sentence what is wrong with a submission, or returns null. */
function submissionProblem(versions: readonly string[], consents: readonly string[]): string {
  const isText = (key: string, pattern: string) =>
    `jsonb_typeof(submission -> '${key}') = 'string' and submission ->> '${key}' ~ ${literal(pattern)}`;
  const isWhole = (key: string, least: number, most: number) => {
    const value = `case when jsonb_typeof(submission -> '${key}') = 'number' then (submission ->> '${key}')::numeric end`;
    return `coalesce(${value} between ${least} and ${most} and ${value} = trunc(${value}), false)`;
  };
  const cases = sideIds.flatMap((side) =>
    versions.map(
      (version) =>
        `    when ${literal(`${side} ${version}`)} then return private.${side}_problem_${version}(answers);`,
    ),
  );
  // A key that is left out gets the sentence of that key, as in the browser.
  return `-- By the rules of the version that was answered, whenever the answers arrive.
create function private.answers_problem(side text, version text, answers jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  case concat(side, ' ', version)
${cases.join('\n')}
    else return ${literal(noSuchSide)};
  end case;
end $$;

create function private.submission_problem(submission jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if submission is null or jsonb_typeof(submission) <> 'object'
    or exists (select from jsonb_object_keys(submission) as key where key not in (${codes(envelope.keys)}))
  then return ${literal(envelope.notAnObject)}; end if;
  if not coalesce(${isText('id', envelope.id.pattern)}, false) then return ${literal(envelope.id.message)}; end if;
  if not coalesce(${isText('receipt', envelope.receipt.pattern)}, false) then return ${literal(envelope.receipt.message)}; end if;
  if not ${isOneOf('instrument', versions)} then return ${literal(envelope.instrument.message)}; end if;
  if not ${isOneOf('consent', consents)} then return ${literal(envelope.consent.message)}; end if;
  if not ${isWhole('months', 1, envelope.months.max)} then return ${literal(envelope.months.message)}; end if;
  if not ${isWhole('seconds', 0, envelope.seconds.max)} then return ${literal(envelope.seconds.message)}; end if;
  if not ${isOneOf('channel', channels)} then return ${literal(envelope.channel.message)}; end if;
  return private.answers_problem(submission ->> 'side', submission ->> 'instrument', submission -> 'answers');
end $$;

-- The same for a correction. Answers are corrected in the version they were given in.
create function private.correction_problem(side text, version text, correction jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if correction -> 'instrument' is distinct from to_jsonb(version) then return ${literal(envelope.instrument.message)}; end if;
  return private.answers_problem(side, version, correction -> 'answers');
end $$;

create function private.too_large(submission jsonb) returns text
language sql immutable set search_path = '' as $$
  select case when octet_length(submission::text) > ${size.max} then ${literal(size.message)} end
$$;`;
}

/**
 * Every check of a submission that PostgreSQL makes before it stores anything, in the words the browser uses.
 * @param versions oldest first
 * @param consents versions of the consent text that it may be given under
 */
export const problemFunctions = (versions: readonly Questionnaire[], consents: readonly string[]): string =>
  [
    ...sideIds.flatMap((side) => versions.map((questionnaire) => answersProblem(questionnaire, side))),
    submissionProblem(
      versions.map(({ version }) => version),
      consents,
    ),
  ].join('\n\n');
