import { sideNames } from '../../figures/sideNames.ts';
import type { PackageLine } from '../../release/recount/packageLine.ts';
import { linesOf } from '../../release/recount/recountDifference.ts';
import type { SideId } from '../../survey/question.ts';

/** A text of a package, where punctuation is ASCII, as a page sets it; what it quotes stands in a quote here. */
export const asPrinted = (text: string): string => text.replaceAll(/"([^"]*)"/g, '‘$1’').replaceAll("'", '’');

/** Whose answers a line counts: its series, and its side where that is not in the name. */
export function seriesLabel(line: PackageLine): string {
  const label = asPrinted(line.of('series_label'));
  const side = sideNames[line.of('side') as SideId];
  return label.startsWith(side) ? label : `${side}: ${label}`;
}

/** Which number of its series a line is: of which group, of what. */
export const numberLabel = (line: PackageLine): string =>
  [line.of('segment_label'), line.of('label')]
    .filter((part) => part !== '')
    .map(asPrinted)
    .join(': ');

/** Which number a line is: whose, and which. */
export const lineLabel = (line: PackageLine): string => `${seriesLabel(line)}; “${numberLabel(line)}”`;

/** What a comparison sets side by side. */
export function differenceLabel(line: PackageLine, estimates: readonly PackageLine[]): string {
  const [a, b] = [linesOf(line, 'a', estimates), linesOf(line, 'b', estimates)];
  const [first, second] = [a[0], b[0]];
  if (first === undefined || second === undefined) return '';
  const counted = asPrinted(first.of('label'));
  if (line.of('segment_var') === 'none')
    return `${seriesLabel(first)} against ${seriesLabel(second)}: ${counted}`;
  const others = b.length > 1 ? 'the other groups' : asPrinted(second.of('segment_label'));
  return `${seriesLabel(first)}; ${asPrinted(first.of('segment_label'))} against ${others}: ${counted}`;
}
