import type { Variable } from '../../survey/kinds/kind.ts';
import { needsAnswer } from '../../survey/sentences.ts';

/** The attributes from which the page script knows a variable: its name, when it is asked, whether it must be answered. */
export const routed = (variable: Variable) => ({
  'data-variable': variable.id,
  'data-shown-if': variable.shownIf && JSON.stringify(variable.shownIf),
  'data-needs-answer': variable.required ? needsAnswer(variable) : undefined,
});

/** The ids of what describes a variable’s field: the question’s help, where there is one, and the message. */
export const describedBy = ({ id, question }: Variable): string =>
  [question.help === undefined ? [] : [`${question.id}-help`], `${id}-message`].flat().join(' ');
