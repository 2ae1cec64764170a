import { proseFaults } from '../../src/essay/checkProse.ts';
import { passagesOf } from '../../src/essay/passages.ts';
import { said } from '../../src/essay/prose.ts';
import { typedNumbers } from '../../src/essay/typedNumbers.ts';
import type { Draft } from './draft.ts';

/** What the person at the keyboard is told of a draft. @param file its path, from the root of the project */
export function report({ title, author, published, text, words, dropped }: Draft, file: string): string {
  const left = dropped.map((each) => {
    const one = each.text.replace(/\s+/g, ' ').trim();
    return `  ${each.what}${one === '' ? '' : `: ${one.length > 70 ? `${one.slice(0, 70)} …` : one}`}`;
  });
  // A draft quotes no study yet.
  const faults = [...proseFaults(file, text), ...typedNumbers(passagesOf(file, text), [])];
  return [
    `${file}: a draft of ${title}, by ${author ?? 'the editors'}.`,
    `Words of the text: ${words}, and ${words} in the draft.`,
    left.length === 0 ? 'Nothing was left out.' : `Left out:\n${left.join('\n')}`,
    ...(faults.length === 0 ? [] : [`Before "npm run dev" shows it:\n${said(file, faults)}`]),
    `Next: read it in "npm run dev", write its description and tags, set the day (“published”, now ${published}), and delete the line "draft: true".`,
  ].join('\n');
}
