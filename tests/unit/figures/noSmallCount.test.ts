import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderSvg } from '../../../src/charts/render.ts';
import { compare } from '../../../src/compare/compare.ts';
import { chartIds, figureOf } from '../../../src/figures/estimates/figureOf.ts';
import { MINIMUM_CELL } from '../../../src/release/disclosure/thresholds.ts';
import { csv } from '../../../src/words/csv.ts';
import { describe as inWords } from '../../../src/words/describe.ts';
import { validAnswers } from '../../examples/anyAnswers.ts';
import { extents } from '../../examples/labels.ts';
import { described } from '../../examples/figureParts.ts';
import { smallRelease } from '../../examples/smallRelease.ts';

const isSmall = (x: number): boolean => x > 0 && x < MINIMUM_CELL;

/** Every count that a figure holds, wherever it is in it. */
function countsIn(value: unknown): readonly number[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'x' in value && typeof value.x === 'number' ? [value.x] : [];
  return [...own, ...Object.values(value).flatMap(countsIn)];
}

/** Counts in words: “3 of 87”, “3 of the 87”, “41% (3)”. */
const countsSaid = (text: string): readonly number[] =>
  [...text.matchAll(/\b([\d,]+) of (?:the )?\d|\(([\d,]+)\)/g)]
    .map(([, of, bracketed]) => Number((of ?? bracketed ?? '').replaceAll(',', '')))
    // “fewer than 5 of 87” names no count.
    .filter((x) => x !== MINIMUM_CELL);

function countsInFile(text: string): readonly number[] {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const at = head.split(',').indexOf('x');
  const fields = (line: string) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
  return lines.map((line) => Number((fields(line)[at] ?? '').replace(/,$/, '')));
}

describe('Of any release, however small its counts', () => {
  const seeds = fc.nat({ max: 1_000_000 });

  test('no figure, title, alternative text, table or file has a count of one to four', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const source = smallRelease(seed);
        for (const id of chartIds) {
          const figure = figureOf(id, source);
          const { title, alt, table, notes, differences } = inWords(figure);
          const words = JSON.stringify([title, alt, table, notes, differences]);
          expect(countsIn(figure).filter(isSmall), `${seed} ${id}`).toEqual([]);
          expect(countsSaid(words).filter(isSmall), `${seed} ${id}`).toEqual([]);
          expect(countsInFile(csv(figure)).filter(isSmall), `${seed} ${id}`).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('every chart can be drawn on a phone, no word cut, and prints no such count', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const source = smallRelease(seed);
        for (const id of chartIds) {
          const svg = renderSvg(described(figureOf(id, source)), 'narrow');
          expect(countsSaid(svg.replace(/<[^>]*>/g, ' | ')).filter(isSmall), `${seed} ${id}`).toEqual([]);
          for (const { text, from, to, width } of extents(svg))
            expect(from >= -1 && to <= width + 1, `${seed} ${id}: ${text}`).toBe(true);
        }
      }),
      // Found once: no day after the second is known.
      { numRuns: 5, examples: [[988322]] },
    );
  });

  test.each(['job_seeker', 'employer'] as const)(
    'no sentence on the thank-you page of a %s has one, nor throws',
    (side) => {
      fc.assert(
        fc.property(seeds, validAnswers(side), (seed, answers) => {
          const compared = compare(smallRelease(seed), side, answers);
          const said = 'nothing' in compared ? [] : compared.comparisons;
          const words = said.map(({ sentence, detail = '' }) => `${sentence} ${detail}`).join(' ');
          expect(countsSaid(words).filter(isSmall), words).toEqual([]);
        }),
        { numRuns: 40 },
      );
    },
  );
});
