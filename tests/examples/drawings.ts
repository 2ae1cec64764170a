import { font } from '../../src/charts/canvas/label.ts';
import { measure } from '../../src/charts/canvas/skia.ts';
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

/** The words of each text element, in order. */
export function labels(svg: string): string[] {
  return [...svg.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, words = '']) =>
    words.replace(/<[^>]+>/g, ''),
  );
}

/** Where each label of a drawing begins and ends, measured in the real font. */
export function extents(svg: string) {
  const width = Number(/ width="(\d+)"/.exec(svg)?.[1]);
  const inherited = Number(/<svg [^>]*font-size="(\d+)"/.exec(svg)?.[1]);
  return [...svg.matchAll(/<text ([^>]*)>(.*?)<\/text>/g)].map(([, head = '', body = '']) => {
    const own = (name: string, of: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(of)?.[1];
    const size = Number(own('font-size', head) ?? inherited);
    const family = /--serif|Newsreader/.test(own('font-family', head) ?? '') ? 'serif' : 'sans';
    const tracking = Number.parseFloat(own('letter-spacing', head) ?? '0');
    const pieces = body.split(/(<tspan[^>]*>.*?<\/tspan>)/).filter((piece) => piece !== '');
    const long = pieces.reduce((sum, piece) => {
      const [, attributes = head, words = piece] = /^<tspan([^>]*)>(.*)<\/tspan>$/.exec(piece) ?? [];
      const plain = words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      const weight = Number(own('font-weight', attributes) ?? 400);
      const px = Number(own('font-size', attributes) ?? size);
      return sum + measure(plain, font(px, weight, family)) + tracking * px * plain.length;
    }, 0);
    const x = Number(own('x', head));
    const anchor = own('text-anchor', head);
    const from = anchor === 'end' ? x - long : anchor === 'middle' ? x - long / 2 : x;
    return {
      text: body.replace(/<[^>]+>/g, ''),
      from,
      to: from + long,
      y: Number(own('y', head)),
      size,
      width,
    };
  });
}

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
export const everyDrawing: readonly { name: string; figure: Figure; svg: string }[] = [
  ...namedFigures,
  ...Object.entries(releases).flatMap(([name, release]) =>
    pictureIds.map((id) => [`${id}, ${name}`, figureOf(id, { ...sampleSource, release })] as const),
  ),
  ...cuts.map(
    ({ id }) => [`${id}, small cells`, figureOf(id, { ...sampleSource, release: wholeSample() })] as const,
  ),
].flatMap(([name, figure]) => [
  { name: `${name}, wide`, figure, svg: renderSvg(described(figure), 'wide') },
  { name: `${name}, narrow`, figure, svg: renderSvg(described(figure), 'narrow') },
  { name: `${name}, card`, figure, svg: renderFile(described(figure)) },
]);
