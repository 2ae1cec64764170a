import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files } from '../../../scripts/instrument/source.ts';
import type { Questionnaire } from '../../../src/survey/question.ts';
import { firstVersion } from '../../examples/firstVersion.ts';
import { firstFrozen } from '../../examples/frozenProject.ts';
import { versionTwo } from '../../examples/versionWorlds.ts';
import { copySite, type SiteCopy } from './siteCopy.ts';

function write(folder: string, files: Files): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const questionnaireText = (asked: Questionnaire): string =>
  `import type { Questionnaire } from './question.ts';\n\nexport const questionnaire: Questionnaire = ${JSON.stringify(asked)};\n`;

/** A copy of this project on the day its first version was frozen; nothing is released. */
export function copyOfFirstVersion(): SiteCopy {
  const copy = copySite();
  const { folder } = copy;
  cpSync('supabase/config.toml', join(folder, 'supabase/config.toml'));
  rmSync(join(folder, 'src/content/releases'), { recursive: true });
  mkdirSync(join(folder, 'src/content/releases'));
  write(folder, firstFrozen.files);
  write(folder, new Map([['src/survey/questionnaire.ts', questionnaireText(firstVersion)]]));
  return copy;
}

function edit(folder: string, path: string, from: string | RegExp, to: string): void {
  const before = readFileSync(join(folder, path), 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${path} has no ${String(from)}.`);
  writeFileSync(join(folder, path), after);
}

/** What the owner of the copy calls the site, promises and asks agreement to from the change on. */
export const changedTo = { name: 'Why Not, Then?', retentionMonths: 24, consent: '2' } as const;

/**
 * Edits a copy as an owner does who asks a second version: questions, answers, words and rows (tests/examples/secondVersion.ts),
 * the months that answers are kept, and so the text that people agree to, and the name of the site. What follows from it is
 * for “npm run instrument”.
 */
export function askSecondVersion(folder: string): void {
  write(folder, new Map([['src/survey/questionnaire.ts', questionnaireText(versionTwo)]]));
  edit(folder, 'src/site.ts', /name: '.+'/, `name: '${changedTo.name}'`);
  edit(folder, 'src/controller.ts', /retentionMonths: \d+/, `retentionMonths: ${changedTo.retentionMonths}`);
  edit(folder, 'src/survey/consent.ts', /consentVersion = '\d+'/, `consentVersion = '${changedTo.consent}'`);
}
