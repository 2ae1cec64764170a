import { expect, test } from 'vitest';
import { printedDoor } from '../../../src/release/door.ts';
import { qualityTable } from '../../../src/release/package/qualityTable.ts';
import { publisher } from '../../examples/publisher.ts';
import { wholeRelease } from '../../examples/wholeRelease.ts';

test('what happened at the door is printed in whole tens, so that nobody can count one caller', () => {
  expect(printedDoor({ door: { D1: 9, D2: 10, D4: 19, harder: 12_345 } })).toEqual({
    D1: 0,
    D2: 10,
    D3: 0,
    D4: 10,
    harder: 12_340,
  });
  // One call more does not show, whichever ten it is in.
  for (const n of [0, 10, 120])
    expect(printedDoor({ door: { D1: n + 1 } })).toEqual(printedDoor({ door: { D1: n + 9 } }));
});

test('quality.csv has a line for each rule and effect at the door, for both sides together', () => {
  const lines = qualityTable(wholeRelease(), publisher).csv.split('\n');
  const atTheDoor = lines.filter((line) => line.includes(',either,'));
  expect(
    atTheDoor.map((line) => [/,(D\d),/.exec(line)?.[1], /(\w+,\d+),published$/.exec(line)?.[1]]),
  ).toEqual([
    ['D1', 'refused,40'],
    ['D2', 'harder,0'],
    ['D3', 'refused,0'],
    ['D4', 'harder,1230'],
    ['D4', 'refused,120'],
  ]);
});
