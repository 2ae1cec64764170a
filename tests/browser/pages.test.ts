import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { builtPages } from '../build/harness/builtPages.ts';
import { testSite } from '../build/harness/testSite.ts';
import { openSite, startSite } from './harness/openSite.ts';
import { colourRules, violations } from './harness/violations.ts';
import { withoutSandbox } from './harness/withoutSandbox.ts';

/**
 * Every page but the embeds of cuts, which combine the frame of the chart’s embed with the drawing of the cut’s own page:
 * both are visited.
 */
const paths = builtPages(testSite)
  .map(({ path }) => path)
  .filter((path) => !/^\/embed\/[^/]+\/by\//.test(path))
  // Studies are set alike: one with all that there can be, the longest, a law, and a claim without a number.
  .filter((path) => !/^\/figures\/(?!(linkedin-2015|talent-board-2019|ontario-2026|rec-84)\/)./.test(path));

/** Rules that paint what is pointed at also where nothing can point: what was touched last would keep the colour. */
const hoverWithoutPointer = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const read = (rules: CSSRuleList, isGuarded: boolean): void => {
      for (const rule of rules) {
        const guarded =
          isGuarded || (rule instanceof CSSMediaRule && rule.conditionText.includes('hover: hover'));
        if (rule instanceof CSSStyleRule && rule.selectorText.includes(':hover') && !guarded)
          found.push(rule.selectorText);
        if ('cssRules' in rule) read(rule.cssRules as CSSRuleList, guarded);
      }
    };
    for (const sheet of document.styleSheets) read(sheet.cssRules, false);
    return found;
  });

const site = openSite(startSite);

/** Pages that are looked at in one tab, because opening a tab takes as long as looking at a page. */
const TOGETHER = 12;
const visits = Array.from({ length: Math.ceil(paths.length / TOGETHER) }, (_, i) =>
  paths.slice(i * TOGETHER, (i + 1) * TOGETHER),
);

test.each(visits.map((visit) => [visit.length, visit[0], visit] as const))(
  '%i pages from %s on have no accessibility violation in the light, none of colour in the dark, fit a phone of 320 pixels, colour what is pointed at only where something points, and stay on their own origin',
  async (_, __, visit) => {
    const page = await site.newPage({ theme: 'light' });
    await withoutSandbox(page);
    for (const path of visit) {
      // One visit a page, because changing theme and width is faster than loading the page again.
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path);
      expect.soft(await violations(page), `${path} in the light`).toEqual([]);
      expect.soft(await hoverWithoutPointer(page), `${path}, hover`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect.soft(await violations(page, colourRules), `${path} in the dark`).toEqual([]);
      await page.setViewportSize({ width: 320, height: 844 });
      expect
        .soft(await page.evaluate(() => document.documentElement.scrollWidth), `${path} at 320 pixels`)
        .toBeLessThanOrEqual(320);
    }
  },
);

test('a page asks for the fonts of its own characters alone, and for a whole one where a comment has other letters', async () => {
  const page = await site.newPage({ theme: 'light' });
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.woff2')) asked.push(request.url());
  });
  const say = (text: string) =>
    page.evaluate(async (words) => {
      const line = document.createElement('p');
      line.textContent = words;
      document.querySelector('main')?.append(line);
      const { height } = line.getBoundingClientRect();
      await document.fonts.ready;
      return { height, after: line.getBoundingClientRect().height };
    }, text);
  await page.goto('/about/');
  await page.evaluate(() => document.fonts.ready);
  const own = asked.length;
  expect(own).toBeLessThanOrEqual(3);
  // Polish, Vietnamese, Greek, Arabic: from the device, in lines that stay where they are.
  const { height } = await say('Name');
  for (const name of ['Pawe\u0142', 'H\u1ED3ng', '\u0391\u03BD\u03BD\u03B1', '\u0644\u064A\u0644\u0649']) {
    const line = await say(name);
    expect(line.after, name).toBe(line.height);
    expect(Math.abs(line.height - height), name).toBeLessThanOrEqual(height / 4);
  }
  expect(asked).toHaveLength(own);
  await say('Bj\u00F6rn');
  await expect.poll(() => asked.length).toBe(own + 1);
});

test.each([
  ['Newsreader', 'Newsreader fallback'],
  ['Source Sans 3', 'Source Sans fallback'],
])('what stands in for %s until it is here is as wide and as high', async (face, standIn) => {
  const page = await site.newPage();
  await page.goto('/about/');
  const size = (family: string, weight: number) =>
    page.evaluate(
      async ({ family, weight }) => {
        const text = document.createElement('span');
        text.style.cssText = `position: absolute; white-space: nowrap; letter-spacing: 0; font: ${weight} 100px '${family}'`;
        text.textContent = document.querySelector('main')?.textContent.replaceAll(/\s+/g, ' ') ?? '';
        document.body.append(text);
        await document.fonts.ready;
        const { width, height } = text.getBoundingClientRect();
        text.remove();
        return { width, height };
      },
      { family, weight },
    );
  for (const weight of [400, 500]) {
    const [own, theirs] = [await size(face, weight), await size(standIn, weight)];
    expect(Math.abs(theirs.width / own.width - 1), `${weight}`).toBeLessThan(0.02);
    expect(Math.abs(theirs.height - own.height), `${weight}`).toBeLessThanOrEqual(2);
  }
});
