import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { hostileTexts } from '../examples/hostileTexts.ts';
import { intercept } from './harness/intercept.ts';
import type { PageOptions } from './harness/newPage.ts';
import { openSite } from './harness/openSite.ts';
import { picture } from './harness/picture.ts';
import { violations } from './harness/violations.ts';
import { startWithModerator } from './thread/moderator.ts';
import { storeComment } from './thread/storeComment.ts';
import { hasFocus, openThread, shownTexts } from './thread/threadPage.ts';

const site = openSite(startWithModerator);

const visit = async (path: string, options?: PageOptions): Promise<Page> => {
  const page = await site.newPage(options);
  await page.goto(path);
  return page;
};
const chart = 'told-by-day';
const countOf = (page: Page) => page.locator(`[data-comments="chart/${chart}"]`);
const latestOf = (page: Page) => page.locator('[data-latest-list] .said__text');

test('what is approved stands on /discussion/, on the front page and in the counts after one reload, and not before', async () => {
  const pages = {
    discussion: await visit('/discussion/'),
    home: await visit('/'),
    charts: await visit('/charts/'),
    chart: await visit(`/charts/${chart}/`),
  };
  await pages.home.locator('.said').scrollIntoViewIfNeeded();
  await pages.home.locator('[data-latest-none]').waitFor();
  await pages.discussion.locator('[data-latest-none]').waitFor();

  const words = 'They told me in a lift.';
  const { id } = await storeComment(site, {
    kind: 'chart',
    thread: chart,
    text: words,
    role: 'job_seeker',
  });
  await storeComment(site, {
    kind: 'chart',
    thread: 'no-such-chart',
    text: 'Of a page that is not there.',
  });
  for (const page of [pages.discussion, pages.home]) {
    await page.reload();
    await page.locator('.said').scrollIntoViewIfNeeded();
    await page.locator('[data-latest-none]').waitFor();
    expect(await page.locator('body').innerText()).not.toContain(words);
  }

  await site.cleo.approveAll();
  for (const page of Object.values(pages)) await page.reload();
  for (const page of [pages.discussion, pages.home]) {
    await page.locator('.said').scrollIntoViewIfNeeded();
    await latestOf(page).first().waitFor();
    expect(await latestOf(page).allInnerTexts()).toEqual([words]);
    expect(await page.locator('.said .who--seeker').innerText()).toBe('Job seeker');
    expect(await violations(page)).toEqual([]);
  }
  await picture(pages.discussion, 'said-discussion');
  await picture(pages.home, 'said-home');
  for (const page of [pages.discussion, pages.charts, pages.chart]) {
    await page.locator('[data-said]').first().scrollIntoViewIfNeeded();
    await countOf(page).first().waitFor();
    expect(await countOf(page).first().innerText()).toBe('1 comment');
  }

  // The way leads to the comment itself, marked, and from there to the whole discussion.
  const reader = pages.discussion;
  await reader.locator('[data-latest-list] [data-link]').click();
  const named = reader.locator(`#comment-${id}`);
  await named.locator('.c__named').waitFor();
  expect(new URL(reader.url()).pathname).toBe(`/charts/${chart}/`);
  expect(await violations(reader)).toEqual([]);
  await picture(reader, 'said-named');
  await named.locator('[data-begin]').click();
  await reader.locator('.c__named').waitFor({ state: 'detached' });
});

test('hostile texts are letters there, too', async () => {
  const scripts = hostileTexts
    .map(({ typed }) => typed)
    .filter((text) => text.includes('<'))
    .slice(0, 15);
  for (const [n, text] of scripts.entries())
    // A number makes each another one: the same letters are taken once.
    await storeComment(site, { kind: 'chart', thread: 'outcome', text: `${n} ${text}` });
  await site.cleo.approveAll();
  const page = await visit('/discussion/');
  await latestOf(page).nth(10).waitFor();
  expect(await page.locator('[data-latest-list] .said__text *').count()).toBe(0);
  expect(await page.locator('[data-latest-list] :is(script, img, svg, iframe, style)').count()).toBe(0);
});

test('where the comments do not come, the page says why, and the rest of it stands', async () => {
  const page = await site.newPage({ expectedProblems: [/503/] });
  await intercept(page, '**/rpc/latest_comments', (route) => route.fulfill({ status: 503, body: '' }));
  await page.goto('/discussion/');
  await page.locator('[data-latest-state]', { hasText: 'did not load' }).waitFor();
  expect(await page.locator('.said__threads a:visible').count()).toBeGreaterThan(20);
  expect(await violations(page)).toEqual([]);
});

test('where the script that fetches them does not come, the page says so', async () => {
  const page = await site.newPage({
    expectedProblems: [/ERR_FAILED/],
  });
  await intercept(page, '**/latest-*.js', (route) => route.abort());
  const lost = page.waitForEvent('requestfailed');
  await page.goto('/discussion/');
  await lost;
  await page.locator('[data-latest-state]', { hasText: 'please load this page again' }).waitFor();
});

test('without JavaScript the discussions are listed, and the feed is named', async () => {
  const page = await visit('/discussion/', { javaScript: false });
  expect(await page.locator('.said noscript a').count()).toBe(1);
  expect(await page.locator('.said__threads a:visible').count()).toBeGreaterThan(20);
});

test('a reader can read one role alone, with what it answers', async () => {
  const thread = 'when-a-reason-hurts';
  const seeker = await storeComment(site, { thread, text: 'A seeker asks.', role: 'job_seeker' });
  await site.cleo.approveAll();
  await storeComment(site, {
    thread,
    text: 'A recruiter answers.',
    role: 'recruiter',
    parent: seeker.id,
  });
  await storeComment(site, { thread, text: 'Another seeker asks.', role: 'job_seeker' });
  await site.cleo.approveAll();
  const page = await site.newPage();
  await openThread(page, `/essays/${thread}/`);
  expect(await shownTexts(page)).toHaveLength(3);
  const visible = () => page.locator('[data-list] .c:visible > .c__text').allInnerTexts();
  expect(await page.locator('[data-only]:visible').allInnerTexts()).toEqual([
    'Everybody',
    'Job seekers',
    'Recruiters',
  ]);
  await page.locator('[data-only=recruiter]').click();
  expect(await visible()).toEqual(['A seeker asks.', 'A recruiter answers.']);
  expect(await page.locator('[data-only=recruiter]').getAttribute('aria-pressed')).toBe('true');
  expect(await violations(page)).toEqual([]);
  await picture(page, 'said-roles');
  await page.locator('[data-only=""]').click();
  expect(await visible()).toHaveLength(3);
  expect(await page.locator('.discussion__asks').innerText()).toMatch(/\?$/);
});

/** The comments in sight that others see too. */
const inSight = (page: Page) => page.locator('[data-list] .c:visible > .c__text');
const pressedRole = (page: Page) => page.locator('[data-only][aria-pressed=true]').getAttribute('data-only');

test('a role whose last comment is taken back is chosen no longer', async () => {
  const thread = 'a-rejection-letter-in-five-minutes';
  await storeComment(site, { thread, text: 'A seeker stays.', role: 'job_seeker' });
  const { id, code } = await storeComment(site, {
    thread,
    text: 'A recruiter goes.',
    role: 'recruiter',
  });
  await site.cleo.approveAll();
  const page = await site.newPage();
  await openThread(page, `/essays/${thread}/`);
  await page.locator('.codebox summary').click();
  await page.locator('#comment-code').fill(code);
  await page.locator('.codebox [type=submit]').click();
  await page.locator(`#comment-${id} [data-yours]`).waitFor();
  await page.locator('[data-only=recruiter]').click();
  expect(await inSight(page).allInnerTexts()).toEqual(['A recruiter goes.']);
  await page.locator(`#comment-${id} > .c__acts > [data-act=remove]`).click();
  await page.locator('[data-act=remove-now]').click();
  await page.locator(`#comment-${id}`).waitFor({ state: 'detached' });
  expect(await inSight(page).allInnerTexts()).toEqual(['A seeker stays.']);
  expect(await pressedRole(page)).toBe('');
  expect(await page.locator('[data-roles]').isVisible()).toBe(false);
});

test('the box in which a reply is written stays in sight, whatever is chosen and taken back', async () => {
  const thread = 'how-to-ask-so-that-they-answer';
  const seeker = await storeComment(site, { thread, text: 'A seeker waits.', role: 'job_seeker' });
  await storeComment(site, { thread, text: 'Another waits.', role: 'job_seeker' });
  await storeComment(site, { thread, text: 'A recruiter.', role: 'recruiter' });
  const mine = await storeComment(site, { thread, text: 'One more.', role: 'recruiter' });
  await site.cleo.approveAll();
  const page = await site.newPage();
  await openThread(page, `/essays/${thread}/`);
  await page.locator('.codebox summary').click();
  await page.locator('#comment-code').fill(mine.code);
  await page.locator('.codebox [type=submit]').click();
  await page.locator(`#comment-${mine.id} [data-yours]`).waitFor();
  const item = page.locator(`#comment-${seeker.id}`);
  await item.locator('[data-act=reply]').click();
  await item.getByText('Your reply').waitFor();
  await item.locator('#write-text').fill('Half a sentence');
  for (const choice of ['[data-only=recruiter]', '[data-order=oldest]', '[data-order=newest]']) {
    await page.locator(choice).click();
    await page.locator(`${choice}[aria-pressed=true]`).waitFor();
    expect(await item.locator('#write-text').isVisible(), choice).toBe(true);
    expect(await item.locator('#write-text').inputValue(), choice).toBe('Half a sentence');
    expect(await inSight(page).filter({ hasText: 'Another waits.' }).count(), choice).toBe(0);
  }
  await page.locator(`#comment-${mine.id} > .c__acts > [data-act=remove]`).click();
  await page.locator('[data-act=remove-now]').click();
  await page.locator(`#comment-${mine.id}`).waitFor({ state: 'detached' });
  expect(await pressedRole(page)).toBe('recruiter');
  expect(await item.locator('#write-text').isVisible()).toBe(true);
});

/** What a page asks of a thread: the order, and behind which page. */
interface Asked {
  readonly order: string;
  readonly after?: string;
  readonly answer: () => void;
}

/**
 * Opens a thread of one comment a page, in the server’s place.
 * @param roles who wrote them @param counts how many there are of each role: what is said of them last holds
 * @returns what is asked for after the first page, which waits until it is answered
 */
async function threadOfPages(page: Page, roles: readonly string[], counts: Record<string, number>) {
  const asked: Asked[] = [];
  let isOpen = false;
  await intercept(page, '**/rpc/read_thread', async (route) => {
    const { request } = route.request().postDataJSON() as {
      request: { kind: string; thread: string; order: string; after?: string };
    };
    const { kind, thread, order, after } = request;
    if (isOpen)
      await new Promise<void>((answer) => {
        asked.push({ order, ...(after !== undefined && { after }), answer });
      });
    isOpen = true;
    const n = Number(after ?? 0);
    const comment = { id: `${n}`, parent: null, text: `${order} ${n}`, edited: false };
    await route.fulfill({
      json: {
        kind,
        thread,
        closed: false,
        counts,
        comments: [{ ...comment, role: roles[n], sent_at: '2026-11-24T10:00Z' }],
        gone: [],
        next: n + 1 < roles.length ? `${n + 1}` : null,
      },
    });
  });
  await openThread(page, '/essays/when-a-reason-hurts/');
  return {
    asked,
    /** Answers what was asked for as the nth, and waits until the page has made of it whatever it makes. */
    answer: async (n: number): Promise<void> => {
      await expect.poll(() => asked.length).toBeGreaterThan(n);
      const arrived = page.waitForResponse('**/rpc/read_thread');
      asked[n]?.answer();
      await (await arrived).finished();
      await page.evaluate(
        () =>
          new Promise((shown) => {
            requestAnimationFrame(() => requestAnimationFrame(shown));
          }),
      );
    },
  };
}
const threeRoles = ['job_seeker', 'other', 'recruiter'];

test('pages are fetched until a role has something to show, and the focus stays on its button', async () => {
  const page = await site.newPage();
  const counts = { job_seeker: 1, other: 1, recruiter: 1 };
  const { answer } = await threadOfPages(page, threeRoles, counts);
  await page.locator('[data-only=recruiter]').click();
  await answer(0);
  await answer(1);
  expect(await inSight(page).allInnerTexts()).toEqual(['newest 2']);
  expect(await hasFocus(page.locator('[data-only=recruiter]'))).toBe(true);
});

test('of two roles pressed one after the other the second is shown, and keeps the focus, whichever page comes late', async () => {
  const page = await site.newPage();
  const counts = { job_seeker: 1, other: 1, recruiter: 1 };
  const { asked, answer } = await threadOfPages(page, threeRoles, counts);
  await page.locator('[data-only=recruiter]').click();
  await expect.poll(() => asked.length).toBe(1);
  await page.locator('[data-only=""]').click();
  await answer(0);
  expect(await inSight(page).allInnerTexts()).toEqual(['newest 0', 'newest 1']);
  expect(await pressedRole(page)).toBe('');
  expect(await hasFocus(page.locator('[data-only=""]'))).toBe(true);
  expect(asked).toHaveLength(1);
});

test('a page that was asked for in one order is not put under another', async () => {
  const page = await site.newPage();
  const counts = { job_seeker: 1, other: 1, recruiter: 1 };
  const { asked, answer } = await threadOfPages(page, threeRoles, counts);
  await page.locator('[data-order=oldest]').click();
  await expect.poll(() => asked.length).toBe(1);
  await page.locator('[data-only=recruiter]').click();
  await expect.poll(() => asked.length).toBe(2);
  await answer(0);
  // The role is looked for in the new order, too.
  await expect.poll(() => asked.length).toBe(3);
  expect(asked.map(({ order, after }) => [order, after])).toEqual([
    ['oldest', undefined],
    ['newest', '1'],
    ['oldest', '1'],
  ]);
  await answer(1);
  expect(await shownTexts(page)).toEqual(['oldest 0']);
  await answer(2);
  await answer(3);
  expect(await shownTexts(page)).toEqual(['oldest 0', 'oldest 1', 'oldest 2']);
  expect(await inSight(page).allInnerTexts()).toEqual(['oldest 2']);
});

test('a role whose comments went while they were looked for is chosen no longer', async () => {
  const page = await site.newPage();
  const counts: Record<string, number> = { job_seeker: 2, recruiter: 1 };
  const { answer } = await threadOfPages(page, ['job_seeker', 'job_seeker'], counts);
  await page.locator('[data-only=recruiter]').click();
  delete counts.recruiter;
  await answer(0);
  expect(await inSight(page).allInnerTexts()).toEqual(['newest 0', 'newest 1']);
  expect(await pressedRole(page)).toBe('');
});

test.each([
  [390, false],
  [1440, true],
])('at %i px the rules of a discussion are open: %s', async (width, isOpen) => {
  const page = await site.newPage({ width });
  await openThread(page, '/essays/when-a-reason-hurts/');
  expect(await page.locator('[data-rules] p').first().isVisible()).toBe(isOpen);
});
