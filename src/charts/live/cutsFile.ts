import type { Bars } from '../../figures/barsFigure.ts';
import { share } from '../../figures/estimates/share.ts';

/** What a reader’s device works out for itself from x and n; and what the explorer does not draw. */
const leftOut = new Set(['share', 'lo', 'hi', 'claims']);

/** The cuts of a release as the explorer fetches them: figures without the numbers that follow from others. */
export const writeCuts = (figures: readonly Bars[]): string =>
  JSON.stringify(figures, (key, value: unknown) => (leftOut.has(key) ? undefined : value));

interface Counted {
  readonly code: string;
  readonly label: string;
  readonly short: string;
  readonly x: number;
  readonly n: number;
}

const isCounted = (value: unknown): value is Counted =>
  typeof value === 'object' && value !== null && 'x' in value && 'n' in value;

/**
 * The figures of such a file, shares and ranges worked out again by the very functions that the pages were built with.
 * @throws SyntaxError when it is no JSON, Error when it holds no figure.
 */
export function readCuts(text: string): readonly Bars[] {
  const figures: unknown = JSON.parse(text, (_, value: unknown) =>
    isCounted(value) ? { ...value, ...share(value, value.x, value.n) } : value,
  );
  if (!Array.isArray(figures) || figures.length === 0) throw new Error('The file of cuts holds no figure.');
  // Our own build wrote it beside this very code.
  return figures as readonly Bars[];
}
