import { expect, test } from 'vitest';
import { chartIds } from '../../src/figures/estimates/figureOf.ts';
import { openSite, startSite } from './harness/openSite.ts';

const site = openSite(startSite);

test.each([
  ['phone', 390, 358],
  ['desk', 1440, 720],
])('on a %s without JavaScript every chart is drawn once, at its own size', async (_, width, drawn) => {
  const page = await site.newPage({ width, javaScript: false });
  await page.goto('/results/');
  for (const id of chartIds) {
    const pictures = page.locator(`#${id}`).getByRole('img');
    expect(await pictures.count(), id).toBe(1);
    expect(await pictures.getAttribute('viewBox'), id).toMatch(new RegExp(`^0 0 ${drawn} `));
  }
});

test('from the home page to a finding and on to its chart, by links alone', async () => {
  const page = await site.newPage({ javaScript: false });
  await page.goto('/');
  await page.getByRole('link', { name: `All ${chartIds.length} figures, both sides` }).click();
  await page.waitForURL('**/results/');
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await contents.getByRole('link', { name: 'What gets in the way' }).click();
  await page.waitForURL('**/results/#barriers');
  // The address changes at once; the page glides there.
  const top = () => page.locator('#barriers').evaluate((figure) => figure.getBoundingClientRect().top);
  await expect.poll(top, { timeout: 10_000 }).toBeLessThan(200);
  await page.getByRole('link', { name: 'Table, data and share: What gets in the way' }).click();
  await page.waitForURL('**/charts/barriers/');
});

test.each([320, 390])('the links of the masthead stand on one line on a phone of %i px', async (width) => {
  const page = await site.newPage({ width });
  await page.goto('/results/');
  const tops = await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
  expect(tops.length).toBeGreaterThan(4);
  expect(new Set(tops).size).toBe(1);
});

test.each(['/', '/results/'])(
  'with letters twice as large %s is no wider than a phone, and no link of the masthead hides another (WCAG 1.4.4)',
  async (path) => {
    const page = await site.newPage({ width: 390 });
    await page.goto(path);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const boxes = await page
      .getByRole('banner')
      .getByRole('link')
      .evaluateAll((links) =>
        links.map((link) => {
          const { left, right, top, bottom } = link.getBoundingClientRect();
          return { name: link.textContent.trim(), left, right, top, bottom };
        }),
      );
    const meeting = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.name} and ${b.name}`),
    );
    expect(meeting).toEqual([]);
    expect(boxes.filter(({ left, right }) => left < 0 || right > 390)).toEqual([]);
  },
);

test.each([390, 1440])(
  'at %i px only drawings near the view are laid out, the others keep the very room that they will take',
  async (width) => {
    const page = await site.newPage({ width });
    await page.goto('/results/');
    const room = () =>
      page.locator('.findings .fig__plot[data-wide]').evaluateAll((plots) =>
        plots.map((plot) => ({
          isSkipped: plot
            .querySelectorAll('svg')
            .values()
            .every((svg) => !svg.checkVisibility({ contentVisibilityAuto: true })),
          height: plot.getBoundingClientRect().height,
        })),
      );
    const before = await room();
    expect(before.filter(({ isSkipped }) => isSkipped).length).toBeGreaterThan(before.length / 2);
    // The room kept for a drawing is the room that it takes, so that nothing moves when it comes into view.
    await page.locator('.findings .fig__plot[data-wide]').evaluateAll((plots) => {
      for (const plot of plots)
        if (plot instanceof HTMLElement) {
          plot.style.contentVisibility = 'visible';
          plot.style.aspectRatio = 'auto';
        }
    });
    for (const [i, { height }] of (await room()).entries())
      expect(Math.abs(height - (before[i]?.height ?? 0)), chartIds[i]).toBeLessThan(1);
  },
);
