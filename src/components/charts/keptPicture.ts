import { createHash, randomUUID } from 'node:crypto';
import {
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { CardPage } from '../../charts/card/cardPage.ts';
import { renderFile, renderPicture, renderSvg, renderThumbnail } from '../../charts/render.ts';
import type { DescribedFigure } from '../../words/words.ts';

/** What a picture is made by besides our own code: what draws, and the fonts. */
const packages = [
  'node_modules/@napi-rs/canvas/package.json',
  'node_modules/chart.js/package.json',
  'node_modules/qr/package.json',
  'node_modules/@fontsource-variable/*/package.json',
];

/** A name for all code that draws, of which every change is another name. @param root folder of the project */
export function codeOf(root: string): string {
  const hash = createHash('sha256');
  for (const file of globSync(['src/**/*.ts', ...packages], { cwd: root }).sort())
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

const DAY = 24 * 60 * 60 * 1000;

/** Makes the folder for pictures of this code, and removes those of code that nobody has built with for a day. */
function folderFor(code: string, home: string): string {
  const folder = join(home, code);
  mkdirSync(folder, { recursive: true });
  utimesSync(folder, new Date(), new Date());
  for (const name of readdirSync(home)) {
    const { mtimeMs } = statSync(join(home, name), { throwIfNoEntry: false }) ?? { mtimeMs: Infinity };
    if (mtimeMs < Date.now() - DAY) rmSync(join(home, name), { recursive: true, force: true });
  }
  return folder;
}

/** Draws a picture, unless the same code has drawn it before: then it is read from the disk. */
export type KeepPicture = <Shown>(kind: string, shown: Shown, draw: (shown: Shown) => Buffer) => Buffer;

/**
 * Keeps pictures by what they show and the code that draws them. Drawing one takes 40 to 200 ms, and a site has hundreds, of
 * which an edit changes one or two.
 * @param home where pictures are kept; several builds may use it at once
 */
export function keepIn(home: string, code: string): KeepPicture {
  const folder = folderFor(code, home);
  return (kind, shown, draw) => {
    const name = createHash('sha256')
      .update(JSON.stringify([kind, shown]))
      .digest('hex');
    const file = join(folder, name);
    try {
      return readFileSync(file);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
    const drawn = draw(shown);
    // Whole or not at all: another build may look for it in between.
    const unfinished = join(folder, randomUUID());
    writeFileSync(unfinished, drawn);
    renameSync(unfinished, file);
    return drawn;
  };
}

/** While somebody edits the code, its name would be that of a moment ago. */
export const keptPicture: KeepPicture = import.meta.env.PROD
  ? keepIn('node_modules/.cache/pictures', codeOf('.'))
  : (_, shown, draw) => draw(shown);

/** A figure’s picture to post, PNG; one of another shape is another picture. */
export const keptPost = (described: DescribedFigure, page: CardPage): Buffer =>
  keptPicture('post', { described, page }, () => renderPicture(described, page));

/** A figure’s square for the list of all charts, WebP. */
export const keptThumbnail = (described: DescribedFigure): Buffer =>
  keptPicture('thumbnail', described, renderThumbnail);

/** The drawing of a figure on its pages, SVG: several pages have it, and the code that embeds it measures it. */
export const keptDrawing = (described: DescribedFigure, size: 'wide' | 'narrow'): string =>
  keptPicture('drawing', { described, size }, () => Buffer.from(renderSvg(described, size))).toString();

/** A figure’s picture as a file to keep, SVG. */
export const keptFile = (described: DescribedFigure): string =>
  keptPicture('file', described, () => Buffer.from(renderFile(described))).toString();
