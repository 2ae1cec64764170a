import { expect, test } from 'vitest';
import { charted, chartIds } from '../../../src/figures/estimates/figureOf.ts';
import { elsewhereOn, subjects } from '../../../src/components/charts/elsewhereOn.ts';

test('outside figures belong to charts that there are', () => {
  expect(subjects.filter((id) => !chartIds.includes(id))).toEqual([]);
});

test('each has its publisher, its year, its people and its page', () => {
  const all = charted.flatMap(({ slug }) => elsewhereOn(slug));
  expect(all.length).toBeGreaterThan(8);
  for (const { value, says, who, url } of all) {
    expect(value).toMatch(/^\d+%?$/);
    expect(says).toMatch(/^[a-z].*\.$/);
    expect(who, url).toMatch(/^[A-Z].*\b(19|20)\d\d\b.*[;.] ?.*\.$/);
    expect(URL.canParse(url)).toBe(true);
  }
});

test('a figure of the United Kingdom that has no source is not among them', () => {
  expect(JSON.stringify(charted.flatMap(({ slug }) => elsewhereOn(slug)))).not.toMatch(/77%|CIPD/);
});
