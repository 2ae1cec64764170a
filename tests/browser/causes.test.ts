import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { patience } from '../../src/browser/inTime.ts';
import { intercept } from './harness/intercept.ts';
import { openSite } from './harness/openSite.ts';
import { picture } from './harness/picture.ts';
import { violations } from './harness/violations.ts';
import { fewest } from './survey/examples.ts';
import { submitted } from './survey/responses.ts';
import { startSurveyServer } from './survey/surveyServer.ts';
import { answerAll, next, openSurvey, reach, receiptShown, screen } from './survey/surveyPage.ts';
import { callTroubles, codeTroubles } from './survey/troubles.ts';

const site = openSite(() => startSurveyServer('free'));
const open = site.newPage;
const count = async (): Promise<number> => (await submitted(site)).employer;
const said = (page: Page) => page.locator('[data-outbox-said]');
const buttons = (page: Page) => page.locator('[data-outbox] button:visible').allInnerTexts();

/** The script as it is built, but for one function of it that throws. */
const defective = (name: string) => async (route: Route) => {
  const script = await (await route.fetch()).text();
  const body = script.replace(
    new RegExp(`\\b${name}:\\(\\)=>[\\w$]+`),
    `${name}:()=>()=>{throw new TypeError("x is undefined")}`,
  );
  await route.fulfill({ contentType: 'text/javascript', body });
};

async function send(page: Page): Promise<void> {
  await openSurvey(page, 'employer');
  await answerAll(page, fewest);
  await next(page);
}

describe('Whatever stands in the way, the page says what it knows of it, and the answers arrive once it is gone', () => {
  test.each([...callTroubles, ...codeTroubles])('$name', async ({ begin, said: words, problems }) => {
    const before = await count();
    const page = await open({ expectedProblems: problems });
    const end = await begin(page);
    await send(page);
    await said(page).filter({ hasText: words }).waitFor();
    expect(await said(page).innerText()).toContain('We try again by ourselves');
    expect(await said(page).innerText()).toContain('Your answers are safe on this device until');
    expect(await buttons(page)).toEqual(['Try again now', 'Change my answers']);
    await page.reload();
    await said(page).filter({ hasText: words }).waitFor();
    end();
    await receiptShown(page);
    expect(await count()).toBe(before + 1);
  });

  test('the server is gone', async () => {
    const page = await open({ expectedProblems: [/Failed to load resource/] });
    await openSurvey(page, 'employer');
    await answerAll(page, fewest);
    const end = await intercept(page, '**/*', (route) => route.abort('namenotresolved'));
    await next(page);
    await said(page).filter({ hasText: 'The server did not reply.' }).waitFor();
    expect(await buttons(page)).toEqual(['Try again now', 'Change my answers']);
    end();
    await page.getByRole('button', { name: 'Try again now' }).click();
    await receiptShown(page);
  });

  test('a server that takes the answers and never replies is given up after the time that was told, and then there are buttons', async () => {
    const before = await count();
    const page = await open();
    let hung = 0;
    const end = await intercept(page, '**/rpc/submit_response', () => {
      hung += 1;
      // Neither answered nor refused.
      return new Promise(() => undefined);
    });
    await send(page);
    await expect.poll(() => hung).toBe(1);
    expect(await buttons(page)).toEqual([]);
    const since = performance.now();
    expect(await page.locator('[data-outbox-until]').innerText()).toBe(
      'What has not answered after 15 seconds is given up; then we say so here, and try again by ourselves.',
    );
    await said(page).filter({ hasText: 'The server did not reply.' }).waitFor();
    expect(performance.now() - since).toBeGreaterThan(patience - 1_000);
    expect(await buttons(page)).toEqual(['Try again now', 'Change my answers']);
    expect(await page.locator('[data-outbox-until]').innerText()).toBe('');
    end();
    await page.getByRole('button', { name: 'Try again now' }).click();
    await receiptShown(page);
    expect(await count()).toBe(before + 1);
  });

  test('an error of ours is called that, and is gone with the page that had it', async () => {
    const page = await open({ expectedProblems: [/x is undefined/] });
    const end = await intercept(page, '**/_astro/deliver-*.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: 'export const deliver = () => { throw new TypeError("x is undefined"); };',
      }),
    );
    await send(page);
    await said(page).filter({ hasText: 'Something is wrong on this page. The mistake is ours' }).waitFor();
    expect(await said(page).innerText()).toMatch(/please write to \S+@\S+\. Your answers are safe on this/);
    expect(await said(page).innerText()).not.toContain('by ourselves');
    expect(await buttons(page)).toEqual(['Try again now', 'Load the page again', 'Change my answers']);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'outbox-defect');
    end();
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await receiptShown(page);
  });

  test('a browser that cannot hash is told so, and what was answered is still there', async () => {
    const page = await open();
    await openSurvey(page, 'employer');
    await answerAll(page, fewest);
    await page.evaluate(() =>
      Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true }),
    );
    await next(page);
    await said(page).filter({ hasText: 'This browser lacks what this page cannot do without' }).waitFor();
    await page.getByRole('button', { name: 'Change my answers' }).click();
    expect(await page.locator('[data-review]').innerText()).toContain('Change');
    await next(page);
    await said(page).filter({ hasText: 'This browser lacks what this page cannot do without' }).waitFor();
    await page.evaluate(() => Reflect.deleteProperty(crypto, 'subtle'));
    await page.getByRole('button', { name: 'Try again now' }).click();
    await receiptShown(page);
  });
});

describe('A page whose first script', () => {
  const pages = [
    ['survey/employer/', '**/_astro/surveyPage-*.js', 'form[data-running]'],
    ['survey/receipt/', '**/_astro/receiptPage-*.js', 'button[value=see]:enabled'],
  ] as const;
  const note = (page: Page) =>
    page.getByRole('alert').filter({ hasText: 'This page did not load whole, or this browser is too old' });

  describe.each(pages)('is that of %s', (path, script, running) => {
    test.each<[string, (route: Route) => Promise<void>, readonly RegExp[]]>([
      [
        'is lost',
        (route) => route.abort('blockedbyclient'),
        [/Failed to load resource/, /dynamically imported module/],
      ],
      [
        'cannot be read, as by an old browser,',
        (route) => route.fulfill({ contentType: 'text/javascript', body: 'let new syntax;' }),
        [/An exception nobody caught/],
      ],
    ])('and %s says so, with a way to load the page again', async (_, answer, problems) => {
      const page = await open({ expectedProblems: problems });
      // A timer says so of a script that hangs, and does not run here: what failed is told at once.
      await page.clock.install();
      await page.clock.pauseAt(Date.now() + 1_000);
      const end = await intercept(page, script, answer);
      await page.goto(path);
      await note(page).waitFor();
      await page.clock.resume();
      expect(await violations(page)).toEqual([]);
      await picture(page, `not-loaded-${path.split('/')[1] ?? ''}`);
      end();
      await note(page).getByRole('button', { name: 'Load the page again' }).click();
      await page.locator(running).waitFor();
      expect(await note(page).isVisible()).toBe(false);
    });

    test('and hangs says so after as long as anything may take, until it comes after all', async () => {
      const page = await open();
      await page.clock.install();
      const held = Promise.withResolvers<undefined>();
      await intercept(page, script, async (route) => {
        await held.promise;
        await route.continue();
      });
      await page.goto(path, { waitUntil: 'commit' });
      await page.locator('[data-not-loaded]').waitFor({ state: 'attached' });
      expect(await note(page).isVisible()).toBe(false);
      await expect
        .poll(async () => {
          await page.clock.fastForward(patience);
          return note(page).isVisible();
        })
        .toBe(true);
      held.resolve(undefined);
      await page.locator(running).waitFor();
      expect(await note(page).isVisible()).toBe(false);
    });
  });

  describe('is that of moderate/, which may have no script in it,', () => {
    const script = /\/_astro\/moderate\.[^/]*\.js/;
    const running = (page: Page) => page.locator('[data-part=sign-in]:visible');
    /** Sets what the style sheet counts: milliseconds since the note was there to see. */
    const wait = (page: Page, milliseconds: number) =>
      page.locator('[data-not-loaded]').evaluate((element, now) => {
        for (const animation of element.getAnimations()) animation.currentTime = now;
      }, milliseconds);

    test.each<[string, (route: Route) => Promise<void>, RegExp]>([
      ['is lost', (route) => route.abort('blockedbyclient'), /Failed to load resource/],
      [
        'cannot be read, as by an old browser,',
        (route) => route.fulfill({ contentType: 'text/javascript', body: 'let new syntax;' }),
        /An exception nobody caught/,
      ],
    ])('and %s says so, with a way to load the page again', async (_, answer, problem) => {
      const page = await open({ expectedProblems: [problem] });
      const end = await intercept(page, script, answer);
      await page.goto('moderate/');
      await wait(page, patience);
      await note(page).waitFor();
      expect(await violations(page)).toEqual([]);
      await picture(page, 'not-loaded-moderate');
      end();
      await note(page).getByRole('link', { name: 'Load the page again' }).click();
      await running(page).waitFor();
      expect(await note(page).count()).toBe(0);
    });

    test('and hangs says so after as long as anything may take, until it comes after all', async () => {
      const page = await open();
      const held = Promise.withResolvers<undefined>();
      await intercept(page, script, async (route) => {
        await held.promise;
        await route.continue();
      });
      await page.goto('moderate/', { waitUntil: 'commit' });
      await page.locator('[data-not-loaded]').waitFor({ state: 'attached' });
      await wait(page, patience - 1_000);
      expect(await note(page).isVisible()).toBe(false);
      await wait(page, patience);
      await note(page).waitFor();
      held.resolve(undefined);
      await running(page).waitFor();
      expect(await note(page).count()).toBe(0);
    });

    test('and may not run at all leaves it to the sentence for that', async () => {
      const page = await open({ javaScript: false });
      await page.goto('moderate/');
      expect(await page.locator('main').innerText()).toContain('This page needs JavaScript');
      await wait(page, patience);
      expect(await note(page).count()).toBe(0);
    });
  });
});

describe('Without a worker the page makes the calculation itself', () => {
  test.each<[string, (page: Page) => Promise<unknown>]>([
    ['is none', (page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'))],
    [
      'may not be made',
      (page) =>
        page.addInitScript(() => {
          globalThis.Worker = function () {
            throw new DOMException('no workers here', 'SecurityError');
          } as unknown as typeof Worker;
        }),
    ],
    [
      'never answers',
      (page) =>
        page.addInitScript(() => {
          globalThis.Worker = class extends EventTarget {
            postMessage() {
              // Into the void.
            }
            terminate() {
              // There is nothing to end.
            }
          } as unknown as typeof Worker;
        }),
    ],
    [
      'is stopped by a blocker',
      (page) => page.route(/\/_astro\/solve-.*\.js/, (route) => route.abort('blockedbyclient')),
    ],
    [
      'is not there',
      (page) => page.route(/\/_astro\/solve-.*\.js/, (route) => route.fulfill({ status: 404 })),
    ],
    [
      'fails',
      (page) =>
        page.route(/\/_astro\/solve-.*\.js/, (route) =>
          route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("not this one")' }),
        ),
    ],
  ])('where there %s', async (_, rig) => {
    const before = await count();
    const page = await open();
    await rig(page);
    await send(page);
    await receiptShown(page);
    expect(await count()).toBe(before + 1);
  });
});

test('an error of ours that nothing else on the page says is said by the page, with a button', async () => {
  const page = await open({ expectedProblems: [/x is undefined/] });
  await page.route('**/_astro/later-*.js', defective('finishEnding'));
  await openSurvey(page, 'employer');
  await reach(page, {}, 'e_role');
  expect(await page.locator('[data-broken]').isVisible()).toBe(false);
  await page.locator('label:has(#e_role-none)').click();
  await next(page);
  const said = page.locator('[data-broken]:visible');
  await said.filter({ hasText: 'Something is wrong on this page. The mistake is ours' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await picture(page, 'survey-defect');
  await said.getByRole('button', { name: 'Load the page again' }).click();
  await screen(page).waitFor();
});

test.each<[string, () => Promise<never>]>([
  ['are not given', () => Promise.reject(new DOMException('no locks here', 'SecurityError'))],
  [
    'throw',
    () => {
      throw new DOMException('no locks here', 'SecurityError');
    },
  ],
  ['never answer', () => new Promise(() => undefined)],
])('the survey opens where locks %s', async (_, request) => {
  const page = await open();
  await page.addInitScript(`LockManager.prototype.request = ${String(request)}`);
  await openSurvey(page, 'employer');
  expect(await screen(page).getAttribute('data-screen')).toBe('start');
});

describe('What shows the receipt', () => {
  test('may not load: the page says that the answers have arrived, and shows the code once it can', async () => {
    const page = await open({ expectedProblems: [/Failed to load resource/] });
    const end = await intercept(page, '**/_astro/later-*.js', (route) => route.abort('blockedbyclient'));
    await openSurvey(page, 'employer');
    await answerAll(page, fewest);
    // The page loads itself again first.
    const again = page.waitForEvent('load');
    await next(page);
    await again;
    await page.getByRole('heading', { name: 'Your answers have arrived' }).waitFor();
    // The heading stands while the file is asked for; the button comes once it has been refused.
    await expect.poll(() => buttons(page)).toEqual(['Try again now']);
    end();
    await receiptShown(page);
  });

  test('may be defective: then the page can be loaded again, and a keyboard that tries again is not left nowhere', async () => {
    const page = await open({ expectedProblems: [/x is undefined/] });
    const end = await intercept(page, '**/_astro/later-*.js', defective('showThanks'));
    await openSurvey(page, 'employer');
    await answerAll(page, fewest);
    await next(page);
    await page.getByRole('heading', { name: 'Your answers have arrived' }).waitFor();
    await expect.poll(() => buttons(page)).toEqual(['Try again now', 'Load the page again']);
    await page.locator('[data-hurry]').press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('outbox-title');
    end();
    await page.locator('[data-reload]').click();
    await receiptShown(page);
  });
});

test('the person who answers is told nothing of a proof that could not be made ahead', async () => {
  const page = await open({ expectedProblems: [/Failed to load resource/] });
  const end = await intercept(page, '**/rpc/challenge', (route) => route.abort());
  await openSurvey(page, 'employer');
  await reach(page, fewest, 'review');
  expect(await page.locator('[data-outbox]').isVisible()).toBe(false);
  end();
  await next(page);
  await receiptShown(page);
});

test('a honeypot that is filled after the calculation was begun costs the harder one, and the answers arrive', async () => {
  const before = await count();
  // The server refuses the easy one.
  const page = await open({ expectedProblems: [/status of 400/] });
  const begun = page.waitForRequest('**/rpc/challenge');
  await openSurvey(page, 'employer');
  await answerAll(page, fewest);
  await begun;
  await page.locator('input[data-trap]').evaluate((field) => {
    (field as HTMLInputElement).value = 'https://example.com';
  });
  const harder = page.waitForRequest(
    (request) => request.postData() === '{"request":{"purpose":"response","harder":true}}',
  );
  await next(page);
  await harder;
  await receiptShown(page);
  expect(await count()).toBe(before + 1);
});
