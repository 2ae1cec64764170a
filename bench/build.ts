import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builders } from './build/builders.ts';
import { addEssays, afterAnEdit, fromCold, WORDS, type Built, type Place } from './build/grow.ts';
import { inTurn, median, print, told, withRange } from './measure/rounds.ts';
import type { Found, Section } from './page/section.ts';

/** What the project promises. */
const TARGET = {
  /** What an essay adds, in times of what it adds to a bare Astro. */
  essay: 1.3,
  /** Seconds that ours may take beyond a bare Astro, whatever the number of essays. */
  rest: 4,
} as const;

/** Essays that are added, rising. */
const sizes = [2, 20, 200, 2000] as const;
/** Among how many of them one is edited; a trial has fewer. */
const editedAmong = (counts: readonly number[]): number => Math.min(200, counts.at(-1) ?? 0);

/** Milliseconds of each builder, by what was built. */
type Times = ReadonlyMap<string, ReadonlyMap<string, readonly Built[]>>;

const seconds = (built: readonly Built[]): string =>
  withRange(
    built.map(({ milliseconds }) => milliseconds),
    print.seconds,
  );
const cell = (built: readonly Built[]): string =>
  `${seconds(built)} / ${print.megabytes(median(built.map(({ peak }) => peak)))}`;

function found(times: Times, counts: readonly number[], rounds: number, first: Built): Found {
  const of = (what: string, name: string) => times.get(what)?.get(name) ?? [];
  const middle = (what: string, name: string) =>
    median(of(what, name).map(({ milliseconds }) => milliseconds));
  const [least = 0, most = 0] = [counts[0], counts.at(-1)];
  const adds = (name: string) => (middle(String(most), name) - middle(String(least), name)) / (most - least);
  const [ours = '', bare = ''] = builders.map(({ name }) => name);
  const [ratio, rest] = [adds(ours) / adds(bare), middle(String(least), ours) - middle(String(least), bare)];
  return {
    rounds: told(rounds),
    tables: [
      [
        ['Seconds / peak MB', ...builders.map(({ name }) => name)],
        ...counts.flatMap((count) => [
          [
            `${print.whole(count)} essays added`,
            ...builders.map(({ name }) => cell(of(String(count), name))),
          ],
          [
            `the first build with these ${print.whole(count)}`,
            ...builders.map(({ name }) => cell(of(String(count), name).slice(0, 1))),
          ],
        ]),
        [
          `after an edit of one of ${print.whole(editedAmong(counts))}`,
          ...builders.map(({ name }) => cell(of('edit', name))),
        ],
        ['an essay adds, ms', ...builders.map(({ name }) => print.ratio(adds(name)))],
      ],
    ],
    targets: [
      {
        promise: `an essay adds at most ${TARGET.essay} times what it adds to a bare Astro`,
        found: print.ratio(ratio),
        holds: ratio <= TARGET.essay,
      },
      {
        promise: `the rest of our site takes at most ${TARGET.rest} s beyond a bare Astro`,
        found: `${print.seconds(rest)} s; the first build, which draws every picture, took ${print.seconds(first.milliseconds)} s / ${print.megabytes(first.peak)} MB`,
        holds: rest <= TARGET.rest * 1000,
      },
    ],
  };
}

async function measure(quick: boolean): Promise<Found> {
  const rounds = quick ? 1 : 3;
  const counts = quick ? sizes.slice(0, 2) : sizes;
  const root = mkdtempSync(join(tmpdir(), 'no-but-why-bench-'));
  try {
    const places = builders.map((builder, i): Place => {
      const folder = join(root, String(i));
      builder.prepare(folder);
      return { name: builder.name, builder, folder };
    });
    const [ours] = places;
    if (ours === undefined) throw new Error('Ours is not among the builders.');
    console.log('  the first build of ours, which draws every picture');
    const first = await fromCold(ours);
    const times = new Map<string, ReadonlyMap<string, readonly Built[]>>();
    for (const [i, count] of counts.entries()) {
      console.log(`  ${count} essays`);
      for (const place of places) addEssays(place, counts[i - 1] ?? 0, count);
      times.set(String(count), await inTurn(rounds, places, fromCold));
      if (count === editedAmong(counts)) times.set('edit', await inTurn(rounds, places, afterAnEdit));
    }
    return found(times, counts, rounds, first);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

export const build: Section = {
  title: 'Building the site',
  about: `Our whole site, with its charts, cards, packages and feeds, and essays of ${WORDS} words added to it, each with two of nine tags and none with a chart,
beside the same essays as bare pages by Astro with MDX and by Eleventy with Markdown. What Astro keeps between builds is removed before each, the pictures that
ours keeps are not: the first build with new essays draws the card of each, and what an essay adds is told without that. Before the edit nothing is removed.`,
  minutes: 6,
  measure,
};
