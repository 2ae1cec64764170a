import { expect, test } from 'vitest';
import { projectName } from '../../scripts/backup/project.ts';

test.each([
  ['postgresql://postgres.abcdefghijklmnopqrst:a.b@aws-0-eu-central-1.pooler.supabase.com:5432/postgres'],
  ['postgresql://postgres:a.b@db.abcdefghijklmnopqrst.supabase.co:5432/postgres'],
])('a project has one name, whichever way leads to it: %s', (address) => {
  expect(projectName(new URL(address))).toBe('abcdefghijklmnopqrst');
});

test('two databases of one server have two names, without a password', () => {
  const names = ['one', 'two'].map((name) =>
    projectName(new URL(`postgresql://me:secret@DB.example.org:5433/${name}`)),
  );
  expect(names).toEqual(['db.example.org-5433-one', 'db.example.org-5433-two']);
});

test('twenty letters are the reference of a project at Supabase alone', () => {
  const names = ['abcdefghijklmnopqrst', 'customerstaginghosts'].map((label) =>
    projectName(new URL(`postgresql://postgres.abcdefghijklmnopqrst@db.${label}.example.org/postgres`)),
  );
  expect(names).toEqual([
    'db.abcdefghijklmnopqrst.example.org-postgres',
    'db.customerstaginghosts.example.org-postgres',
  ]);
});
