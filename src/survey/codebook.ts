import type { Condition } from './condition.ts';
import { channels } from './channel.ts';
import { durations } from './duration.ts';
import { kindOf } from './kinds.ts';
import { contradictions, qualityRules, rulesVersion } from './quality.ts';
import type { Option, Question, Questionnaire, SideId } from './question.ts';
import { variablesOf } from './variables.ts';
import { plain } from './wording.ts';

/** One line of the codebook: one code of one variable, missing codes included. */
export interface CodebookRow {
  readonly side: SideId;
  /** The number of the question on its side, from 1. */
  readonly number: number;
  /** The id of the question. */
  readonly question: string;
  readonly variable: string;
  /** The column that holds it, where it is not named after the variable. */
  readonly column: string;
  readonly wording: string;
  readonly row: string;
  readonly required: boolean;
  /** Who is asked, in words. */
  readonly routing: string;
  readonly code: string;
  /** With its example, in brackets. */
  readonly label: string;
  readonly missing: boolean;
  /** Whether it is ever stored: an answer that ends the survey is offered and not sent. */
  readonly stored: boolean;
}

/** A condition in words, over the ids and labels of the questionnaire. */
export function conditionWords(condition: Condition): string {
  const part = (inner: Condition): string =>
    'any' in inner || 'all' in inner ? `(${conditionWords(inner)})` : conditionWords(inner);
  if ('all' in condition) return condition.all.map(part).join(' and ');
  if ('any' in condition) return condition.any.map(part).join(' or ');
  if ('over' in condition) return `${condition.variable} is over ${condition.over}`;
  if ('upTo' in condition) return `${condition.variable} is up to ${condition.upTo}`;
  const codes = 'in' in condition ? condition.in : condition.notIn;
  return `${condition.variable} is ${'in' in condition ? '' : 'not '}${codes.join(' or ')}`;
}

const numberCodes = (question: Question) =>
  question.kind === 'number'
    ? [{ code: `${question.min}–${question.max}`, label: `Whole ${question.unit}` }]
    : [];

/** The codebook of both sides: every variable with every code it can hold. */
export const codebookRows = (questionnaire: Questionnaire): readonly CodebookRow[] =>
  Object.values(questionnaire.sides).flatMap(({ id: side, questions }) =>
    variablesOf(questionnaire, side).flatMap((variable) => {
      const { question } = variable;
      const missingCodes = [
        ...variable.options.filter(({ code }) => code in questionnaire.missing),
        ...(variable.required ? [] : [{ code: 'blank', label: questionnaire.missing.blank }]),
        ...(variable.shownIf === undefined ? [] : [{ code: 'na', label: questionnaire.missing.na }]),
      ];
      const answers = [
        ...numberCodes(question),
        ...variable.options.filter(({ code }) => !(code in questionnaire.missing)),
      ];
      const columns = kindOf(question).columns(variable);
      const endings = question.kind === 'single' ? (question.screensOut ?? []).map(({ code }) => code) : [];
      const row = (missing: boolean) => (option: Option) => ({
        side,
        number: questions.indexOf(question) + 1,
        question: question.id,
        variable: variable.id,
        column: columns[missing ? columns.length - 1 : 0]?.name ?? variable.id,
        wording: plain(question.wording),
        row: variable.label ?? '',
        required: variable.required,
        routing: variable.shownIf === undefined ? 'everyone' : conditionWords(variable.shownIf),
        code: option.code,
        label: option.example === undefined ? option.label : `${option.label} (${option.example})`,
        missing,
        stored: !endings.includes(option.code),
      });
      return [...answers.map(row(false)), ...missingCodes.map(row(true))];
    }),
  );

/** What is kept with the answers of every response, and the rules that can leave it out. */
function withEveryResponse(): string {
  const columns = [
    ['instrument', 'Version of the questionnaire'],
    ['submitted_on', 'Day, in UTC; never a time'],
    ['consent', 'Version of the consent text that was agreed to'],
    [
      'duration',
      `Active time, as a stretch: ${durations.map(({ code }) => `\`${code}\``).join(', ')} (minutes)`,
    ],
    ['channel', `Kind of link: ${channels.map((code) => `\`${code}\``).join(', ')}`],
    ['revision', '1, and one more for each correction'],
    ['rules', 'Version of the quality rules that set the flags'],
    ...qualityRules.map(({ flag, name, wording }) => [flag, `${name}. ${wording}`] as const),
  ];
  const impossible = Object.entries(contradictions).flatMap(([side, list]) =>
    list.map(({ wording, when }) => `- \`${side}\`: ${wording} (${conditionWords(when)})`),
  );
  return [
    '## With every response',
    [
      '| column | what it holds |',
      '| --- | --- |',
      ...columns.map(([name, holds]) => `| \`${name}\` | ${holds} |`),
    ].join('\n'),
    `### Contradictions, version ${rulesVersion} of the rules`,
    impossible.join('\n'),
  ].join('\n\n');
}

/**
 * The codebook as a page of Markdown, for people who read the repository.
 * @param feeds the ids of the estimates that a question feeds; the catalogue knows them
 */
export function codebookMarkdown(
  questionnaire: Questionnaire,
  feeds: (side: SideId, question: string) => readonly string[],
): string {
  const rows = codebookRows(questionnaire);
  const sides = Object.values(questionnaire.sides).map(({ id, title, intro, questions }) => {
    const parts = questions.map((question, index) => {
      const ours = rows.filter((row) => row.side === id && row.number === index + 1);
      const variables = [...new Set(ours.map(({ variable }) => variable))].map((variable) => {
        const lines = ours.filter((row) => row.variable === variable);
        const [first] = lines;
        const about = first?.row === '' ? '' : ` (${first?.row ?? ''})`;
        const codes = lines.map(
          ({ code, label, missing, stored, column }) =>
            `| \`${code}\` | ${label} | ${missing ? 'missing' : 'answer'} | ${stored ? `\`${column}\`` : 'ends the survey, never stored'} |`,
        );
        return [
          `#### \`${variable}\`${about}`,
          `Asked of: ${first?.routing ?? ''}. ${first?.required === true ? 'Required.' : 'Can be skipped.'}`,
          ['| code | label | kind | column |', '| --- | --- | --- | --- |', ...codes].join('\n'),
        ].join('\n\n');
      });
      const help = question.help === undefined ? [] : [`Help: ${question.help}`];
      return [
        `### ${index + 1}. ${plain(question.wording)}`,
        `Above it: ${question.about.map(({ text }) => `“${text}”`).join(' or ')}.`,
        ...help,
        `Feeds ${feeds(id, question.id).join(', ')}.`,
        ...variables,
      ].join('\n\n');
    });
    return [`## ${title}`, `Intro: ${intro.map(plain).join(' ')}`, ...parts].join('\n\n');
  });
  return (
    [
      `# Codebook, version ${questionnaire.version}`,
      'Written by `npm run instrument` from `src/survey/questionnaire.ts`. Do not edit.',
      ...sides,
      withEveryResponse(),
    ].join('\n\n') + '\n'
  );
}
