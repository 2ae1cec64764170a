import { beforeAll, expect, test } from 'vitest';
import { patience } from '../../src/browser/inTime.ts';
import { broken } from './broken/features.ts';
import { intercept } from './harness/intercept.ts';
import { openSite } from './harness/openSite.ts';
import { picture } from './harness/picture.ts';
import { violations } from './harness/violations.ts';
import { callTroubles } from './survey/troubles.ts';
import { startWithModerator } from './thread/moderator.ts';
import { storeComment } from './thread/storeComment.ts';
import { noteOf, openThread, own, send, sendAndArrive, shownTexts } from './thread/threadPage.ts';

const site = openSite(startWithModerator);
beforeAll(async () => {
  for (const text of ['The first.', 'The second.']) {
    await storeComment(site, { kind: 'chart', thread: 'hours', text });
    await site.cleo.approve(text);
  }
});

const open = site.newPage;

test.each(callTroubles)(
  'a discussion says what it knows where $name, and loses nothing that is written',
  async ({ name, begin, said, problems }) => {
    const page = await open({ expectedProblems: problems });
    let end = await begin(page);
    await page.goto('charts/hours/');
    await page.locator('#discussion').scrollIntoViewIfNeeded();
    const failed = page.locator('[data-failed]:visible');
    await failed.filter({ hasText: said }).waitFor();
    end();
    await failed.getByRole('button', { name: 'Try again' }).click();
    await page.locator('[data-shown]').waitFor();

    end = await begin(page);
    await page.getByRole('button', { name: 'Oldest first' }).click();
    await page.locator('[data-trouble]').filter({ hasText: said }).waitFor();
    const words = `Where ${name}.`;
    await send(page, words);
    await noteOf(page, words).filter({ hasText: said }).waitFor();
    expect(await own(page, words).locator('button:visible').allInnerTexts()).toEqual([
      'Try again now',
      'Remove it',
    ]);
    end();
    await own(page, words).getByRole('button', { name: 'Try again now' }).click();
    await noteOf(page, words).filter({ hasText: 'Waiting to be read' }).waitFor();
    await page.getByRole('button', { name: 'Oldest first' }).click();
    await expect.poll(() => page.locator('[data-trouble]').count()).toBe(0);
  },
);

test('where the code for writing does not load, what was pressed says so beside it', async () => {
  const page = await open({ expectedProblems: [/Failed to load resource/] });
  const end = await intercept(page, '**/_astro/writing-*.js', (route) => route.abort('blockedbyclient'));
  await openThread(page, 'charts/hours/');
  const reply = page.locator('[data-act=reply]').first();
  await reply.click();
  const said = page.locator('[data-trouble]');
  await said.filter({ hasText: 'Something between this page and our database is in the way' }).waitFor();
  expect(await said.innerText()).toContain('Please try again.');
  expect(await violations(page)).toEqual([]);
  await picture(page, 'thread-trouble');
  end();
  await reply.click();
  await page.getByText('Your reply').waitFor();
  expect(await said.count()).toBe(0);
});

test('where it does not load, that is said as soon as somebody begins to write, and what they wrote is kept once it does', async () => {
  const page = await open({ expectedProblems: [/Failed to load resource/] });
  const end = await intercept(page, '**/_astro/writing-*.js', (route) => route.abort('blockedbyclient'));
  await openThread(page, 'charts/hours/');
  await page.locator('#write-text').fill('Typed before there is a draft');
  const said = page.locator('[data-write-send] ~ [data-trouble]');
  await said.filter({ hasText: 'is in the way' }).waitFor();
  // The focus that comes with the press asks for the code as the press does, and it is said once.
  await page.locator('[data-write-send]').click();
  await said.filter({ hasText: 'is in the way' }).waitFor();
  end();
  await page.locator('[data-write] [name=role]').first().focus();
  await page.locator('[data-write-kept]', { hasText: 'Kept on this device until' }).waitFor();
  expect(await said.count()).toBe(0);
  await openThread(page, 'charts/hours/');
  await expect.poll(() => page.locator('#write-text').inputValue()).toBe('Typed before there is a draft');
});

test('after a failed load of the discussion and another, a comment is sent once', async () => {
  const page = await open({ expectedProblems: [/ERR_FAILED/] });
  await intercept(page, '**/_astro/open-*.js', (route) => route.abort(), 1);
  await page.goto('charts/barriers/');
  await page.locator('#discussion').scrollIntoViewIfNeeded();
  await page.locator('[data-failed]:visible').getByRole('button', { name: 'Try again' }).click();
  await page.locator('[data-shown]').waitFor();
  await sendAndArrive(page, 'Once is enough.');
  expect((await site.cleo.queue()).filter(({ text }) => text === 'Once is enough.')).toHaveLength(1);
});

test('where the code of the discussion hangs, that is said after as long as anything may take, until it comes after all', async () => {
  const page = await open();
  await page.clock.install();
  const held = Promise.withResolvers<undefined>();
  let asked = 0;
  await intercept(page, '**/_astro/open-*.js', async (route) => {
    asked += 1;
    await held.promise;
    await route.continue();
  });
  await page.goto('charts/barriers/');
  await page.locator('#discussion').scrollIntoViewIfNeeded();
  await expect.poll(() => asked).toBe(1);
  await page.clock.fastForward(patience);
  const failed = page.locator('[data-failed]:visible');
  await failed.getByRole('button', { name: 'Try again' }).waitFor();
  held.resolve(undefined);
  await page.locator('[data-shown]').waitFor();
  expect(await failed.count()).toBe(0);
});

test('Send pressed twice while the storage of the browser hangs sends one comment', async () => {
  const page = await open();
  const silent = broken.find(({ feature, how }) => feature === 'IndexedDB' && how === 'silent');
  await page.addInitScript(silent?.breaks as () => unknown);
  await openThread(page, 'charts/barriers/');
  // The first time what is kept here is still being read, the second time it is there and the comment is being kept.
  for (const words of ['Pressed twice at first.', 'Pressed twice again.']) {
    await page.locator('#write-text').fill(words);
    await page.locator('[data-write-send]').dblclick();
    await noteOf(page, words).filter({ hasText: 'Waiting to be read' }).waitFor();
    expect(await own(page, words).count()).toBe(1);
    expect(await page.locator('#write-text').inputValue()).toBe('');
  }
  const sent = (await site.cleo.queue()).map(({ text }) => text).filter((text) => text.startsWith('Pressed'));
  expect(sent).toHaveLength(2);
});

test('a link to a comment that cannot be fetched says why', async () => {
  const page = await open({ expectedProblems: [/ERR_FAILED/] });
  await openThread(page, 'charts/hours/');
  const end = await intercept(page, '**/rpc/read_thread', (route) => route.abort());
  const goTo = (id: string): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, `#comment-${id}`);
  await goTo('00000000-0000-4000-8000-000000000001');
  await page.locator('[data-trouble]').filter({ hasText: 'Please try again.' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await picture(page, 'thread-link-trouble');
  end();
  await goTo('00000000-0000-4000-8000-000000000002');
  await page.locator('[data-status]', { hasText: 'is not shown here' }).waitFor({ state: 'attached' });
  expect(await page.locator('[data-trouble]').count()).toBe(0);
});

test('of two orders pressed one after the other the second is shown and marked, whichever answer comes last', async () => {
  const page = await open();
  await openThread(page, 'charts/hours/');
  let answerFirst: (() => void) | undefined;
  await intercept(
    page,
    '**/rpc/read_thread',
    async (route) => {
      await new Promise<void>((resolve) => {
        answerFirst = resolve;
      });
      await route.continue();
    },
    1,
  );
  const answers = (order: string) =>
    page.waitForResponse((response) => response.request().postData()?.includes(`"${order}"`) === true);
  const first = answers('oldest');
  const second = answers('newest');
  await page.locator('[data-order=oldest]').click();
  await expect.poll(() => answerFirst).toBeDefined();
  await page.locator('[data-order=newest]').click();
  await (await second).finished();
  answerFirst?.();
  await (await first).finished();
  // Two frames later the page has shown whatever it makes of the answer.
  await page.evaluate(
    () =>
      new Promise((shown) => {
        requestAnimationFrame(() => requestAnimationFrame(shown));
      }),
  );
  expect(await shownTexts(page)).toEqual(['The second.', 'The first.']);
  expect(await page.locator('[data-order][aria-pressed=true]').getAttribute('data-order')).toBe('newest');
});

test('an error of ours while a comment is sent is told to a screen reader, too', async () => {
  const page = await open({ expectedProblems: [/x is undefined/] });
  await page.route('**/_astro/proofs-*.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'export const proofs = () => { throw new TypeError("x is undefined"); };',
    }),
  );
  await openThread(page, 'charts/waiting/');
  await send(page, 'Not sent, and kept.');
  await noteOf(page, 'Not sent, and kept.').filter({ hasText: 'The mistake is ours' }).waitFor();
  expect(await page.locator('[data-status]').textContent()).toBe(
    'Your comment was not sent. It is kept on this device.',
  );
});

test('an error of ours is called that, beside what was pressed', async () => {
  const page = await open({ expectedProblems: [/x is undefined/] });
  await page.route('**/_astro/writing-*.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'export const writing = () => { throw new TypeError("x is undefined"); };',
    }),
  );
  await openThread(page, 'charts/hours/');
  await page.locator('[data-act=report]').first().click();
  await page.locator('[data-trouble]').filter({ hasText: 'The mistake is ours' }).waitFor();
});

test('a honeypot that is filled after the calculation was begun costs a comment the harder one, and then it waits to be read', async () => {
  // The server refuses the easy one.
  const page = await open({ expectedProblems: [/status of 400/] });
  await openThread(page, 'charts/hours/');
  // The code for writing is there once it says what it keeps, and the next key begins the calculation.
  await page.locator('#write-text').fill('Begun');
  await page.locator('[data-write-kept]', { hasText: 'Kept on this device until' }).waitFor();
  const begun = page.waitForRequest('**/rpc/challenge');
  await page.locator('#write-text').fill('Begun by a person.');
  await begun;
  await page.locator('[data-write] [data-trap]').evaluate((field) => {
    (field as HTMLInputElement).value = 'https://example.com';
  });
  const harder = page.waitForRequest(
    (request) => request.postData() === '{"request":{"purpose":"comment","harder":true}}',
  );
  await sendAndArrive(page, 'Begun by a person.');
  await harder;
});

test('a filled honeypot costs a report the harder calculation, at another press, and nobody is thanked before', async () => {
  const page = await open({ expectedProblems: [/status of 400/] });
  await openThread(page, 'charts/hours/');
  await page.locator('[data-act=report]').first().click();
  const form = page.locator('.report');
  await form.locator('[data-trap]').evaluate((field) => {
    (field as HTMLInputElement).value = 'https://example.com';
  });
  await form.locator('[name=reason]').first().check();
  await form.getByRole('button', { name: 'Send report' }).click();
  await form.getByText('Something filled in a field that nobody sees').waitFor();
  const harder = page.waitForRequest(
    (request) => request.postData() === '{"request":{"purpose":"report","harder":true}}',
  );
  await form.getByRole('button', { name: 'Send report' }).click();
  await harder;
  await page.getByText('Thank you. A moderator is told').waitFor();
});
