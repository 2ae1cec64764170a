import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { limits } from '../../src/thread/limits.ts';
import { openSite, startSite } from './harness/openSite.ts';
import { next, openSurvey, reach, screen } from './survey/surveyPage.ts';
import { openThread } from './thread/threadPage.ts';

const site = openSite(startSite);

/** Wraps every text in two elements and changes it, as the translator of a browser does, now and whenever text is written. */
const translate = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const wrap = (root: Node): void => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        const parent = text.parentElement;
        if (
          parent === null ||
          text.data.trim() === '' ||
          parent.closest('font, script, style, textarea') !== null
        )
          continue;
        const [outer, inner] = [
          document.createElement('font' as string),
          document.createElement('font' as string),
        ];
        text.replaceWith(outer);
        outer.append(inner);
        text.data = `«${text.data}»`;
        inner.append(text);
      }
    };
    wrap(document.body);
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node.isConnected) wrap(node.parentNode ?? node);
    }).observe(document.body, { subtree: true, childList: true });
  });

/** Presses in the middle of an element, wherever its text stands, as a finger or a mouse does. */
async function press(page: Page, selector: string): Promise<void> {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`There is no ${selector} to press.`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

describe('On a page that the browser translates', () => {
  test.each(['[data-next]', '[data-skip]'])(
    'the first press of %s after a number was typed counts',
    async (button) => {
      const page = await site.newPage();
      await openSurvey(page, 'job_seeker');
      await reach(page, { s_stage: 'int1', s_outcome: 'rejected_told' }, 's_hours');
      await translate(page);
      await page.locator('#s_hours-number').fill('12');
      await press(page, button);
      await expect.poll(() => screen(page).getAttribute('data-screen')).not.toBe('s_hours');
    },
  );

  test('every button takes a press as one piece, whatever words stand in it', async () => {
    const page = await site.newPage();
    for (const path of ['/survey/employer/', '/survey/receipt/', '/moderate/', '/charts/outcome/']) {
      await page.goto(path);
      await translate(page);
      // In one step: a survey that opens meanwhile replaces its buttons, and what is out of the page has no style.
      const inside = await page.evaluate(() =>
        [...document.querySelectorAll('button *')].map((part) => getComputedStyle(part).pointerEvents),
      );
      expect(inside.length, path).toBeGreaterThan(0);
      expect(new Set(inside), path).toEqual(new Set(['none']));
    }
  });

  test('ten keys near the limit of a comment are counted on the page and not read out', async () => {
    const page = await site.newPage();
    await openThread(page, '/charts/outcome/');
    await translate(page);
    await page.locator('#write-text').fill('x'.repeat(limits.characters - 100));
    await page.locator('[data-status]', { hasText: 'characters left' }).waitFor({ state: 'attached' });
    await page.evaluate(() => {
      const region = document.querySelector('#discussion [data-status]');
      if (region === null) throw new Error('There is no live region.');
      new MutationObserver((changes) => {
        const translated = (node: Node): boolean => node.nodeName === 'FONT';
        if (!changes.every(({ addedNodes }) => [...addedNodes].every(translated)))
          document.body.dataset.spoken = 'yes';
      }).observe(region, { childList: true });
    });
    await page.locator('#write-text').pressSequentially('ten keys !');
    await page.locator('#write-count', { hasText: '90 characters left' }).waitFor();
    expect(await page.evaluate(() => document.body.dataset.spoken)).toBeUndefined();
  });

  test('the line on what is kept speaks once for a day, not at every answer', async () => {
    const page = await site.newPage();
    await openSurvey(page, 'job_seeker');
    await page.locator('#consent').check();
    await next(page);
    await page.locator('[data-kept-said]', { hasText: 'Kept on this device' }).waitFor();
    await translate(page);
    await page.evaluate(() => {
      const line = document.querySelector('[data-kept-said]');
      if (line === null) throw new Error('There is no line.');
      new MutationObserver(() => (document.body.dataset.spoken = 'yes')).observe(line, { childList: true });
    });
    for (const answer of ['int1', 'int2']) {
      await page.locator(`#s_stage-${answer}`).check();
      await expect
        .poll(async () => JSON.stringify(await page.context().storageState({ indexedDB: true })))
        .toContain(`"${answer}"`);
    }
    expect(await page.evaluate(() => document.body.dataset.spoken)).toBeUndefined();
  });
});

test('no code is translated', async () => {
  const page = await site.newPage();
  const untranslated = (selector: string): Promise<boolean[]> =>
    page
      .locator(selector)
      .evaluateAll((codes) => codes.map((code) => code.closest('[translate=no]') !== null));
  for (const [path, codes] of [
    ['/survey/employer/', '[data-code]'],
    ['/survey/receipt/', '[data-withdraw-code]'],
    ['/moderate/', '[data-secret]'],
    ['/charts/outcome/', 'pre'],
    ['/codebook/', 'code'],
    ['/data/', 'code'],
    ['/methodology/', 'code'],
  ] as const) {
    await page.goto(path);
    const found = await untranslated(codes);
    expect(found.length, path).toBeGreaterThan(0);
    expect(found, path).not.toContain(false);
  }
  await page.goto('/charts/outcome/');
  expect(
    await page
      .locator('template[data-template=own]')
      .evaluate((own) =>
        (own as HTMLTemplateElement).content.querySelector('[data-code]')?.getAttribute('translate'),
      ),
  ).toBe('no');
});

test('no honeypot is within reach of autofill, and its name says nothing', async () => {
  const page = await site.newPage();
  for (const path of ['/survey/job-seeker/', '/survey/employer/', '/charts/outcome/']) {
    await page.goto(path);
    const trap = page.locator('input[data-trap]').first();
    expect(
      await trap.evaluate((field) => ({
        isInert: field.closest('[inert][aria-hidden=true]') !== null,
        tab: field.tabIndex,
        speaks: /name|mail|site|web|url|phone|address|company|street|city/i.test(
          field.getAttribute('name') ?? '',
        ),
        asks: ['autocomplete', 'data-1p-ignore', 'data-lpignore', 'data-bwignore', 'data-form-type'].map(
          (name) => field.getAttribute(name),
        ),
      })),
    ).toEqual({ isInert: true, tab: -1, speaks: false, asks: ['off', '', 'true', '', 'other'] });
  }
});
