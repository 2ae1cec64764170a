import { renderFile, renderSvg } from '../../src/charts/render.ts';
import { figureOf, pictureIds } from '../../src/figures/estimates/figureOf.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { cuts } from '../../src/release/comparisons/cuts.ts';
import type { Release } from '../../src/release/release.ts';
import { described } from './figureParts.ts';
import { namedFigures } from './figures.ts';
import { withholding } from './release.ts';
import { sampleSource } from './sampleSource.ts';
import { tinyRelease } from './tinyRelease.ts';
import { wholeSample } from './wholeRelease.ts';

const estimates = sampleSource.release.tables.map(({ table }) => table).filter((table) => /^E\d/.test(table));

/** The sample, the sample with nothing shown, and the sample with everything carried over. */
const releases: Readonly<Record<string, Release>> = {
  sample: sampleSource.release,
  'all withheld': withholding(sampleSource.release, ...estimates),
  'half withheld': withholding(sampleSource.release, ...estimates.filter((_, i) => i % 2 === 0)),
  '60 a side': tinyRelease(60, 'sixty'),
  '120 a side': tinyRelease(120, 'a hundred and twenty'),
  carried: {
    ...sampleSource.release,
    tables: sampleSource.release.tables.map((table) => ({ ...table, vintage: '2026-10', carried: true })),
  },
};

/** Everything that is drawn: the examples, and the site’s own charts, on a page, a phone and a card. */
export function everyDrawing(): readonly { name: string; figure: Figure; svg: string }[] {
  const smallCells = { ...sampleSource, release: wholeSample() };
  return [
    ...namedFigures,
    ...Object.entries(releases).flatMap(([name, release]) =>
      pictureIds.map((id) => [`${id}, ${name}`, figureOf(id, { ...sampleSource, release })] as const),
    ),
    ...cuts.map(({ id }) => [`${id}, small cells`, figureOf(id, smallCells)] as const),
  ].flatMap(([name, figure]) => {
    const words = described(figure);
    return [
      { name: `${name}, wide`, figure, svg: renderSvg(words, 'wide') },
      { name: `${name}, narrow`, figure, svg: renderSvg(words, 'narrow') },
      { name: `${name}, card`, figure, svg: renderFile(words) },
    ];
  });
}
