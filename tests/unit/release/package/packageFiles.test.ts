import { createHash } from 'node:crypto';
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { identifying } from '../../../../src/release/verify/scan.ts';
import { controller } from '../../../../src/controller.ts';
import { archiveName, packageFiles } from '../../../../src/release/package/packageFiles.ts';
import { registration } from '../../../../src/release/package/registration.ts';
import type { Release } from '../../../../src/release/release.ts';
import { site } from '../../../../src/site.ts';
import { publisher } from '../../../examples/publisher.ts';
import { wholeRelease, wholeSample } from '../../../examples/wholeRelease.ts';
import { citationSchema } from './citationSchema.ts';
import { dataPackageProfile } from './dataPackageProfile.ts';
import { schemaProblems, strictCsv, type TableSchema } from './strictCsv.ts';

interface Resource {
  readonly name: string;
  readonly type?: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema?: TableSchema;
}

const frozen = (release: Release): string => `${JSON.stringify(release)}\n`;
const filesOf = (release: Release, all: readonly Release[] = [release]) =>
  new Map(
    packageFiles({ release, frozen: frozen(release), all }, publisher).map(({ name, content }) => [
      name,
      content,
    ]),
  );

const releases: readonly (readonly [string, Release])[] = [
  ['a real release', wholeRelease()],
  ['the sample', wholeSample()],
];

function textOf(files: ReadonlyMap<string, string | Uint8Array>, name: string): string {
  const content = files.get(name);
  if (typeof content !== 'string') throw new Error(`The package has no text ${name}.`);
  return content;
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
const problemsIn = (schema: object, value: unknown): readonly unknown[] => {
  // The published profile says “oneOf” of branches that overlap in their types, which strict mode only warns of.
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => [instancePath, message]);
};

describe.each(releases)('the package of %s', (_, release) => {
  const files = filesOf(release);
  const descriptor = JSON.parse(textOf(files, 'datapackage.json')) as {
    readonly resources: readonly Resource[];
  };
  const tables = descriptor.resources.filter(({ type }) => type === 'table');

  test('is described by a valid Data Package, version 2', () => {
    expect(problemsIn(dataPackageProfile, descriptor)).toEqual([]);
    expect(descriptor).toMatchObject({ $schema: 'https://datapackage.org/profiles/2.0/datapackage.json' });
  });

  test('describes every file but those about the package itself, with its size and checksum', () => {
    const about = [
      'datapackage.json',
      'README.md',
      'CITATION.cff',
      'LICENSE',
      'checksums.sha256',
      archiveName(release),
    ];
    expect(descriptor.resources.map(({ path }) => path)).toEqual(
      [...files.keys()].filter((name) => !about.includes(name)),
    );
    for (const { path, bytes, hash } of descriptor.resources) {
      const content = textOf(files, path);
      expect([path, Buffer.byteLength(content), `sha256:${sha256(content)}`]).toEqual([path, bytes, hash]);
    }
  });

  test.each(tables.map((table) => [table.path, table] as const))(
    '%s is strict CSV and what its Table Schema says',
    (path, { schema }) => {
      const csv = textOf(files, path);
      expect(schema === undefined ? ['no schema'] : schemaProblems(csv, schema)).toEqual([]);
      expect(strictCsv(csv).length).toBeGreaterThan(1);
      expect(csv).not.toMatch(/\r|\uFEFF| \n|\n\n/);
    },
  );

  test('is cited by a valid CITATION.cff', () => {
    const citation: unknown = parseYaml(textOf(files, 'CITATION.cff'));
    expect(problemsIn(citationSchema, citation)).toEqual([]);
    expect(citation).toMatchObject({ version: release.id, 'date-released': release.published });
    // Nobody but those whom the site names.
    expect(citation).toMatchObject({
      authors: [{ name: controller.name }],
      references: [{ title: site.credit.title, authors: [{ name: site.credit.author }] }],
    });
  });

  test('holds the protocol as it is published, and what was fixed beforehand', () => {
    expect(textOf(files, 'protocol.md')).toBe(publisher.protocolText);
    expect(textOf(files, 'registration.md')).toBe(registration(controller.opened));
  });

  test('has a README that names every table and file', () => {
    for (const name of files.keys())
      if (!['README.md', archiveName(release)].includes(name))
        expect(textOf(files, 'README.md')).toContain(`- \`${name}\`: `);
  });

  test('has checksums that hold, of every other file', () => {
    const lines = textOf(files, 'checksums.sha256').trimEnd().split('\n');
    const found = lines.map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line)?.slice(1) ?? [line]);
    const others = [...files].filter(
      ([name]) => name !== 'checksums.sha256' && name !== archiveName(release),
    );
    expect(found).toEqual(others.map(([name, content]) => [sha256(content), name]));
  });

  test('lies in one archive that another library opens, every byte of it', async () => {
    configure({ useWebWorkers: false });
    const archive = files.get(archiveName(release));
    if (archive === undefined || typeof archive === 'string') throw new Error('There is no archive.');
    const reader = new ZipReader(new Uint8ArrayReader(archive), { checkSignature: true });
    const entries = await reader.getEntries();
    const inside = await Promise.all(
      entries.map(async (entry) => {
        if (entry.directory) return [entry.filename, 'a folder'];
        const bytes = await entry.getData(new Uint8ArrayWriter());
        return [entry.filename, Buffer.from(bytes).toString('utf8')];
      }),
    );
    const others = [...files].filter(([name]) => name !== archiveName(release));
    expect(inside).toEqual(others.map(([name, content]) => [`no-but-why-${release.id}/${name}`, content]));
  });

  test('is made the same way twice, whatever the time zone', () => {
    const zone = process.env.TZ;
    try {
      for (const other of ['Pacific/Auckland', 'America/St_Johns']) {
        process.env.TZ = other;
        const again = filesOf(release);
        for (const [name, content] of files)
          expect([name, sha256(again.get(name) ?? '')]).toEqual([name, sha256(content)]);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test('holds nothing that could point at one response (P10)', () => {
    for (const [name, content] of files)
      if (typeof content === 'string') expect([name, identifying(content)]).toEqual([name, []]);
  });
});

describe('made-up data', () => {
  const files = filesOf(wholeSample(), [wholeSample(), wholeRelease()]);

  test.each([
    'estimates.csv',
    'comparisons.csv',
    'stage_explanation.csv',
    'quality.csv',
    'channels.csv',
    'releases.csv',
  ])('%s says so on every line', (name) => {
    for (const line of strictCsv(textOf(files, name))) expect(line.data).toBe('Sample data, made up');
  });

  test.each(['README.md', 'CITATION.cff', 'datapackage.json', 'LICENSE'])('%s says so', (name) => {
    expect(textOf(files, name)).toMatch(/made.up/i);
  });
});

describe('releases.csv', () => {
  const sample = wholeSample();
  const first = wholeRelease();
  const second = wholeRelease({ id: '2027-01', published: '2027-01-04' });
  const logOf = (release: Release) =>
    strictCsv(textOf(filesOf(release, [second, first, sample]), 'releases.csv'));

  test('holds the release and those before it, so that a package stays as it was published', () => {
    expect(new Set(logOf(first).map(({ release }) => release))).toEqual(new Set(['sample', '2026-12']));
    expect(new Set(logOf(second).map(({ release }) => release))).toEqual(
      new Set(['sample', '2026-12', '2027-01']),
    );
    expect(logOf(second).map(({ data }) => data)).toEqual([
      ...Array<string>(2).fill('Sample data, made up'),
      ...Array<string>(4).fill('Survey responses'),
    ]);
  });

  test('adds up printed counts, and leaves a sum empty that would disclose a withheld part', () => {
    expect(logOf(sample)).toMatchObject([
      { side: 'job_seeker', commit: '', n_screened_out: '120', n_eligible: '2037', n_included: '1996' },
      { side: 'employer', commit: '', n_screened_out: '', n_eligible: '1707', n_included: '1666' },
    ]);
  });
});

describe('the checks', () => {
  const files = filesOf(wholeRelease());
  const descriptor = JSON.parse(textOf(files, 'datapackage.json')) as {
    readonly resources: readonly Resource[];
  };
  const schema = descriptor.resources[0]?.schema;
  const csv = textOf(files, 'estimates.csv');

  test.each([
    [
      'a resource without a path',
      (copy: Record<string, unknown>) => (copy.resources = [{ name: 'estimates' }]),
    ],
    [
      'a property that the standard does not know',
      (copy: Record<string, unknown>) => (copy.profile = 'tabular-data-package'),
    ],
    ['a licence that names nothing', (copy: Record<string, unknown>) => (copy.licenses = [{ title: 'CC' }])],
  ])('the profile refuses %s', (_, change) => {
    const copy = structuredClone(descriptor) as unknown as Record<string, unknown>;
    change(copy);
    expect(problemsIn(dataPackageProfile, copy)).not.toEqual([]);
  });

  test.each([
    [
      'a share over 1',
      (text: string) => text.replace(/,0\.\d{6},/, ',1.200000,'),
      /share: “1.200000” is over 1/,
    ],
    [
      'a status of its own',
      (text: string) => text.replace(',published,', ',guessed,'),
      /status: “guessed” is no category/,
    ],
    [
      'a line twice',
      (text: string) => `${text}${text.split('\n')[1] ?? ''}\n`,
      /its key .* is there already/,
    ],
    ['a comma for a point', (text: string) => text.replace(/0\.(\d{6}),/, '"0,$1",'), /“0,\d+” is no number/],
  ])('the Table Schema refuses %s', (_, change, sentence) => {
    if (schema === undefined) throw new Error('The first resource has no schema.');
    expect(schemaProblems(change(csv), schema).join('\n')).toMatch(sentence);
  });

  test('the parser refuses a line that is too short', () => {
    expect(() => strictCsv(csv.replace('Survey responses,', ''))).toThrow(/Invalid Record Length/);
  });
});
