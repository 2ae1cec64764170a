import { kindOf } from '../kinds.ts';
import type { Questionnaire, SideId } from '../question.ts';
import { conditionOnAnswers, literal } from '../sql.ts';
import { variablesOf } from '../variables.ts';

/** The function that puts one side's answers into a row: what was shown and skipped becomes `blank`, what was not asked `na`. */
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
  return `create function private.fill_${side}(response private.${side}, answers jsonb) returns private.${side}
language plpgsql stable set search_path = '' as $$
begin
${lines.join('\n')}
  return response;
end $$;`;
}

/** The way back: the answers of a row as they were sent. */
function sentAnswers(questionnaire: Questionnaire, side: SideId): string {
  const pairs = variablesOf(questionnaire, side).map(
    (variable) => `(${literal(variable.id)}, ${kindOf(variable.question).answerSql(variable)})`,
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

/** Answers into a row and out of it again, for each side. */
export const answersFunctions = (questionnaire: Questionnaire): string =>
  Object.values(questionnaire.sides)
    .flatMap(({ id }) => [filledRow(questionnaire, id), sentAnswers(questionnaire, id)])
    .join('\n\n');
