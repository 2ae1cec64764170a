import { describe, expect, test } from 'vitest';
import { protect } from '../../../../src/release/disclosure/protect.ts';
import type { ReleaseRequest } from '../../../../src/release/disclosure/protection.ts';
import { verifyRelease } from '../../../../src/release/verify/verifyRelease.ts';
import { byField, group, overall } from '../disclosure/groups.ts';
import { due, history } from '../disclosure/history.ts';

/** Of no series of the catalogue, which would have other answers. */
const table = 'E0 job_seeker';
const field = { table: `${table} field4` };

const since = (added: number) => ({ '2026-11': added });

/** A second release by the rules, twenty people after the first. */
function december() {
  const { earlier, ledger: past } = history({
    '2026-11': [
      overall({ n: 150, x: { told: 60 }, added: {} }, undefined, { table }),
      byField({ knowledge: group(90), care: group(60) }, undefined, field),
    ],
  });
  const request: ReleaseRequest = {
    release: '2026-12',
    partitions: [
      overall(
        { n: 170, x: { told: 70 }, added: since(20) },
        { n: 0, x: { dk: 0 }, added: since(0) },
        { table },
      ),
      byField(
        { knowledge: group(110, 50, 20, since(20)), care: group(60, 30, 15, since(0)) },
        group(0, 0, 0, since(0)),
        field,
      ),
    ],
    earlier,
    ledger: past,
    due,
  };
  return { request, made: protect(request) };
}

describe('nothing is written unless every check holds', () => {
  test('lets pass what the rules make', () => {
    const { request, made } = december();
    expect(() => {
      verifyRelease(request, made);
    }).not.toThrow();
    expect(made.ledger).not.toHaveLength(0);
  });

  test('stops at a table that breaks a rule by itself', () => {
    const { request, made } = december();
    const [first, ...others] = made.tables;
    if (first === undefined) throw new Error('expected a table');
    const groups = { answered: { status: 'published', n: 9, cells: {} } } as const;
    expect(() => {
      verifyRelease(request, { ...made, tables: [{ ...first, groups }, ...others] });
    }).toThrow(
      'Nothing was written: E0 job_seeker, answered: a base of 9 is printed (P3). This is a fault of the disclosure rules; do not publish by hand.',
    );
  });

  test('stops at a group that two releases disclose, and does not print how many people are in it', () => {
    const { request, made } = december();
    const ledger = made.ledger.map((row) =>
      row.category === 'care' ? { ...row, n: row.n + 3, added: since(3) } : row,
    );
    expect(() => {
      verifyRelease(request, { ...made, ledger });
    }).toThrow(
      'Nothing was written: E0 job_seeker field4, care: between 2026-11 and 2026-12 a reader could single out fewer than ten people.',
    );
  });
});
