import { expect, test } from 'vitest';
import { chartIds } from '../../../src/figures/estimates/figureOf.ts';
import { chartsOn, elsewhereOn, subjects } from '../../../src/components/charts/elsewhereOn.ts';
import { outsideFigures } from '../../../src/components/page/outsideFigures.ts';
import { isVerified } from '../../../src/ledger/inWords.ts';
import { figureIn } from '../../../src/ledger/ledger.ts';
import { ledger } from '../../examples/ledger.ts';

test('outside figures belong to charts that there are', () => {
  expect(subjects.filter((id) => !chartIds.includes(id))).toEqual([]);
  expect(chartsOn('matrix-2017')).toContain('waiting');
});

test('each is one of the ledger', () => {
  const ids = subjects.flatMap(elsewhereOn);
  expect(ids.length).toBeGreaterThan(8);
  for (const id of ids) expect(figureIn(ledger, id).id).toBe(id);
});

test('those that stand on the front page were read at the publisher’s own', () => {
  expect(outsideFigures.filter(({ figure }) => !isVerified(figureIn(ledger, figure).in.study))).toEqual([]);
});
