import { expect, test } from 'vitest';
import { catalogue } from '../../../src/release/catalogue.ts';
import { catalogueChecksum } from '../../../src/release/catalogueChecksum.ts';

/** Changes one word of the catalogue while `check` runs. */
function withChange(change: Record<string, unknown>, of: object, check: () => void): void {
  const was = structuredClone(change);
  for (const name of Object.keys(change)) was[name] = Reflect.get(of, name);
  Object.assign(of, change);
  try {
    check();
  } finally {
    Object.assign(of, was);
  }
}

const [first] = catalogue;
const cell = first?.series[0]?.cells[0] ?? {};
const before = catalogueChecksum();

test('a label may be mended under a release, a code may not', () => {
  withChange({ label: 'Another label' }, cell, () => {
    expect(catalogueChecksum()).toBe(before);
  });
  withChange({ code: 'another_code' }, cell, () => {
    expect(catalogueChecksum()).not.toBe(before);
  });
  withChange({ where: null }, cell, () => {
    expect(catalogueChecksum()).not.toBe(before);
  });
  expect(catalogueChecksum()).toBe(before);
});
