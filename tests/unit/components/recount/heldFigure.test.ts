import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  heldFigure,
  type ShownCell,
  type ShownFigure,
} from '../../../../src/components/recount/client/heldFigure.ts';
import { chartIds, pictureIds } from '../../../../src/figures/estimates/figureOf.ts';
import { firstMonths } from '../../../examples/firstMonths.ts';
import { heldPage, pagesOf } from '../../../examples/heldPage.ts';
import { withCounts } from '../../../examples/release.ts';
import { sampleSource } from '../../../examples/sampleSource.ts';
import { smallRelease } from '../../../examples/smallRelease.ts';

const releases = [sampleSource.release, ...firstMonths().map(({ release }) => release)];

test.each(releases.map((release) => [release.id, release] as const))(
  'every number that the pages of release %s show of a figure follows from its lines',
  (_, release) => {
    const page = pagesOf(release);
    let numbers = 0;
    for (const id of pictureIds) {
      const found = heldPage(page(id));
      expect(found.differences, id).toEqual([]);
      numbers += found.numbers;
    }
    console.log(`${release.id}: ${numbers} numbers in titles, drawings and tables, 0 differences`);
  },
);

test('hidden answers outside of a headline are drawn as one, and their sum follows', () => {
  const counts = { none: 3, form: 60, generic: 45, specific: 2, actionable: 80 };
  const name = 'E3 job_seeker_interviewed';
  const page = pagesOf(withCounts(sampleSource.release, name, counts, { unsaid: 0 }))('explanation-ladder');
  expect(page.shown.cells.map(({ row, text }) => `${row}: ${text}`)).toContain(
    'Drawn as one: Nothing or for anyone: 25% (48) 20–32%',
  );
  expect(heldPage(page).differences).toEqual([]);
});

test('of any release, however small its counts and however many did not say, no correct figure differs', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000 }), fc.constantFrom(0, 3, 30, 200), (seed, unsaid) => {
      const page = pagesOf(smallRelease(seed, unsaid).release);
      for (const id of chartIds)
        expect(heldPage(page(id)).differences, `${seed} ${unsaid} ${id}`).toEqual([]);
    }),
    {
      numRuns: 15,
      examples: [
        // Found once: a sum with an answer that nobody gave, a range that was taken for that of an earlier share, and all of a base.
        [24, 0],
        [9, 30],
        [17, 30],
      ],
    },
  );
});

test('hours, shares in words and bare numbers are not read', () => {
  const cell = { column: '', group: '', row: 'Interviewed' };
  const shown = {
    title: 'Eight in ten are told',
    drawings: ['41|12 hours'],
    cells: [{ ...cell, text: '6 to 10 hours' }],
  };
  expect(heldFigure(shown, []).numbers).toBe(0);
});

describe('a slip between a figure and its lines is found', () => {
  const page = pagesOf(sampleSource.release);
  const { shown: ladder, printed } = page('explanation-ladder');
  const slips = (change: Partial<ShownFigure>) => heldFigure({ ...ladder, ...change }, printed).differences;
  const inCells = (change: (cell: ShownCell) => Partial<ShownCell>) =>
    slips({ cells: ladder.cells.map((cell) => ({ ...cell, ...change(cell) })) });

  test('in the title', () => {
    expect(slips({ title: ladder.title.replace('394', '395') })).toEqual([
      'The title shows “395 of 503”, which none of its lines makes.',
    ]);
  });

  test('in the drawing: a share that is of another range, a range, a base', () => {
    const [drawing = ''] = ladder.drawings;
    for (const [from, to] of [
      ['78% no reason about the person, range 75–82%', '73% no reason about the person, range 75–82%'],
      ['range 75–82%', 'range 75–83%'],
      ['341 answered', '342 answered'],
    ] as const) {
      expect(drawing).toContain(from);
      expect(slips({ drawings: [drawing.replace(from, to)] }), to).toHaveLength(1);
    }
  });

  test('in every share, count, range and base of a table, altered by one', () => {
    const altered = pictureIds.flatMap((id) => {
      const { shown, printed: own } = page(id);
      return shown.cells
        .filter(({ text }) => /^\d+% \(\d/.test(text))
        .flatMap((cell) =>
          [...cell.text.matchAll(/\d+/g)].map(({ 0: digits, index }) => {
            const text = `${cell.text.slice(0, index)}${Number(digits) + 1}${cell.text.slice(index + digits.length)}`;
            const { differences } = heldFigure({ title: '', drawings: [], cells: [{ ...cell, text }] }, own);
            return { slip: `${id}, ${cell.row}: ${text}`, isFound: differences.length > 0 };
          }),
        );
    });
    expect(altered.length).toBeGreaterThan(1500);
    // What a slip makes of these is another number of the same rows: that of another step, or of those whom a headline does not count.
    expect(altered.filter(({ isFound }) => !isFound).map(({ slip }) => slip)).toEqual([
      'explanation-ladder, And something to do differently: 4% (13) 2–7%',
      'told-by-day/by/level3, Managers and directors: 50% (71) 42–58% n = 141',
    ]);
  });

  test('where two rows of a table change places', () => {
    const rows = ['With the no Nothing', 'With the no A reason for anyone'];
    const at = (row: string) =>
      ladder.cells.find(
        (cell) => `${cell.group} ${cell.row}` === row && cell.column.startsWith('Job seekers'),
      );
    const [nothing, anyone] = rows.map(at);
    expect(nothing?.text).toBe('39% (194) 35–43%');
    expect(inCells((cell) => (cell === nothing ? { ...anyone, row: cell.row } : {}))).toEqual([
      'The table, at “Nothing”, shows “18% (91) 15–22%”, which none of its lines makes.',
    ]);
  });
});
