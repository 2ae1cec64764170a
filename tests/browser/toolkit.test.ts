import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import sirv from 'sirv';
import { describe, expect, test } from 'vitest';
import { answer } from '../../src/toolkit/answer.ts';
import { laws } from '../../src/toolkit/law.ts';
import { letterText, type Chosen, type Letter } from '../../src/toolkit/letter.ts';
import { request } from '../../src/toolkit/request.ts';
import { testSite } from '../build/harness/testSite.ts';
import { openSite } from './harness/openSite.ts';

/** Files alone: the toolkit needs no database. */
const files = createServer(sirv(testSite));
const { newPage: openPage } = openSite(async () => {
  await once(files.listen(0, '127.0.0.1'), 'listening');
  const { port } = files.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => files[Symbol.asyncDispose]() };
});

const letters = [
  { id: 'request', letter: request },
  { id: 'answer', letter: answer },
] as const;

/** Choices in which each option of each question is chosen once at least. */
function coverage({ choices }: Letter): readonly Chosen[] {
  const longest = Math.max(...choices.map(({ options }) => options.length));
  return Array.from({ length: longest }, (_, turn) =>
    Object.fromEntries(
      choices.map(({ name, options }) => [name, options[turn % options.length]?.value ?? '']),
    ),
  );
}

const pressed = (page: Page, key: string) => page.keyboard.press(key);
const focusedIs = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await pressed(page, 'Tab');
    if (await focusedIs(page, selector)) return;
  }
  throw new Error(`Tab never reaches ${selector}.`);
}

/** The letter as the page shows it, as one would select and copy it. */
const shown = async (page: Page, id: string): Promise<string> =>
  (await page.locator(`#${id}-text`).innerText()).replaceAll(/ +/g, ' ');

describe.each(letters)('with the keyboard alone, the letter of $id', ({ id, letter }) => {
  test('is chosen, filled in and copied, and nothing is sent or kept', async () => {
    const page = await openPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/toolkit/', { waitUntil: 'networkidle' });
    const requests: string[] = [];
    page.on('request', (one) => requests.push(one.url()));

    const chosen: Record<string, string> = {};
    for (const { name, options } of letter.choices) {
      await tabTo(page, `[name=${name}]`);
      await pressed(page, 'ArrowDown');
      chosen[name] = options[1]?.value ?? '';
    }
    const filled: Record<string, string> = {};
    for (const { name } of letter.slots.filter((slot) => slot.name !== 'name')) {
      await tabTo(page, `#${id}-${name}`);
      await page.keyboard.type(`my ${name}. `);
      filled[name] = `my ${name}`;
    }
    await tabTo(page, `[data-builder]:has(#${id}-text) [data-copy]`);
    await pressed(page, 'Enter');
    const status = page.locator(`[data-builder]:has(#${id}-text) [role=status]`);
    await expect.poll(() => status.innerText()).toBe('Copied. What stands in brackets is yours to fill in.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(letterText(letter, chosen, filled).body);
    expect(copied).toContain('[name]');
    expect(await shown(page, id)).toBe(copied);
    expect(requests).toEqual([]);
    expect(await page.context().storageState({ indexedDB: true })).toEqual({ cookies: [], origins: [] });
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  test.each([
    ['without JavaScript', false],
    ['in a browser without :has()', true],
  ])('is the one that was chosen, %s', async (_, javaScript) => {
    const page = await openPage({ javaScript });
    await page.goto('/toolkit/');
    if (javaScript)
      await page.evaluate(() => {
        for (const style of document.querySelectorAll('style'))
          if (style.textContent.includes('.builder:has(')) style.remove();
      });
    for (const chosen of coverage(letter)) {
      for (const [name, value] of Object.entries(chosen))
        await page.locator(`label:has([name=${name}][value=${value}])`).click();
      expect(await shown(page, id)).toBe(letterText(letter, chosen).body);
    }
    expect(await page.getByRole('button', { name: 'Copy the text' }).count()).toBe(javaScript ? 2 : 0);
  });
});

test('a link says how far somebody got', async () => {
  const page = await openPage();
  await page.goto('/toolkit/?stage=interviewed');
  expect(await page.locator('[name=stage][value=interviewed]').isChecked()).toBe(true);
  expect(await shown(page, 'request')).toContain('for the interview for the');
});

test('an answer of one’s own that a link brings along is filled in, and the address does not keep it', async () => {
  const page = await openPage();
  await page.goto('/toolkit/sheet/');
  await page.goto('/toolkit/#stage=interviewed');
  await page.waitForURL((url) => url.hash === '');
  expect(await shown(page, 'request')).toContain('for the interview for the');
  await page.goBack();
  await page.goForward();
  expect(new URL(page.url()).hash).toBe('');
});

test('where copying is refused the letter is selected, to be copied by hand', async () => {
  const page = await openPage();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.goto('/toolkit/');
  await page.locator('[data-copy]').first().click();
  await page.getByText('This browser did not let us copy.').waitFor();
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('[your name]');
});

test('each law says that stored copies of its sources were read', async () => {
  const page = await openPage({ javaScript: false });
  await page.goto('/toolkit/');
  const sources = await page.locator('.laws .small').allInnerTexts();
  expect(sources).toHaveLength(laws.length);
  for (const said of sources) expect(said).toMatch(/^Read in stored copies: /);
  expect(await page.locator('.laws').innerText()).toContain(
    'We read stored copies of the pages named, on 30 November 2026',
  );
});

test('what an employer prints is one page', async () => {
  const page = await openPage();
  await page.goto('/toolkit/sheet/');
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
});
