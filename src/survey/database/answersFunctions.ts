import { kindOf } from '../kinds.ts';
import type { Questionnaire, SideId } from '../question.ts';
import { conditionOnAnswers, literal } from '../sql.ts';
import { variablesOf } from '../variables.ts';
import { everAsked } from '../versions/versions.ts';
import { sideIds } from '../sides.ts';

/** The function that puts the answers of one version into a row: what was shown and skipped becomes `blank`, what the route left out `na`. */
function filledRow(questionnaire: Questionnaire, side: SideId): string {
  const lines = variablesOf(questionnaire, side).flatMap((variable) => {
    const kind = kindOf(variable.question);
    const absent =
      variable.shownIf === undefined
        ? literal('blank')
        : `case when ${conditionOnAnswers(variable.shownIf)} then 'blank' else 'na' end`;
    const values = kind.valuesSql(variable, `(answers -> ${literal(variable.id)})`, absent);
    return kind
      .columns(variable)
      .map(({ name }, index) => `  response.${name} := ${values[index] ?? 'null'};`);
  });
  return `create function private.fill_${side}_${questionnaire.version}(response private.${side}, answers jsonb) returns private.${side}
language plpgsql stable set search_path = '' as $$
begin
${lines.join('\n')}
  return response;
end $$;`;
}

/** The function that fills a row of any version. */
function filledRowOfAny(versions: readonly Questionnaire[], side: SideId): string {
  const unasked = everAsked(versions, side)
    .filter((asked) => asked.versions.length < versions.length)
    .flatMap(({ variable }) => kindOf(variable.question).columns(variable))
    .map((column) => `  response.${column.name} := ${column.unasked};\n`);
  const cases = versions.map(
    ({ version }) =>
      `    when ${literal(version)} then return private.fill_${side}_${version}(response, answers);`,
  );
  return `create function private.fill_${side}(response private.${side}, answers jsonb) returns private.${side}
language plpgsql stable set search_path = '' as $$
begin
${unasked.length === 0 ? '' : `  -- The versions that ask these put an answer in their place.\n${unasked.join('')}`}  case response.instrument
${cases.join('\n')}
  end case;
end $$;`;
}

/** The way back: the answers of a row as they were sent. */
function sentAnswers(versions: readonly Questionnaire[], side: SideId): string {
  const pairs = everAsked(versions, side).map(
    ({ variable }) => `(${literal(variable.id)}, ${kindOf(variable.question).answerSql(variable)})`,
  );
  return `create function private.${side}_answers(response private.${side}) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_object_agg(sent.variable, sent.answer), '{}')
  from (select (response).*) as kept, lateral (values
    ${pairs.join(',\n    ')}
  ) as sent (variable, answer)
  where sent.answer is not null
$$;`;
}

/** Answers into a row and out of it again, for each side. @param versions oldest first */
export const answersFunctions = (versions: readonly Questionnaire[]): string =>
  sideIds
    .flatMap((side) => [
      ...versions.map((questionnaire) => filledRow(questionnaire, side)),
      filledRowOfAny(versions, side),
      sentAnswers(versions, side),
    ])
    .join('\n\n');
