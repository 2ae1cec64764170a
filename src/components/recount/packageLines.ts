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

/** The lines of a table that a figure is made of, by the series that a column names. */
export function linesOf(
  { id, cut }: Pick<Figure, 'id' | 'cut'>,
  all: readonly PackageLine[],
  column: string,
): readonly PackageLine[] {
  const chart = cut?.chart ?? id;
  const estimate = catalogue.find(({ slug }) => slug === chart);
  const series = seriesNow(chart);
  return all.filter(
    (line) =>
      line.of('estimate_id') === estimate?.id &&
      line.of('segment_var') === (cut?.segment ?? 'none') &&
      series.has(line.of(column)),
  );
}

/**
 * The lines of the release’s data package that a figure is made of.
 * @returns null before the first release, and where the package has none of it, as after a question was asked anew
 */
export function packageLines(figure: Figure): PackageLines | null {
  const { release } = figure.provenance;
  if (release === null) return null;
  const take = (name: string, column: string): PackageTable => {
    const table = tableOf(release.id, name);
    return { ...table, own: linesOf(figure, table.all, column) };
  };
  const estimates = take('estimates.csv', 'series');
  if (estimates.own.length === 0) return null;
  return { estimates, comparisons: take('comparisons.csv', 'a_series') };
}
