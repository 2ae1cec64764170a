import { readFileSync } from 'node:fs';
import type { SitePath } from '../../address.ts';
import { catalogue } from '../../release/catalogue.ts';
import { readLines, type PackageLine } from '../../release/recount/packageLine.ts';
import { tables } from '../../release/tables.ts';
import type { Figure } from '../../figures/figure.ts';

/** A table of the data package: every line of it, those of one figure, and the file itself. */
export interface PackageTable {
  readonly all: readonly PackageLine[];
  readonly own: readonly PackageLine[];
  readonly path: SitePath;
  readonly bytes: number;
}

/** What a figure is made of. */
export interface PackageLines {
  readonly estimates: PackageTable;
  readonly comparisons: PackageTable;
}

/** A cache for one build: each chart’s page reads the same two files. */
const read = new Map<string, Omit<PackageTable, 'own'>>();

function tableOf(release: string, name: string): Omit<PackageTable, 'own'> {
  const path: SitePath = `/data/${release}/${name}`;
  const before = read.get(path);
  if (before !== undefined) return before;
  const text = readFileSync(`src/content/releases/${release}/${name}`, 'utf8');
  const table = { all: readLines(text), path, bytes: Buffer.byteLength(text) };
  read.set(path, table);
  return table;
}

/** The series of a chart as they are asked now: of those that restarted the package has the earlier ones, too. */
const seriesNow = (chart: string): ReadonlySet<string> =>
  new Set(
    tables.filter((one) => !one.isClosed && one.estimate.slug === chart).map(({ seriesName }) => seriesName),
  );

/**
 * The lines of the release’s data package that a figure is made of.
 * @returns null before the first release, and where the package has none of it, as after a question was asked anew
 */
export function packageLines({ id, cut, provenance: { release } }: Figure): PackageLines | null {
  if (release === null) return null;
  const [chart, by] = [cut?.chart ?? id, cut?.segment ?? 'none'];
  const estimate = catalogue.find(({ slug }) => slug === chart);
  const series = seriesNow(chart);
  const take = (table: Omit<PackageTable, 'own'>, column: string): PackageTable => ({
    ...table,
    own: table.all.filter(
      (line) =>
        line.of('estimate_id') === estimate?.id &&
        line.of('segment_var') === by &&
        series.has(line.of(column)),
    ),
  });
  const estimates = take(tableOf(release.id, 'estimates.csv'), 'series');
  if (estimates.own.length === 0) return null;
  return {
    estimates,
    comparisons: take(tableOf(release.id, 'comparisons.csv'), 'a_series'),
  };
}
