import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chartIds } from '../../src/figures/estimates/figureOf.ts';
import { openSite, startSite } from './harness/openSite.ts';

const site = openSite(startSite);

/** Every chart, and a cut with blanks and hatched bars of both sides. */
const paths = [...chartIds, 'explanation-ladder/by/region3'].map((id) => `/charts/${id}/`);

interface Mark {
  readonly name: string;
  /** Whether its fill or stroke is the ink colour, so that it can be seen on the background. */
  readonly inked: boolean;
  /** Whether it is filled with ink, so that a mark in the background colour can be seen on it. */
  readonly solid: boolean;
  readonly box: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
}

/** The marks and texts of the visible drawing with their computed colours, which should be the two system colours. */
async function painted(page: Page) {
  return page.evaluate(() => {
    const of = (name: string) => {
      const probe = document.createElement('i');
      probe.style.setProperty('color', name);
      document.body.append(probe);
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    };
    const [ink, ground] = [of('CanvasText'), of('Canvas')];
    const svg = [...document.querySelectorAll('.fig__plot svg')].find(
      (one) => one.getClientRects().length > 0,
    );
    if (svg === undefined) throw new Error('The page shows no drawing.');
    const foreign = new Set<string>();
    const marks = [...svg.querySelectorAll('path, circle')].map((element): Mark => {
      const style = getComputedStyle(element);
      // A straight line has no area, so its inherited fill cannot be seen.
      const straight = /^(M[^A-Za-z]+L[^A-Za-z]+)*$/.test(element.getAttribute('d') ?? 'none');
      const [fill, stroke] = [straight ? 'none' : style.fill, style.stroke];
      for (const paint of [fill, stroke]) if (![ink, ground, 'none'].includes(paint)) foreign.add(paint);
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return {
        name: element.outerHTML.slice(0, 120),
        inked: fill === ink || stroke === ink,
        solid: fill === ink,
        box: { left, right, top, bottom },
      };
    });
    const texts = [...svg.querySelectorAll('text, tspan')].map((element) => getComputedStyle(element).fill);
    return { ink, ground, foreign: [...foreign], marks, texts: [...new Set(texts)] };
  });
}

describe.each(['light', 'dark'] as const)('where colours are forced, %s', (theme) => {
  test('every chart is drawn in the reader’s ink on the reader’s ground, and nothing in it is lost', async () => {
    const page = await site.newPage({ forcedColors: true, theme, width: 390, javaScript: false });
    for (const path of paths) {
      await page.goto(path);
      const { ink, ground, foreign, marks, texts } = await painted(page);
      expect(ink, path).not.toBe(ground);
      expect(foreign, path).toEqual([]);
      expect(texts, path).toEqual([ink]);
      const solids = marks.filter(({ solid }) => solid);
      // A whisker inside a bar, an empty box and the wash under hatching have the background colour on purpose.
      // Any other mark without ink would be invisible.
      const lost = marks.filter(
        ({ name, inked, box }) =>
          !inked &&
          !/--blank-fill|--employer-wash/.test(name) &&
          !solids.some(
            ({ box: under }) =>
              box.left < under.right &&
              box.right > under.left &&
              box.top < under.bottom &&
              box.bottom > under.top,
          ),
      );
      expect(lost, path).toEqual([]);
    }
  });
});

test('where colours are forced, the page of a cut that is open and the mark of made-up data can be seen', async () => {
  const page = await site.newPage({ forcedColors: true });
  await page.goto('/charts/known-not-said/by/field4/');
  const line = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { borderBottomWidth, borderBottomStyle, borderBottomColor, color, fontWeight } =
          getComputedStyle(element);
        return {
          width: borderBottomWidth,
          style: borderBottomStyle,
          same: borderBottomColor === color,
          fontWeight,
        };
      });
  expect(await line('.cuts a[aria-current="page"]')).toMatchObject({
    width: '2px',
    style: 'solid',
    same: true,
  });
  expect(Number((await line('.fig__src .sample')).fontWeight)).toBeGreaterThanOrEqual(600);
  // Rows of a table are told apart by lines, which must not vanish with their colour.
  expect(await line('table.data thead th')).toMatchObject({ width: '1px', style: 'solid' });
});
