import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { figureOf, pictureIds } from '../../../src/figures/estimates/figureOf.ts';
import { portraitPage, squarePage } from '../../../src/charts/card/cardPage.ts';
import { renderCard, renderFile, renderPicture, renderSvg } from '../../../src/charts/render.ts';
import { sampleMark } from '../../../src/figures/standardNote.ts';
import { site } from '../../../src/site.ts';
import { sampleSource } from '../../examples/sampleSource.ts';
import { labels } from '../../examples/labels.ts';
import { described } from '../../examples/figureParts.ts';
import { figures, namedFigures } from '../../examples/figures.ts';

const SIZES = ['wide', 'narrow'] as const;

describe('renderSvg', () => {
  it('keeps every label whole, in one text element', () => {
    expect(labels(renderSvg(described(figures.ladder.usual), 'wide'))).toEqual([
      '20%',
      '32%',
      '23%',
      '16%',
      '9%',
      '11%',
      '32%',
      '28%',
      '20%',
      '9%',
      'Job seekers, interviewed n = 87',
      'With advice',
      'About them',
      'For anyone',
      'Only the no',
      'Nothing',
      '75% no reason about the person, small-numbers range 65–83%',
      'Employers, each about one interviewed person n = 98',
      '70% no reason about the person, small-numbers range 61–79%',
      sampleMark,
    ]);
  });

  describe.each(namedFigures)('%s', (_name, figure) => {
    it.each(SIZES)('needs no id, clip, style, or colour of its own, %s', (size) => {
      const svg = renderSvg(described(figure), size);
      expect(svg).not.toMatch(/ id=|url\(|<clipPath|<style| style=|#[0-9a-f]{3}|rgb|transparent/i);
      expect(svg.match(/font-family="[^"]*"/g)).not.toContain('font-family=""');
      expect(new Set(svg.match(/font-family="([^"]*)"/g)).size).toBeLessThanOrEqual(2);
      expect(svg).toMatch(
        /^<svg [^>]*viewBox="0 0 \d+ \d+" width="\d+" height="\d+" role="img" aria-label="[^"]+"/,
      );
    });

    it.each(SIZES)('says inside the picture that the answers are made up, %s', (size) => {
      expect(labels(renderSvg(described(figure), size))).toContain(sampleMark);
      const real = { ...figure, provenance: { ...figure.provenance, madeUp: false } };
      expect(renderSvg(described(real), size)).not.toContain(sampleMark);
    });
  });

  describe.each(Object.entries(figures))('%s', (form, { usual, withheld, longLabels }) => {
    describe.each(Object.entries({ usual, withheld, longLabels }))('%s', (name, figure) => {
      it.each(SIZES)('is the picture it was, %s', async (size) => {
        // Without its words, which have tests of their own and change with every title.
        const picture = renderSvg(described(figure), size).replace(/ aria-label="[^"]*"/, '');
        await expect(picture).toMatchFileSnapshot(`references/${form}/${name}-${size}.svg`);
      });
    });
  });

  it.each(Object.entries(figures))(
    'is tested with an example of %s for every case that is easily got wrong',
    (_, all) => {
      expect(Object.keys(all)).toEqual(
        expect.arrayContaining(['usual', 'smallN', 'withheld', 'carried', 'zero', 'all', 'longLabels']),
      );
    },
  );

  it('gives the same bytes in any order of drawing', () => {
    const drawn = (all: typeof namedFigures) =>
      new Map(all.map(([name, figure]) => [name, renderSvg(described(figure), 'wide')]));
    const there = drawn(namedFigures);
    const back = drawn(namedFigures.toReversed());
    for (const [name, svg] of there) expect(back.get(name), name).toBe(svg);
  });

  it('stays small', () => {
    for (const { usual } of Object.values(figures)) {
      for (const size of SIZES) expect(gzipSync(renderSvg(described(usual), size)).length).toBeLessThan(1500);
    }
  });

  it('writes what would break out of an attribute or an element as text', () => {
    const [first, second] = figures.ladder.withheld.series;
    if (first === undefined || second === undefined) throw new Error('expected two series');
    const series = [{ ...first, label: '<script>"&' }, second];
    const svg = renderSvg(described({ ...figures.ladder.withheld, series }), 'wide');
    expect(svg).not.toContain('<script>');
    expect(labels(svg).join()).toContain('&lt;script&gt;&quot;&amp;');
  });

  it('never draws a withheld group as a bar', () => {
    const svg = renderSvg(described(figures.ladder.allWithheld), 'wide');
    expect(svg).not.toContain('rung');
    expect(svg).not.toMatch(/\d%/);
  });

  it('draws a sum of the last parts from the right', () => {
    const [bracket] =
      /<path d="M357\.5 [^"]+"[^>]*fill="none"/.exec(
        renderSvg(described(figures.ladder.fromTheEnd), 'narrow'),
      ) ?? [];
    expect(bracket).toBeDefined();
  });

  it('labels what was carried over from an earlier release, in every form', () => {
    for (const { carried } of [
      figures.ladder,
      figures.bars,
      figures.diverging,
      figures.dumbbell,
      figures.curve,
      figures.medians,
      figures.gap,
    ])
      for (const size of SIZES)
        expect(labels(renderSvg(described(carried), size)).join()).toContain('as of 2026-10');
  });

  it('says it once of bars that were all carried over together', () => {
    const { carried } = figures.bars;
    const since = '2026-10';
    const groups = carried.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({
        ...row,
        bars: row.bars.map(({ side, value }) => ({ side, value: { ...value, asOf: since } })),
      })),
    }));
    for (const size of SIZES) {
      const said = labels(renderSvg(described({ ...carried, groups }), size)).join();
      expect(said.match(/as of 2026-10/g)).toHaveLength(1);
    }
  });

  it('prints the bounds where many did not say', () => {
    expect(labels(renderSvg(described(figures.bars.bounds), 'wide')).join()).toContain('bounds 12–27%');
    expect(labels(renderSvg(described(figures.ladder.bounds), 'wide')).join()).toContain('bounds 61–79%');
  });

  it('has no type under 12 px', () => {
    for (const [, figure] of namedFigures)
      for (const size of SIZES)
        for (const [, px] of renderSvg(described(figure), size).matchAll(/font-size="([\d.]+)"/g))
          expect(Number(px)).toBeGreaterThanOrEqual(12);
  });

  it('hatches a wide range and says so', () => {
    expect(labels(renderSvg(described(figures.ladder.smallN), 'wide'))).toContain('Hatched: wide range');
    expect(labels(renderSvg(described(figures.curve.smallN), 'wide')).join()).toContain('wide range');
    expect(labels(renderSvg(described(figures.gap.smallN), 'narrow')).join()).toContain('wide range');
  });
});

/** Numbers of a scale: at least three in a row or column, so far apart that no other figures are taken for them. */
function scalesOf(svg: string): { readonly across: readonly string[]; readonly up: readonly string[] } {
  const ticks = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"([^>]*)>(\d+%?)<\/text>/g)].map(
    ([, x = '', y = '', head = '', text = '']) => ({ x, y, text, end: head.includes('text-anchor="end"') }),
  );
  const longest = (groups: Iterable<readonly { readonly text: string }[]>) =>
    [...groups].filter((group) => group.length > 2).flatMap((group) => group.map(({ text }) => text));
  const rows = Map.groupBy(
    ticks.filter(({ end }) => !end),
    ({ y }) => y,
  );
  const columns = Map.groupBy(
    ticks.filter(({ end }) => end),
    ({ x }) => x,
  );
  return { across: longest(rows.values()), up: longest(columns.values()) };
}

describe('Every axis', () => {
  const withAxis = ['curve', 'gap', 'dumbbell', 'medians'];
  const drawn = [
    ...namedFigures,
    ...pictureIds.map((id) => [id, figureOf(id, sampleSource)] as const),
  ].filter(([, { form }]) => withAxis.includes(form));

  it.each(drawn)('of %s has one unit and a title, wherever it is drawn', (_, figure) => {
    const described_ = described(figure);
    const [title = ''] = described_.words.footing.axis;
    const drawings = [...SIZES.map((size) => renderSvg(described_, size)), renderFile(described_)];
    for (const svg of drawings) {
      const { across, up } = scalesOf(svg);
      const said = labels(svg).join('\n');
      for (const scale of [across, up]) {
        const units = new Set(scale.filter((tick) => tick !== '0').map((tick) => tick.endsWith('%')));
        expect(units.size, scale.join(' ')).toBeLessThan(2);
      }
      if (across.length > 0) expect(said).toContain(title);
      if (up.length > 0) expect(said).toContain(figure.form === 'curve' ? figure.measure : title);
    }
  });

  it('is found where there is one, so that the test above sees it', () => {
    const scales = (figure: (typeof drawn)[number][1]) => {
      const { across, up } = scalesOf(renderSvg(described(figure), 'wide'));
      return [across.length, up.length];
    };
    expect(scales(figures.curve.usual)).toEqual([5, 5]);
    expect(scales(figures.gap.usual)).toEqual([5, 0]);
    expect(scales(figures.dumbbell.usual)[0]).toBeGreaterThan(3);
    expect(scales(figures.medians.usual)[0]).toBeGreaterThan(3);
  });
});

describe('renderCard', () => {
  it.each(namedFigures)('%s is a PNG of 1200 × 627 under 300 kB', (_name, figure) => {
    const png = renderCard(described(figure));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 627]);
    expect(png.length).toBeLessThan(300_000);
  });

  it('gives the same bytes twice, with other cards between', () => {
    const first = renderCard(described(figures.curve.usual));
    renderCard(described(figures.gap.usual));
    expect(renderCard(described(figures.curve.usual)).equals(first)).toBe(true);
  });
});

describe('renderPicture', () => {
  const pages = { square: squarePage, portrait: portraitPage };

  it.each(namedFigures)('%s is a PNG of its page’s size under 300 kB', (_name, figure) => {
    for (const page of Object.values(pages)) {
      const png = renderPicture(described(figure), page);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([page.width, page.height]);
      expect(png.length).toBeLessThan(300_000);
    }
  });
});

describe('renderFile', () => {
  it('names fonts so that every reader of SVG takes them: in quotes, or each word an identifier', () => {
    const families = new Set(renderFile(described(figures.ladder.usual)).match(/(?<=font-family=")[^"]*/g));
    expect([...families]).toEqual([
      "'Source Sans 3', 'Helvetica Neue', Arial, sans-serif",
      "'Newsreader', Georgia, serif",
    ]);
    for (const name of [...families].flatMap((list) => list.split(', ')))
      expect(name).toMatch(/^'[^']+'$|^[A-Za-z][\w-]*$/);
  });

  it('stands alone: light colours, font names, and where it comes from', () => {
    const svg = renderFile(described(figures.ladder.usual));
    expect(svg).not.toContain('var(');
    expect(svg).toContain(
      '<title>Sample data, made up: Three quarters of interviewed people got no reason about them (65 of 87)</title>',
    );
    expect(labels(svg)).toEqual(
      expect.arrayContaining([
        site.name,
        sampleMark,
        'Release “sample”, 31 January 2026',
        '65 of 87, range 65–83%',
        'nobutwhy.example/charts/explanation-ladder/',
      ]),
    );
  });
});
