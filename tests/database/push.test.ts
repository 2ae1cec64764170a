import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { clientConfig, withClient } from '../../scripts/postgresql/client.ts';
import { makeEmptyProject } from '../../scripts/postgresql/makeProject.ts';
import { askSecondVersion, copyOfFirstVersion } from '../build/harness/fieldedProject.ts';
import { catalogOf } from './harness/catalog.ts';
import type { Row } from './harness/database.ts';
import { runScript } from './harness/runScript.ts';
import { mayRunTools, supabase } from './harness/supabaseTool.ts';

describe.skipIf(!mayRunTools)('“supabase db push” of a copy of this project', () => {
  test('applies what a database lacks, once, and from nothing comes to the same', async () => {
    const address = inject('postgresql');
    const { folder, remove } = copyOfFirstVersion();
    onTestFinished(remove);
    const make = (name: string) => makeEmptyProject(address, name, 'explicit grants');
    const files = () => readdirSync(join(folder, 'supabase/migrations')).sort();
    const pushed = (name: string): readonly string[] => {
      const url = `postgresql://postgres:${address.password}@127.0.0.1:${address.port}/${name}`;
      const { out, err } = supabase(folder, 'db', 'push', `--remote=${url}`, '--yes');
      return [...`${out}${err}`.matchAll(/^Applying migration (\S+?)\.{3}/gm)].map(([, file = '']) => file);
    };
    const catalog = (name: string) =>
      withClient(clientConfig(address, 'postgres', name), (client) =>
        catalogOf({ sql: async (text) => (await client.query<Row>(text)).rows }),
      );

    await make('pushed_twice');
    const first = files();
    expect(pushed('pushed_twice')).toEqual(first);
    expect(pushed('pushed_twice')).toEqual([]);

    askSecondVersion(folder);
    for (const args of [[], ['--freeze']])
      expect(await runScript('instrument', args, {}, { root: folder })).toMatchObject({ code: 0 });
    const added = files().filter((file) => !first.includes(file));
    expect(added).toHaveLength(2);
    expect(pushed('pushed_twice')).toEqual(added);
    expect(pushed('pushed_twice')).toEqual([]);

    await make('pushed_once');
    expect(pushed('pushed_once')).toEqual(files());
    expect(await catalog('pushed_once')).toEqual(await catalog('pushed_twice'));
  });
});
