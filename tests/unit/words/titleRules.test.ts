import { describe, expect, test } from 'vitest';
import { sayFinding } from '../../../src/words/sayFinding.ts';
import { titleOf } from '../../../src/words/titleOf.ts';
import { figures } from '../../examples/figures.ts';
import { everyField, hidden, more, parts, told } from './madeUpFindings.ts';

const big = 'employers here';

describe('A share', () => {
  test('is followed by its counts, and begins with a capital letter', () => {
    expect(sayFinding(told([412, 1069], { who: 'interviews', does: 'ended without an answer' }))).toBe(
      'Four in ten interviews ended without an answer (412 of 1,069)',
    );
    expect(
      sayFinding(told([452, 798], { lead: 'after 45 days', who: 'people', does: 'had no answer' })),
    ).toBe('After 45 days, 57% of people had no answer (452 of 798)');
  });

  test('takes a verb in the plural, one in ten included', () => {
    expect(sayFinding(told([41, 410]))).toBe('One in ten people were told (41 of 410)');
  });

  test('says in the bracket who was counted, where the words before it leave that open', () => {
    expect(sayFinding(told([100, 300], { counted: 'who answered' }))).toBe(
      'A third of people were told (100 of 300 who answered)',
    );
  });

  test('stands alone where the beginning says of whom it is', () => {
    const named = { lead: 'of people here who asked', named: true } as const;
    expect(sayFinding(told([240, 360], named))).toBe(
      'Of people here who asked, two thirds were told (240 of 360)',
    );
  });
});

describe('A title rests on no small count', () => {
  test.each([
    ['x of ten', [10, 100], true],
    ['x of nine', [9, 100], false],
    ['ten others', [90, 100], true],
    ['nine others', [91, 100], false],
    ['a range of 30 points', [20, 39], true], // .2995 wide
    ['a wider range', [20, 38], false], // .3030 wide
    ['twenty-nine people', [10, 29], false],
    ['nobody', [0, 400], false],
    ['everybody', [400, 400], false],
  ] as const)('%s', (_, counts, isSaid) => {
    expect(sayFinding(told(counts)) !== undefined).toBe(isSaid);
    expect(sayFinding(parts([110, 400], counts)) !== undefined).toBe(isSaid);
    expect(sayFinding(parts(counts, [110, 400])) !== undefined).toBe(isSaid);
    expect(sayFinding(more(counts, [220, 400])) !== undefined).toBe(isSaid);
    expect(sayFinding(more([220, 400], counts)) !== undefined).toBe(isSaid);
    expect(sayFinding(everyField([counts, [180, 400]])) !== undefined).toBe(isSaid);
  });

  test('nor on one that is hidden', () => {
    expect(sayFinding(told(hidden))).toBeUndefined();
  });

  test('nor a middle answer on fewer than thirty people', () => {
    const middle = (n: number) =>
      sayFinding({
        kind: 'median',
        says: 'it took 2 hours',
        middle: '2 hours',
        n,
        stretches: { middle: 1, range: 1 },
        between: '2 hours',
      });
    expect([middle(29), middle(30)]).toEqual([undefined, 'It took 2 hours (30 who answered)']);
  });
});

describe('A difference', () => {
  test('is said in the protocol’s shape, both in whole percents', () => {
    const leads = { leads: ['according to employers here', 'according to job seekers'] } as const;
    expect(sayFinding(more([189, 369], [57, 274], true, leads))).toBe(
      'According to employers here, 51% of people were told (189 of 369); according to job seekers, 21% (57 of 274)',
    );
    expect(sayFinding(more([57, 274], [189, 369], true, { counted: 'described here' }))).toBe(
      'In one field, 21% of people were told (57 of 274 described here); elsewhere, 51% (189 of 369)',
    );
    // Both are near a tenth, and in tenths the 24 points would be 20.
    expect(sayFinding(more([168, 300], [96, 300]))).toMatch(/ 56% .* 32% /);
  });

  test('that whole percents do not show is not said: it would read as none', () => {
    expect(sayFinding(more([50_300, 100_000], [49_700, 100_000]))).toBeUndefined();
  });

  test('that was not declared is not said, however large', () => {
    expect(sayFinding(more([280, 300], [20, 300], false))).toBeUndefined();
  });
});

describe('A null is said as the range that was found', () => {
  const fields = [
    [99, 300],
    [141, 300],
    [120, 300],
  ] as const;

  test('with the people before the bracket, and in it the counts of the lowest and of the highest group', () => {
    expect(sayFinding(everyField(fields))).toBe(
      'By field of work, 33% to 47% of people were told (lowest 99 of 300, highest 141 of 300)',
    );
  });

  test('only where it is wider than two points', () => {
    expect(
      sayFinding(
        everyField([
          [99, 300],
          [105, 300],
        ]),
      ),
    ).toBeUndefined();
    expect(
      sayFinding(
        everyField([
          [99, 300],
          [108, 300],
        ]),
      ),
    ).toMatch(/33% to 36%/);
    expect(
      sayFinding(
        everyField([
          [199, 600],
          [99, 300],
        ]),
      ),
    ).toBeUndefined();
  });

  test('only where every category is shown, and none differs', () => {
    expect(sayFinding(everyField([...fields, hidden]))).toBeUndefined();
    expect(sayFinding(everyField(fields, { differs: true }))).toBeUndefined();
    expect(sayFinding(everyField([fields[0]]))).toBeUndefined();
    expect(sayFinding(everyField([]))).toBeUndefined();
  });
});

test('a sentence of more than 90 letters before its first bracket is not said', () => {
  const long = (letters: number) =>
    sayFinding(told([310, 1000], { does: 'x'.repeat(letters - '31% of people '.length) }));
  expect(long(90)).toBeDefined();
  expect(long(91)).toBeUndefined();
});

test('a share whose words are too long is said in whole percents', () => {
  const does = 'x'.repeat(90 - 'A third of people '.length);
  expect(sayFinding(told([100, 300], { does }))).toMatch(/^A third of /);
  expect(sayFinding(told([100, 300], { does: `${does}x` }))).toMatch(/^33% of /);
});

test('nor one of more than 200 letters in all', () => {
  const long = (letters: number) => {
    const shortest = sayFinding(more([200, 300], [100, 300], true, { leads: ['so', 'x'] })) ?? '';
    return sayFinding(
      more([200, 300], [100, 300], true, { leads: ['so', 'x'.repeat(letters - shortest.length + 1)] }),
    );
  };
  expect(long(200)).toHaveLength(200);
  expect(long(201)).toBeUndefined();
});

describe('A figure’s title', () => {
  const titled = (...findings: readonly ReturnType<typeof told>[]) =>
    titleOf({ ...figures.ladder.usual, findings });

  test('is the first of its findings that may be said', () => {
    expect(titled(told([9, 300]), more([200, 300], [100, 300], false), told([100, 300], { who: big }))).toBe(
      'A third of the employers here were told (100 of 300)',
    );
  });

  test('is else its plain name and how many people there are', () => {
    expect(titled(told([9, 300]))).toBe('The explanation ladder: 185 people so far');
    expect(titleOf({ ...figures.ladder.allWithheld, findings: [] })).toBe(
      'The explanation ladder: too few answers yet',
    );
  });

  test('counts nobody twice: rows that everybody answered are the same people', () => {
    expect(titleOf({ ...figures.bars.usual, findings: [] })).toBe('What gets in the way: 97 people so far');
  });
});
