import type * as z from 'zod/mini';
import type { Condition } from '../condition.ts';
import type { Option, Question, Questionnaire } from '../question.ts';

/** The smallest thing that has an answer of its own: a question, or one row of it. */
export interface Variable {
  readonly id: string;
  readonly question: Question;
  /** What a row is about; a question of one answer has none. */
  readonly label?: string;
  readonly required: boolean;
  /** Codes that can be sent, `dk` and `pnts` included where they are offered; none for a number. */
  readonly options: readonly Option[];
  /** Whose answers decide whether it is asked; absent when everybody is asked. */
  readonly shownIf?: Condition;
}

/** A column of a response table. */
export interface Column {
  readonly name: string;
  /** A type of PostgreSQL, qualified where it is ours, with `not null` where it holds. */
  readonly type: string;
  readonly comment: string;
  /** What it holds in the row of a version that does not ask, as SQL. */
  readonly unasked: string;
}

/** What a kind of question must know about itself; one file a kind, and the register in kinds.ts. */
export interface Kind<Q extends Question> {
  /** The answers it holds. */
  variables(question: Q, questionnaire: Questionnaire): readonly Variable[];
  /** The schema of one answer as it is sent; its messages are the sentences a person reads. */
  schema(variable: Variable): z.ZodMiniType;
  /** The columns that keep one answer. */
  columns(variable: Variable): readonly Column[];
  /** An expression of type text: the sentence that says what is wrong with the answer, or null. `answer` is jsonb. */
  problemSql(variable: Variable, answer: string): string;
  /** An expression for each column, in order. `answer` is jsonb; `absent` is the text that stands for none: 'blank' or 'na'. */
  valuesSql(variable: Variable, answer: string, absent: string): readonly string[];
  /** An expression over the columns, of type jsonb: the answer as it was sent, or null. The way back from `valuesSql`. */
  answerSql(variable: Variable): string;
  /** An expression over the columns: whether it was answered with more than `dk` or `pnts`. */
  isSubstantiveSql(variable: Variable): string;
  /** An expression over the columns: whether the variable was not put to this person: `na` or `unasked`. */
  leftOutSql(variable: Variable): string;
  /** Conditions over the columns that must hold for every row, routing apart, by what they are about. */
  checks(variable: Variable): readonly { readonly about: string; readonly sql: string }[];
}
