import { afterAll, expect, test, vi } from 'vitest';
import { candidate } from '../../../../src/release/disclosure/candidate.ts';
import { protect } from '../../../../src/release/disclosure/protect.ts';
import type { ReleaseRequest } from '../../../../src/release/disclosure/protection.ts';
import { overall } from '../disclosure/groups.ts';
import { due, history } from '../disclosure/history.ts';

// The rules as a fault could leave them: every table renewed at every change. What is printed now is still by the rules,
// so that only the canary can tell. Files share their modules (vitest.config.ts), so that this one loads its own.
vi.resetModules();
vi.doMock(import('../../../../src/release/disclosure/protectTable.ts'), async (importOriginal) => {
  const original = await importOriginal();
  return { ...original, protectTable: vi.fn(original.protectTable) };
});
const { protectTable } = await import('../../../../src/release/disclosure/protectTable.ts');
const { verifyRelease } = await import('../../../../src/release/verify/verifyRelease.ts');
afterAll(() => {
  vi.doUnmock('../../../../src/release/disclosure/protectTable.ts');
  vi.resetModules();
});

// Of no series of the catalogue, which would have other answers.
const table = 'E0 job_seeker';

test('stops at rules under which one response more or fewer would show', () => {
  const answered = { n: 150, x: { told: 60 }, added: {} };
  const { earlier, ledger } = history({ '2026-11': [overall(answered, undefined, { table })] });
  const added = { '2026-11': 0 };
  const request: ReleaseRequest = {
    release: '2026-12',
    partitions: [overall({ ...answered, added }, { n: 0, x: { dk: 0 }, added }, { table })],
    earlier,
    ledger,
    due,
  };
  const made = protect(request);
  const verify = () => {
    verifyRelease(request, made);
  };
  expect(verify).not.toThrow();
  vi.mocked(protectTable).mockImplementation((partition, { release }) => ({
    tables: [candidate(partition, release).table],
    withheld: [],
    ledger: [],
  }));
  expect(verify).toThrow('Nothing was written: E0 job_seeker: one response more or fewer would show.');
});
