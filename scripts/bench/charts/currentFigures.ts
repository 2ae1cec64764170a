import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '../../../src/figures/figure.ts';
import { figureOf, pictureIds } from '../../../src/figures/estimates/figureOf.ts';
import { currentRelease } from '../../../src/release/currentRelease.ts';
import { release } from '../../../src/release/release.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { folders } from '../../server/folders.ts';

/** The figure of every chart and then of every cut, from the release that the site shows. */
export function currentFigures(): readonly Figure[] {
  const releases = globSync('*/release.json', { cwd: folders.releases }).map((file) =>
    release.parse(JSON.parse(readFileSync(join(folders.releases, file), 'utf8'))),
  );
  const source = { release: currentRelease(releases), questionnaire, host: 'nobutwhy.example' };
  return pictureIds.map((id) => figureOf(id, source));
}
