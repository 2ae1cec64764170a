import { expect, test } from 'vitest';
import { renderSvg } from '../../../src/charts/render.ts';
import { chartIds, figureOf } from '../../../src/figures/estimates/figureOf.ts';
import { describe } from '../../../src/words/describe.ts';
import { labels } from '../../examples/drawings.ts';
import { recounted } from '../../examples/release.ts';
import { sampleSource } from '../../examples/sampleSource.ts';

const forty = ({ cells }: { readonly cells: readonly { readonly code: string }[] }) =>
  Object.fromEntries(cells.map(({ code }) => [code, 40]));

// A middle answer is no share, and who answered is of everybody.
const shares = chartIds.filter((id) => !['hours', 'who-answered'].includes(id));

test.each(shares)(
  '%s prints worst-case bounds in its table, words and drawings where many did not say, and only there',
  (id) => {
    const read = (unsaid: number) => {
      const release = recounted(sampleSource.release, forty, unsaid);
      const figure = figureOf(id, { ...sampleSource, release });
      const words = describe(figure);
      const drawn = (['wide', 'narrow'] as const).map((size) =>
        labels(renderSvg({ figure, words }, size)).join(' '),
      );
      return [words.alt, JSON.stringify(words.table), ...drawn].map(
        (text) => /bounds \d+–\d+%/i.test(text) || /"Bounds/i.test(text),
      );
    };
    expect(read(0)).toEqual([false, false, false, false]);
    expect(read(200)).toEqual([true, true, true, true]);
  },
);
