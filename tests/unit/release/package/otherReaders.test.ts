import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Table } from 'tableschema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageFiles } from '../../../../src/release/package/packageFiles.ts';
import type { Release } from '../../../../src/release/release.ts';
import { publisher } from '../../../examples/publisher.ts';
import { sampleSource } from '../../../examples/sampleSource.ts';
import { wholeRelease } from '../../../examples/wholeRelease.ts';
import { strictCsv, type TableSchema } from './strictCsv.ts';

interface Resource {
  readonly type?: string;
  readonly path: string;
  readonly schema: TableSchema;
}

const typed = (type: TableSchema['fields'][number]['type'], text: string): unknown => {
  if (text === '') return null;
  switch (type) {
    case 'integer':
    case 'number':
      return Number(text);
    case 'boolean':
      return text === 'true';
    case 'date':
      return new Date(`${text}T00:00`);
    case 'string':
      return text;
  }
};

const tables = [
  'estimates',
  'comparisons',
  'stage_explanation',
  'codebook',
  'quality',
  'channels',
  'releases',
].map((name) => `${name}.csv`);

describe.each<readonly [string, Release]>([
  ['a real release', wholeRelease()],
  ['the sample', sampleSource.release],
])('the package of %s', (_, release) => {
  const files = packageFiles({ release, frozen: '{}\n', all: [release] }, publisher);
  const textOf = (name: string): string => {
    const content = files.find((file) => file.name === name)?.content;
    if (typeof content !== 'string') throw new Error(`The package has no text ${name}.`);
    return content;
  };
  const { resources } = JSON.parse(textOf('datapackage.json')) as { readonly resources: readonly Resource[] };
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'package-'));
    for (const { name, content } of files) writeFileSync(join(folder, name), content);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('has these tables', () => {
    expect(resources.filter(({ type }) => type === 'table').map(({ path }) => path)).toEqual(tables);
  });

  test.each(tables)(
    '%s is read by a reader of the first version of the standard, which guesses the delimiter',
    async (path) => {
      const schema = resources.find((resource) => resource.path === path)?.schema;
      if (schema === undefined) throw new Error(`${path} has no schema.`);
      const table = await Table.load(join(folder, path), { schema });
      const rows = strictCsv(textOf(path)).map((line) =>
        Object.fromEntries(schema.fields.map(({ name, type }) => [name, typed(type, line[name] ?? '')])),
      );
      expect(rows.length).toBeGreaterThan(1);
      await expect(table.read({ keyed: true })).resolves.toEqual(rows);
    },
  );

  test.each(tables)('%s is the same text to a spreadsheet that takes it for Windows-1252', (path) => {
    const text = textOf(path);
    expect(new TextDecoder('windows-1252').decode(Buffer.from(text))).toBe(text);
  });
});
