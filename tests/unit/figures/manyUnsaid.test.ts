import { expect, test } from 'vitest';
import { renderSvg } from '../../../src/charts/render.ts';
import { chartIds, figureOf } from '../../../src/figures/estimates/figureOf.ts';
import { describe } from '../../../src/words/describe.ts';
import { heldPage, pagesOf } from '../../examples/heldPage.ts';
import { labels } from '../../examples/labels.ts';
import { recounted } from '../../examples/release.ts';
import { sampleSource } from '../../examples/sampleSource.ts';
import { unsaidWherePossible } from '../../examples/smallRelease.ts';

const forty = ({ cells }: { readonly cells: readonly { readonly code: string }[] }) =>
  Object.fromEntries(cells.map(({ code }) => [code, 40]));

// A middle answer is no share, and who answered is of everybody.
const shares = chartIds.filter((id) => !['hours', 'who-answered'].includes(id));

test.each(shares)(
  '%s prints worst-case bounds in its table, words and drawings where many did not say, and only there',
  (id) => {
    const read = (unsaid: number) => {
      const release = recounted(sampleSource.release, forty, () => unsaid);
      const figure = figureOf(id, { ...sampleSource, release });
      const words = describe(figure);
      const drawn = (['wide', 'narrow'] as const).map((size) =>
        labels(renderSvg({ figure, words }, size)).join(' '),
      );
      return [words.alt, JSON.stringify(words.table), ...drawn].map(
        (text) => /bounds \d+–\d+%/i.test(text) || /"(?:Bounds|If all who did not say)/i.test(text),
      );
    };
    expect(read(0)).toEqual([false, false, false, false]);
    expect(read(200)).toEqual([true, true, true, true]);
  },
);

test('where more did not say than answered, every number of a figure follows from its lines', () => {
  const page = pagesOf(recounted(sampleSource.release, forty, unsaidWherePossible(500)));
  for (const id of chartIds) {
    const { numbers, differences } = heldPage(page(id));
    expect(differences, id).toEqual([]);
    expect(numbers, id).toBeGreaterThan(0);
  }
});
