import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figureOf, pictureIds } from '../../../src/figures/estimates/figureOf.ts';
import { currentRelease } from '../../../src/release/currentRelease.ts';
import { release } from '../../../src/release/release.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { describe } from '../../../src/words/describe.ts';
import type { DescribedFigure } from '../../../src/words/words.ts';
import { folders } from '../../server/folders.ts';

/** The figure of every chart and then of every cut with its words, from the release that the site shows. */
export function currentFigures(): readonly DescribedFigure[] {
  const releases = globSync('*/release.json', { cwd: folders.releases }).map((file) =>
    release.parse(JSON.parse(readFileSync(join(folders.releases, file), 'utf8'))),
  );
  const source = { release: currentRelease(releases), questionnaire, host: 'nobutwhy.example' };
  return pictureIds.map((id) => {
    const figure = figureOf(id, source);
    return { figure, words: describe(figure) };
  });
}
