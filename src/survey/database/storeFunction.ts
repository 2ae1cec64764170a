import { kindOf } from '../kinds.ts';
import type { Questionnaire, SideId } from '../question.ts';
import { conditionOnAnswers, literal } from '../sql.ts';
import { variablesOf } from '../variables.ts';

/** The insert of one side's answers: what was shown and skipped becomes `blank`, what was not asked `na`. */
function insert(questionnaire: Questionnaire, side: SideId): string {
  const fields = variablesOf(questionnaire, side).flatMap((variable) => {
    const kind = kindOf(variable.question);
    const absent =
      variable.shownIf === undefined
        ? literal('blank')
        : `case when ${conditionOnAnswers(variable.shownIf)} then 'blank' else 'na' end`;
    const values = kind.valuesSql(variable, `(answers -> ${literal(variable.id)})`, absent);
    return kind.columns(variable).map(({ name }, index) => ({ name, value: values[index] ?? 'null' }));
  });
  return `    insert into private.${side} (id, receipt, instrument, ${fields.map(({ name }) => name).join(', ')})
    values (
      (submission ->> 'id')::uuid,
      decode(submission ->> 'receipt', 'hex'),
      submission ->> 'instrument',
      ${fields.map(({ value }) => value).join(',\n      ')}
    )
    on conflict do nothing;`;
}

/** The functions that keep a checked submission and that tell whether it is kept already. */
export function storeFunctions(questionnaire: Questionnaire): string {
  const sides = Object.values(questionnaire.sides).map(({ id }) => id);
  const stored = sides.map(
    (side) => `select id, receipt from private.${side} where id = response or receipt = code`,
  );
  return `create function private.store(submission jsonb) returns boolean
language plpgsql set search_path = '' as $$
declare
  answers constant jsonb := submission -> 'answers';
begin
${sides.map((side, index) => `  ${index === 0 ? 'if' : 'elsif'} submission ->> 'side' = ${literal(side)} then\n${insert(questionnaire, side)}`).join('\n')}
  end if;
  -- True when this call stored it, false when the id or the receipt was there before.
  return found;
end $$;

-- Null when neither the id nor the receipt is known on any side, true when one response has both, else false.
create function private.is_same_response(response uuid, code bytea) returns boolean
language sql stable set search_path = '' as $$
  select bool_or(id = response and receipt = code) from (
  ${stored.join('\n  union all\n  ')}
  ) as kept
$$;`;
}
