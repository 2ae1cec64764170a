import { expect, test } from 'vitest';
import { proportionIn } from '../../../src/release/proportionIn.ts';
import { wholeRelease } from '../../examples/wholeRelease.ts';

const release = wholeRelease();
const told = { estimate: 'E11', series: 'job_seeker_interviewed' };

test('is computed from the printed counts', () => {
  const group = release.tables.find(({ table }) => table === 'E11 job_seeker_interviewed')?.groups.answered;
  const cell = group?.status === 'published' ? group.cells.not_told : undefined;
  if (group?.status !== 'published' || cell?.status !== 'published')
    throw new Error('The example has no counts.');
  const ours = proportionIn(release, { ...told, cells: ['not_told'] });
  expect(ours).toMatchObject({ x: cell.x, n: group.n, share: cell.x / group.n });
  const all = proportionIn(release, { ...told, cells: ['told', 'not_told'] });
  expect(all).toMatchObject({ x: group.n, hi: 1 });
});

test('is nothing where the release prints nothing', () => {
  const small = { estimate: 'E7', series: 'job_seeker_about_them', cells: ['p4', 'p5'] };
  expect(proportionIn(release, small)).toBeNull();
});

test('does not count a misspelt answer as 0', () => {
  expect(() => proportionIn(release, { ...told, cells: ['nottold'] })).toThrow(/has no nottold/);
});
