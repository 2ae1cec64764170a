import { proseFaults } from '../../src/essay/checkProse.ts';
import { said } from '../../src/essay/prose.ts';
import { typedNumbers } from '../../src/essay/typedNumbers.ts';
import type { ListedStudy } from '../../src/ledger/ledger.ts';
import type { Draft } from './draft.ts';
import { wordsIn } from './source.ts';

const ofWords = (text: string): string => {
  const { length } = wordsIn(text);
  return length === 0 ? '' : ` (${length} ${length === 1 ? 'word' : 'words'})`;
};

/** What the person at the keyboard is told of a draft. @param file its path, from the root of the project */
export function report(
  { title, author, published, text, counted, dropped }: Draft,
  file: string,
  ledger: readonly ListedStudy[],
): string {
  const left = dropped.flatMap(({ what, text: of }) => [
    `  ${what}${ofWords(of)}`,
    ...of
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== '')
      .map((line) => `    ${line.length > 70 ? `${line.slice(0, 70)} …${ofWords(line)}` : line}`),
  ]);
  const gone = wordsIn(dropped.map((each) => each.text).join('\n')).length;
  const faults = [...proseFaults(file, text), ...typedNumbers(file, text, ledger)];
  return [
    `${file}: a draft of ${title}, by ${author ?? 'the editors'}.`,
    `Words of the file: ${counted.file}; in the draft ${counted.draft}; left out ${gone}.`,
    left.length === 0 ? 'Nothing was left out.' : `Left out:\n${left.join('\n')}`,
    ...(faults.length === 0 ? [] : [`Before "npm run dev" shows it:\n${said(file, faults)}`]),
    `Next: read it in "npm run dev", write its description and tags, set the day (“published”, now ${published}), and delete the line "draft: true".`,
  ].join('\n');
}
