import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/figures/figure.ts';
import { isWithheld } from '../../../src/figures/parts.ts';
import { isWideRange } from '../../../src/statistics/precision.ts';
import { everyDrawing } from '../../examples/drawings.ts';
import { described } from '../../examples/figureParts.ts';
import { extents, labels } from '../../examples/labels.ts';

const drawings = everyDrawing();

describe('The labels of every drawing', () => {
  it('each have a colour of their own, which nothing around them can take away', () => {
    for (const { name, svg } of drawings) {
      const texts = svg.match(/<text [^>]*>/g) ?? [];
      expect(texts.length, name).toBeGreaterThan(0);
      for (const text of texts) expect(text, name).toMatch(/ fill="(var\(--[\w-]+\)|#[0-9a-f]{6})"/);
      // Dark Reader takes a plain fill on words inside other words for the background of a shape.
      for (const [words] of svg.matchAll(/<tspan[^>]* (?:fill|color)=[^>]*>/g))
        expect(words, name).toMatch(/ color="[^"]+" fill="currentColor"/);
    }
  });

  it('stay inside it', () => {
    for (const { name, svg } of drawings)
      for (const { text, from, to, width } of extents(svg)) {
        expect(from, `${name}: ${text}`).toBeGreaterThan(-1);
        expect(to, `${name}: ${text}`).toBeLessThan(width + 1);
      }
  });

  it('never lie over each other', () => {
    for (const { name, svg } of drawings) {
      const all = extents(svg);
      const meeting = all.flatMap((a, i) =>
        all
          .slice(i + 1)
          .filter(
            (b) => a.from < b.to && b.from < a.to && a.y - 0.6 * a.size < b.y && b.y - 0.6 * b.size < a.y,
          )
          .map((b) => `“${a.text}” meets “${b.text}”`),
      );
      expect(meeting, name).toEqual([]);
    }
  });

  it('do not touch the line of the blank they stand in', () => {
    let blanks = 0;
    for (const { name, svg } of drawings) {
      const inherited = Number(/<svg [^>]*font-size="(\d+)"/.exec(svg)?.[1]);
      const under =
        /stroke-dasharray="4 3"\/>\n<path d="M[\d.]+ ([\d.]+)L([\d.]+) [\d.]+"[^>]*\/>\n<text x="([\d.]+)" y="([\d.]+)"([^>]*)>/g;
      for (const [, line, end, x, y, more = ''] of svg.matchAll(under)) {
        // Words beside a blank that is too narrow for them.
        if (Number(x) > Number(end)) continue;
        const size = Number(/font-size="([\d.]+)"/.exec(more)?.[1] ?? inherited);
        // A letter with a tail reaches a quarter of its size under its line, and the ink is two pixels high.
        expect(Number(line) - Number(y), name).toBeGreaterThan(size * 0.25 + 2);
        blanks += 1;
      }
    }
    expect(blanks).toBeGreaterThan(100);
  });
});

/** The lines of a path that draws nothing but lines, each from one point to another. */
const linesIn = (d: string) =>
  /^(M[\d.]+ [\d.]+L[\d.]+ [\d.]+)+$/.test(d)
    ? [...d.matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/g)].map((line) => line.slice(1).map(Number))
    : [];

/** The paths of lines at 45°: what a reader sees as hatching. */
const hatchings = (svg: string): readonly string[] =>
  [...svg.matchAll(/<path d="([^"]+)"[^>]*stroke=/g)]
    .map(([, d = '']) => d)
    .filter((d) => {
      const lines = linesIn(d);
      return (
        lines.length > 1 &&
        lines.every(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => Math.abs(x2 - x1 + y2 - y1) < 0.25 && x1 !== x2)
      );
    });

/** The shares that a figure draws with a range. */
function ranged(figure: Figure): readonly object[] {
  switch (figure.form) {
    case 'ladder':
      return [...figure.series, ...(figure.beside?.series ?? [])].flatMap((one) =>
        isWithheld(one) ? [] : one.parts,
      );
    case 'diverging':
    case 'curve':
      return figure.series.flatMap((one): readonly object[] => (isWithheld(one) ? [] : one.parts));
    case 'gap':
      return figure.rows.map(({ seeker }) => seeker);
    case 'dumbbell':
      return figure.rows.flatMap(({ seeker, employer }) => [seeker, employer]);
    case 'bars':
      return figure.facts === true
        ? []
        : figure.groups.flatMap(({ rows }) => rows.flatMap(({ bars }) => bars.map(({ value }) => value)));
    case 'medians':
      return [];
  }
}

const wideIn = (figure: Figure): number =>
  ranged(figure).filter(
    (share) => 'lo' in share && 'hi' in share && isWideRange(share as { lo: number; hi: number }),
  ).length;

describe('Hatching means a wide range and nothing else', () => {
  it('is in no drawing without one, and never more often than there are', () => {
    for (const { name, figure, svg } of drawings)
      expect(hatchings(svg).length, name).toBeLessThanOrEqual(wideIn(figure));
  });

  it('is on every wide range of the forms that draw all of theirs', () => {
    const forms = drawings.filter(({ figure: { form } }) => /curve|gap|dumbbell/.test(form));
    expect(forms.some(({ figure }) => wideIn(figure) > 0)).toBe(true);
    for (const { name, figure, svg } of forms) expect(hatchings(svg).length, name).toBe(wideIn(figure));
  });

  it('is said in the drawing that has it, at every size, and on its page', () => {
    const forms = new Set<string>();
    for (const { name, figure, svg } of drawings) {
      if (hatchings(svg).length === 0) continue;
      forms.add(figure.form);
      expect(labels(svg).join('\n'), name).toContain('Hatched: wide range');
      expect(described(figure).words.howToRead, name).toContain('Hatching has one meaning');
    }
    expect([...forms].toSorted()).toEqual(['bars', 'curve', 'diverging', 'dumbbell', 'gap', 'ladder']);
  });
});

it('no line that marks begin at, and no line of a scale on a phone, runs through a word', () => {
  for (const { name, svg } of drawings) {
    const upright = [...svg.matchAll(/<path d="([^"]+)"[^>]*stroke="(?:var\(--line\)|#727b73)"/g)].flatMap(
      ([, d = '']) => linesIn(d).filter(([x1, y1 = 0, x2, y2 = 0]) => x1 === x2 && Math.abs(y2 - y1) > 12),
    );
    for (const [x = 0, y1 = 0, , y2 = 0] of upright)
      for (const { text, from, to, y, size } of extents(svg)) {
        const [top, bottom] = [y - 0.72 * size, y + 0.22 * size];
        const meet = from < x && x < to && top < Math.max(y1, y2) && Math.min(y1, y2) < bottom;
        expect(meet, `${name}: “${text}” at ${from} to ${to}, and a line at ${x}`).toBe(false);
      }
  }
});
