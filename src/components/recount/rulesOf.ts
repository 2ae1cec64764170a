import { rules } from '../../release/disclosure/rules.ts';
import type { PackageLine } from '../../release/recount/packageLine.ts';

/** The disclosure rules that can have withheld a line: a package says what happened to it, and not in which turn. */
function idsOf(line: PackageLine): readonly string[] {
  const isCut = line.of('segment_var') !== 'none';
  if (line.of('measure') === 'implied_share_of_people') return ['P3', 'P6', 'P11', 'P12'];
  switch (line.of('status')) {
    case 'small_cell':
      return [isCut ? 'P5' : 'P11'];
    case 'few_answers':
      return ['P3'];
    case 'small_base':
      return [line.of('vintage') === '' ? 'P1' : 'P3'];
    default:
      return isCut ? ['P4', 'P5', 'P6'] : ['P6', 'P11', 'P12'];
  }
}

/** The rules by name: “Rule P11 (Small counts as a whole)”. */
export function rulesOf(line: PackageLine): string {
  const ids = new Set(idsOf(line));
  const named = rules.filter(({ id }) => ids.has(id)).map(({ id, name }) => `${id} (${name.toLowerCase()})`);
  return `${named.length > 1 ? 'Rules' : 'Rule'} ${new Intl.ListFormat('en', { type: 'disjunction' }).format(named)}`;
}
