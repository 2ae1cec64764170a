import { channels } from './channel.ts';
import { channelLabels } from './channelLabels.ts';
import {
  askedWhen,
  codebookRows,
  conditionWords,
  questionsEver,
  type CodebookRow,
  type QuestionEver,
} from './codebook.ts';
import { durations } from './duration.ts';
import { contradictions, marks, qualityRules, rulesVersion, standings } from './quality.ts';
import type { Questionnaire, SideId } from './question.ts';
import { changesIn } from './versions/changes.ts';
import { plain } from './wording.ts';
import { sideIds } from './sides.ts';

/** What is kept with the answers of every response, and the rules that can leave it out. */
function withEveryResponse(): string {
  const columns = [
    ['id', 'Random; in no file'],
    ['receipt', 'Hash of the receipt code, never the code'],
    ['instrument', 'Version of the questionnaire'],
    ['submitted_on', 'Day, in UTC; never a time'],
    ['consent', 'Version of the consent text that was agreed to'],
    ['kept_until', 'Last day of the time that this text promised: then the response is deleted'],
    [
      'duration',
      `Active time, as a stretch: ${durations.map(({ code }) => `\`${code}\``).join(', ')} (minutes)`,
    ],
    [
      'channel',
      `Where the link stood that they came by: ${channels.map((code) => `\`${code}\` ${channelLabels[code]}`).join('; ')}`,
    ],
    ['revision', '1, and one more for each correction'],
    ['rules', 'Version of the quality rules that set the flags'],
    ...[...qualityRules, ...marks].map(({ flag, name, wording }) => [flag, `${name}. ${wording}`] as const),
    ['standing', `Whether it is in the figures: ${standings.map((code) => `\`${code}\``).join(', ')}`],
    ['since', 'Day since which it stands so'],
    ['made_up', 'Whether it is of a sample; never in a release of real answers'],
    ['answers_hash', 'Hash of the answers, by which copies of a day are found'],
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

/** One question of the codebook in Markdown. */
function questionMarkdown(
  { question, number, versions: asking }: QuestionEver,
  rows: readonly CodebookRow[],
  all: readonly Questionnaire[],
  feeds: readonly string[],
): string {
  const when = askedWhen(asking, all);
  const variables = [...new Set(rows.map(({ variable }) => variable))].map((variable) => {
    const lines = rows.filter((row) => row.variable === variable);
    const [first] = lines;
    const about = first?.row === '' ? '' : ` (${first?.row ?? ''})`;
    const isWhole = ({ code, since, until }: CodebookRow): boolean =>
      code === 'unasked' || (since === asking[0] && (until === null || until === asking.at(-1)));
    const times = ({ since, until }: CodebookRow): string =>
      until === null ? `; since version ${since}` : `; until version ${until}`;
    const codes = lines.map((line) => {
      const { code, label, missing, stored, column } = line;
      const kind = `${missing ? 'missing' : 'answer'}${isWhole(line) ? '' : times(line)}`;
      return `| \`${code}\` | ${label} | ${kind} | ${stored ? `\`${column}\`` : 'ends the survey, never stored'} |`;
    });
    return [
      `#### \`${variable}\`${about}`,
      `Asked of: ${first?.routing ?? ''}. ${first?.required === true ? 'Required.' : 'Can be skipped.'}`,
      ['| code | label | kind | column |', '| --- | --- | --- | --- |', ...codes].join('\n'),
    ].join('\n\n');
  });
  return [
    `### ${number}. ${plain(question.wording)}`,
    ...(when === undefined ? [] : [when]),
    `Above it: ${question.about.map(({ text }) => `“${text}”`).join(' or ')}.`,
    ...(question.help === undefined ? [] : [`Help: ${question.help}`]),
    feeds.length === 0 ? 'Feeds no estimate.' : `Feeds ${feeds.join(', ')}.`,
    ...variables,
  ].join('\n\n');
}

/**
 * The codebook as a page of Markdown, for people who read the repository.
 * @param all versions of the questionnaire, oldest first
 * @param feeds the ids of the estimates that a question feeds; the catalogue knows them
 */
export function codebookMarkdown(
  all: readonly Questionnaire[],
  feeds: (side: SideId, question: string) => readonly string[],
): string {
  const rows = codebookRows(all);
  const newest = all.at(-1);
  const sides = sideIds.flatMap((side) => {
    const { title = '', intro = [] } = newest?.sides[side] ?? {};
    const [asked, retired] = [true, false].map((isAsked) =>
      questionsEver(all, side)
        .filter(({ versions: asking }) => asking.includes(newest?.version ?? '') === isAsked)
        .map((one) => {
          const own = rows.filter((row) => row.side === side && row.question === one.question.id);
          return questionMarkdown(one, own, all, feeds(side, one.question.id));
        }),
    );
    return [
      [`## ${title}`, `Intro: ${intro.map(plain).join(' ')}`, ...(asked ?? [])].join('\n\n'),
      ...(retired?.length === 0 ? [] : [[`## ${title}: no longer asked`, ...(retired ?? [])].join('\n\n')]),
    ];
  });
  const changes = changesIn(all).map(({ version, sentences }) =>
    [`### Version ${version}`, ...sentences.map((sentence) => `- ${sentence}`)].join('\n'),
  );
  return (
    [
      `# Codebook, version ${newest?.version ?? ''}`,
      'Written by `npm run instrument` from `src/survey/questionnaire.ts`. Do not edit.',
      ...(changes.length === 0 ? [] : [['## What changed', ...changes].join('\n\n')]),
      ...sides,
      withEveryResponse(),
    ].join('\n\n') + '\n'
  );
}
