import { parse } from 'csv-parse/sync';
import { describe as group, expect, it } from 'vitest';
import type { Figure } from '../../../src/figures/figure.ts';
import { csv } from '../../../src/words/csv.ts';
import { describe } from '../../../src/words/describe.ts';
import { cellCount } from '../../../src/words/tableCells.ts';
import {
  sampleMark,
  noteWithoutRange,
  noteWithWeights,
  standardNote,
} from '../../../src/figures/standardNote.ts';
import { figureOf } from '../../../src/figures/estimates/figureOf.ts';
import { figures, namedFigures } from '../../examples/figures.ts';
import { sampleSource } from '../../examples/sampleSource.ts';

/** Words the protocol rules out (2.9). */
const FORBIDDEN =
  /margin of error|significant|\bproves?\b|because of|representative|nationally|employers think|credibility interval|true value|% of candidates/i;

group('describe', () => {
  it('begins the alternative text with the title, and gives every number of the ladder', () => {
    expect(describe(figures.ladder.usual).alt).toBe(
      'Three quarters of interviewed people got no reason about them (65 of 87). Stacked bars. ' +
        'Job seekers, interviewed, 87 answered: nothing 20%, only the no 32%, for anyone 23%, about them 16%, with advice 9%; ' +
        '75% no reason about the person, range 65–83%. Employers, each about one interviewed person, 98 answered: nothing 11%, only the no 32%, for anyone 28%, about them 20%, with advice 9%; ' +
        '70% no reason about the person, range 61–79%. Sample data, made up.',
    );
  });

  /** Whether its file has the ends of a range. */
  const hasRange = (figure: Figure): boolean =>
    parse<Record<string, string>>(csv(figure), { columns: true, bom: true }).some(
      ({ lo, option }) => lo !== '' || option === 'median_lo',
    );

  group.each(namedFigures)('%s', (_name, figure) => {
    const { title, alt, table, howToRead, doesNotShow, notes, differences } = describe(figure);

    it('has words for everything, and none that the protocol rules out', () => {
      const said = differences.flatMap(({ what, a, b }) => [what, a.who, b.who]);
      const all = [title, alt, table.caption, howToRead, doesNotShow, ...notes, ...said];
      for (const text of all) {
        expect(text).not.toBe('');
        expect(text).not.toMatch(FORBIDDEN);
        expect(text).not.toMatch(/undefined|NaN|\s%/);
      }
      const isWeighted = table.rows.some(({ label }) => label.includes('counted by people'));
      expect(notes[0]).toBe(
        !hasRange(figure) ? noteWithoutRange : isWeighted ? noteWithWeights : standardNote,
      );
    });

    it('says that the answers are made up where the words travel alone', () => {
      expect(alt).toContain(sampleMark);
      expect(table.caption).toContain(sampleMark);
    });

    it('has a cell for every column in every row', () => {
      for (const { cells, group: heads } of table.rows)
        expect(cells).toHaveLength(heads === true ? 0 : cellCount(table.columns));
    });
  });

  it('names an answer as each side met it, and says where a side was not offered it', () => {
    const promised = describe(figureOf('promise', sampleSource)).table.rows.map(({ label }) => label);
    expect(promised.filter((label) => !/^(If all who did not say|Drawn as one)/.test(label))).toEqual([
      'Yes, and I heard by then; employers: Yes, and they heard by then',
      'Yes, but I heard later; employers: Yes, but they heard later',
      'Yes, but I have not heard; employers: Yes, but they have not heard',
      'No, or only “soon” or “no news means no”',
      'Together: were given a date',
      'Answered',
    ]);
    const { columns, rows } = describe(figureOf('asking', sampleSource)).table;
    expect(columns.at(-1)?.heading).toMatch(/^Employers/);
    const nobody = rows.find(({ label }) => label === 'There was no one I could ask');
    expect(nobody?.cells.slice(-2)).toEqual(['not offered', '']);
    expect(rows.filter(({ cells }) => cells.includes('not offered'))).toEqual([nobody]);
  });

  it('prints no number of a withheld group', () => {
    const { alt, table } = describe(figures.ladder.allWithheld);
    expect(alt).not.toMatch(/\d%/);
    expect(table.rows.flatMap(({ cells }) => cells).join()).not.toMatch(/%/);
  });
});
