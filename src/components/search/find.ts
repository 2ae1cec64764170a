import MiniSearch from 'minisearch';
import type { Entry } from './entry.ts';

/** A page that was found, by its best part. */
export interface Found {
  readonly entry: Entry;
  /** The words of the entry that the query hit, in small letters. */
  readonly hits: ReadonlySet<string>;
}

/** The page of a part. A question is no part, though all of them stand on one page: each is found for itself. */
const keyOf = ({ href, part }: Entry): string => (part === '' ? href : href.replace(/#.*/, ''));

/** What finds entries by words, by beginnings of words, and by words with a slip in them. */
export function finderOf(entries: readonly Entry[]): (query: string) => readonly Found[] {
  const index = new MiniSearch<Entry & { id: number }>({
    fields: ['title', 'part', 'beside', 'text', 'also'],
    searchOptions: {
      boost: { title: 4, part: 3, beside: 2 },
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      weights: { fuzzy: 0.2, prefix: 0.5 },
    },
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return (query) => {
    // All of the words if they stand together anywhere, else whatever holds most of them.
    const together = index.search(query, { combineWith: 'AND' });
    const results = together.length > 0 ? together : index.search(query);
    const found = new Map<string, Found>();
    for (const { id, terms } of results) {
      const entry = entries[id as number];
      if (entry !== undefined && !found.has(keyOf(entry)))
        found.set(keyOf(entry), { entry, hits: new Set(terms) });
    }
    return [...found.values()];
  };
}

/** A stretch of a text, and whether the query hit it. */
export interface Stretch {
  readonly text: string;
  readonly hit: boolean;
}

/** About how much of a text is shown around the first hit, in characters. */
const EXCERPT = 180;

/** The part of a text around its first hit, in stretches; from its beginning where there is none. */
export function excerpt(text: string, hits: ReadonlySet<string>): readonly Stretch[] {
  // Words stand at odd places.
  const pieces = text.split(/([\p{L}\p{N}]+)/u);
  const isHit = (piece: string, i: number) => i % 2 === 1 && hits.has(piece.toLowerCase());
  const first = Math.max(0, pieces.findIndex(isHit));
  let from = first;
  let room = EXCERPT / 3;
  while (from > 0 && room > 0) room -= pieces[(from -= 1)]?.length ?? 0;
  let to = from;
  room = EXCERPT;
  while (to < pieces.length && room > 0) room -= pieces[to++]?.length ?? 0;
  const shown = pieces.slice(from, to).map((piece, i) => ({ text: piece, hit: isHit(piece, from + i) }));
  return [
    ...(from > 0 ? [{ text: '… ', hit: false }] : []),
    ...shown,
    ...(to < pieces.length ? [{ text: ' …', hit: false }] : []),
  ];
}
