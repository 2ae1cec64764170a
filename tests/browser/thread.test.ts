import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { hostileTexts } from '../examples/hostileTexts.ts';
import { intercept } from './harness/intercept.ts';
import type { PageOptions } from './harness/newPage.ts';
import { openSite } from './harness/openSite.ts';
import { picture } from './harness/picture.ts';
import { violations } from './harness/violations.ts';
import { startWithModerator } from './thread/moderator.ts';
import { storeComment } from './thread/storeComment.ts';
import {
  hasFocus,
  noteOf,
  openThread,
  own,
  send,
  sendAndArrive,
  shownTexts,
  tabTo,
} from './thread/threadPage.ts';

const essay = '/essays/somebody-knows-what-goes-in-the-blank/';
const longThread = 'what-is-known-so-far';

const site = openSite(startWithModerator);

const profile = site.newPage;
const visit = async (path: string, options?: PageOptions): Promise<Page> => {
  const page = await profile(options);
  await openThread(page, path);
  return page;
};

test('an applicant and a recruiter answer each other with keys alone, and others read it once it was approved', async () => {
  const applicant = await profile();
  await applicant.goto(essay);
  await applicant.keyboard.press('End');
  await applicant.locator('[data-empty]').waitFor();
  expect(await violations(applicant)).toEqual([]);
  await picture(applicant, 'thread-empty');

  await tabTo(applicant, applicant.locator('#write-text'));
  await applicant.keyboard.type('Nobody told me why.');
  await tabTo(applicant, applicant.locator('[name=role][value=none]'));
  // Round the end of the list to its beginning.
  await applicant.keyboard.press('ArrowRight');
  await tabTo(applicant, applicant.locator('[data-write-send]'));
  await applicant.keyboard.press('Enter');
  await noteOf(applicant, 'Nobody told me why.').filter({ hasText: 'Waiting to be read' }).waitFor();
  expect(await hasFocus(own(applicant, 'Nobody told me why.'))).toBe(true);
  expect(await applicant.locator('[data-empty]').isVisible()).toBe(false);
  expect(await own(applicant, 'Nobody told me why.').locator('.who--seeker').innerText()).toBe('Job seeker');
  expect(await violations(applicant)).toEqual([]);
  await picture(applicant, 'thread-pending');

  // Nobody else sees it: not on another device, and not before somebody has read it.
  const recruiter = await visit(essay);
  expect(await recruiter.locator('[data-empty]').isVisible()).toBe(true);
  expect(await recruiter.locator('#discussion').innerText()).not.toContain('Nobody told me why.');

  const top = await site.cleo.approve('Nobody told me why.');
  await openThread(recruiter, essay);
  await tabTo(recruiter, recruiter.locator(`#comment-${top} [data-act=reply]`));
  await recruiter.keyboard.press('Enter');
  await recruiter.locator('[data-write-title]', { hasText: 'Your reply' }).waitFor();
  await recruiter.waitForFunction(() => document.activeElement?.id === 'write-text');
  await recruiter.keyboard.type('Because nobody had written it down.');
  await tabTo(recruiter, recruiter.locator('[name=role][value=none]'));
  for (let presses = 0; presses < 2; presses += 1) await recruiter.keyboard.press('ArrowRight');
  expect(await violations(recruiter)).toEqual([]);
  await picture(recruiter, 'thread-reply');
  await tabTo(recruiter, recruiter.locator('[data-write-send]'));
  await recruiter.keyboard.press('Enter');
  await noteOf(recruiter, 'written it down').filter({ hasText: 'Waiting to be read' }).waitFor();
  const reply = await site.cleo.approve('written it down');

  const reader = await visit(essay);
  expect(await reader.locator('[data-count]').innerText()).toBe('2 comments');
  const nested = reader.locator(`#comment-${top} > .replies > #comment-${reply}`);
  expect(await nested.locator('.c__text').innerText()).toBe('Because nobody had written it down.');
  expect(await nested.locator('.who--employer').innerText()).toBe('Recruiter');
  expect(await violations(reader)).toEqual([]);
  await picture(reader, 'thread-nested');

  // What was changed waits again; what was answered meanwhile stays where it is.
  await openThread(applicant, essay);
  await applicant.locator(`#comment-${top} > .c__acts > [data-act=change]`).click();
  await applicant.locator('[data-write-title]', { hasText: 'Change your comment' }).waitFor();
  expect(await applicant.locator('#write-text').inputValue()).toBe('Nobody told me why.');
  await applicant.locator('#write-text').fill('Nobody told me why, twice.');
  await applicant.locator('[data-write-send]').click();
  await noteOf(applicant, 'twice').filter({ hasText: 'Waiting to be read' }).waitFor();
  await openThread(reader, essay);
  expect(await reader.locator(`#comment-${top} > p`).innerText()).toContain(
    'It was changed and waits to be read.',
  );
  expect(await shownTexts(reader)).toEqual(['Because nobody had written it down.']);
  await site.cleo.approve('twice');
  await openThread(reader, essay);
  expect(await reader.locator(`#comment-${top} > .c__by`).innerText()).toContain('changed since');

  // A report reaches the moderator.
  await reader.locator(`#comment-${reply} [data-act=report]`).click();
  await reader.locator('.report').waitFor();
  expect(await violations(reader)).toEqual([]);
  await picture(reader, 'thread-report');
  await reader.locator('.report [type=submit]').click();
  expect(await reader.locator('.report [data-said]').innerText()).toBe('Choose one of these first.');
  await reader.locator('.report .opt', { hasText: 'not who they say' }).click();
  await reader.locator('.report [type=submit]').click();
  await reader.getByText('A moderator is told').waitFor();
  expect((await site.cleo.queue('reported')).map(({ id }) => id)).toEqual([reply]);

  // Another device, and nothing but the code.
  await openThread(applicant, essay);
  await applicant.reload();
  await applicant.locator('#discussion').scrollIntoViewIfNeeded();
  await applicant.locator(`#comment-${top} [data-yours]`).first().waitFor();
  const code = await applicant.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('no-but-why-comments');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('own').objectStore('own').getAll();
          reading.onsuccess = () => {
            resolve((reading.result as { code: string }[])[0]?.code ?? '');
          };
        };
      }),
  );
  await reader.locator('.codebox summary').click();
  // One letter away from it, whatever the last one is.
  await reader
    .locator('#comment-code')
    .fill(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`.toLowerCase());
  await reader.locator('.codebox [type=submit]').click();
  await reader.locator('#comment-code-message').filter({ hasText: /\w/ }).waitFor();
  await reader.locator('#comment-code').fill(code);
  await reader.locator('.codebox [type=submit]').click();
  await reader.locator(`#comment-${top} > .c__acts > [data-act=remove]`).click();
  // Asked once the device was read again.
  await reader.locator('[data-act=remove-now]').waitFor();
  expect(await violations(reader)).toEqual([]);
  await reader.locator('[data-act=remove-now]').click();
  await reader.locator(`#comment-${top} > p`, { hasText: 'was removed' }).waitFor();
  expect(await reader.locator('[data-count]').innerText()).toBe('1 comment');
  await openThread(recruiter, essay);
  expect(await shownTexts(recruiter)).toEqual(['Because nobody had written it down.']);
  expect(await recruiter.locator(`#comment-${top} > p`).innerText()).toBe(
    'A comment stood here and was removed.',
  );
});

test('the receipt code of a comment is copied from its button', async () => {
  const page = await visit('/charts/outcome/');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await sendAndArrive(page, 'Copied by its code.');
  const mine = own(page, 'Copied by its code.');
  await mine.locator('[data-code-fold] summary').click();
  await mine.locator('[data-act=copy]').click();
  await mine.locator('[data-act=copy]', { hasText: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    await mine.locator('[data-code]').textContent(),
  );
});

test('where the browser does not copy, the code is selected', async () => {
  const page = await visit('/charts/outcome/');
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await openThread(page, '/charts/outcome/');
  await sendAndArrive(page, 'Selected by its code.');
  const mine = own(page, 'Selected by its code.');
  await mine.locator('[data-code-fold] summary').click();
  await mine.locator('[data-act=copy]').click();
  await mine.locator('[data-act=copy]', { hasText: 'Copy it by hand' }).waitFor();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(
    await mine.locator('[data-code]').textContent(),
  );
});

describe('a long thread', () => {
  const ids: string[] = [];
  beforeAll(async () => {
    for (let n = 1; n <= 55; n += 1) {
      const { id } = await storeComment(site, { thread: longThread, text: `Comment no. ${n}.` });
      ids.push(id);
    }
    await site.cleo.approveAll();
  });

  test('is not asked for, nor the code that shows it, before a reader comes near', async () => {
    const page = await profile();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`/essays/${longThread}/`, { waitUntil: 'networkidle' });
    expect(asked.filter((path) => /\.js$|\/rpc\//.test(path))).toEqual([]);
    await page.locator('#discussion').scrollIntoViewIfNeeded();
    await page.locator('[data-list] .c').first().waitFor();
    expect(asked.filter((path) => path.includes('/rpc/'))).toEqual(['/rest/v1/rpc/read_thread']);
    expect(asked.filter((path) => path.endsWith('.js'))).toHaveLength(1);
  });

  test('comes by pages, newest or oldest first, and the focus goes to what is new', async () => {
    const page = await visit(`/essays/${longThread}/`);
    expect(await page.locator('[data-count]').innerText()).toBe('55 comments');
    const inOrder = Array.from({ length: 55 }, (_, n) => `Comment no. ${n + 1}.`);
    expect(await shownTexts(page)).toEqual(inOrder.toReversed().slice(0, 50));
    await page.locator('[data-show-more]').click();
    await page.locator(`#comment-${ids[0]}`).waitFor();
    expect(await shownTexts(page)).toEqual(inOrder.toReversed());
    expect(await hasFocus(page.locator(`#comment-${ids[4]}`))).toBe(true);
    expect(await page.locator('[data-show-more]').isVisible()).toBe(false);
    await page.locator('[data-order=oldest]').click();
    await page.waitForFunction(
      () => document.querySelector('[data-list] .c__text')?.textContent === 'Comment no. 1.',
    );
    expect(await shownTexts(page)).toEqual(inOrder.slice(0, 50));
    expect(await page.locator('[data-order=oldest]').getAttribute('aria-pressed')).toBe('true');
  });

  test('is opened at the comment that an address names, however deep, without anybody scrolling', async () => {
    const page = await profile();
    await page.goto(`/essays/${longThread}/#comment-${ids[1]}`);
    const named = page.locator(`#comment-${ids[1]}`);
    await named.waitFor();
    await page.waitForFunction((id) => document.activeElement?.id === id, `comment-${ids[1]}`);
    expect(await named.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true);
    await page.locator('[data-begin]').click();
    await page.locator(`#comment-${ids[54]}`).waitFor();
    expect(await shownTexts(page)).toHaveLength(50);
  });
});

test(
  `${hostileTexts.length} hostile texts come out as the text that they are: no script runs, no element is made (T16)`,
  { timeout: 120_000 },
  async () => {
    const path = '/charts/clarity/';
    const author = await visit(path, { reducedMotion: true });
    const reader = await profile();
    const dialogs: string[] = [];
    for (const page of [author, reader])
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
    // Alike in letters and digits is the same to the server, so each says which it is.
    const texts = hostileTexts.map(({ typed, kept = typed }, n) => ({
      typed: `${typed}\n(${n})`,
      kept: `${kept}\n(${n})`,
    }));
    // Two in three through the box, and all of them before a reader.
    const byHand = texts.filter((_, n) => n % 3 > 0);
    expect(byHand.length).toBeGreaterThanOrEqual(60);
    for (const { typed: text } of texts.filter((_, n) => n % 3 === 0))
      await storeComment(site, { kind: 'chart', thread: 'clarity', text });
    for (const { typed } of byHand) {
      await author.locator('#write-text').fill(typed);
      await author.locator('[data-write-send]').press('Enter');
      await expect.poll(() => author.locator('#write-text').inputValue(), { interval: 5 }).toBe('');
    }
    await expect
      .poll(() => author.locator('.c__note', { hasText: 'Waiting to be read' }).count(), { timeout: 50_000 })
      .toBe(byHand.length);
    await site.cleo.approveAll();

    await openThread(reader, path);
    await reader.locator('[data-show-more]').click();
    await expect.poll(() => reader.locator('[data-list] > .c').count()).toBe(texts.length);
    for (const [page, expected] of [
      [author, byHand],
      [reader, texts],
    ] as const) {
      const found = await page
        .locator('.thread .c__text')
        .evaluateAll((texts) =>
          texts.map((element) => ({ text: element.textContent, elements: element.childElementCount })),
        );
      expect(found.map(({ text }) => text).toSorted()).toEqual(expected.map(({ kept }) => kept).toSorted());
      expect(found.filter(({ elements }) => elements > 0)).toEqual([]);
      // Nothing stands in the list but what the templates hold.
      const strange = await page
        .locator(
          '.thread :is(script, img, svg, iframe, object, embed, link, style, base, form, input, video, audio, math, marquee)',
        )
        .count();
      expect(strange).toBe(0);
    }
    expect(dialogs).toEqual([]);
    await reader.setViewportSize({ width: 320, height: 800 });
    expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  },
);

describe('when something stands in the way', () => {
  test('comments that do not come say so, and come when they are asked for again', async () => {
    const page = await profile({ theme: 'dark', expectedProblems: [/ERR_FAILED/] });
    let isDown = true;
    let slow: (() => void) | undefined;
    await page.route('**/rpc/read_thread', async (route) => {
      if (isDown) await route.abort();
      else {
        await new Promise<void>((resolve) => {
          slow = resolve;
        });
        await route.continue();
      }
    });
    await page.goto('/charts/hours/');
    await page.locator('#discussion').scrollIntoViewIfNeeded();
    await page.locator('[data-failed]').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'thread-failed');
    isDown = false;
    await page.locator('[data-retry]').click();
    expect(await hasFocus(page.locator('#discussion-title'))).toBe(true);
    await page.locator('[data-loading]').waitFor();
    slow?.();
    await page.locator('[data-empty]').waitFor();
    expect(await page.locator('[data-loading]').isVisible()).toBe(false);
    expect(await violations(page)).toEqual([]);
  });

  test('what is written stays: in a draft, in a reply, and on the way', async () => {
    const path = '/charts/barriers/';
    await storeComment(site, { kind: 'chart', thread: 'barriers', text: 'Time is the barrier.' });
    await site.cleo.approve('Time is the barrier.');
    const page = await visit(path, { expectedProblems: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED/] });
    await page.locator('[data-write-send]').click();
    await page.getByText('Write something before you send it.').waitFor();
    expect(await page.locator('#write-text').getAttribute('aria-invalid')).toBe('true');
    expect(await violations(page)).toEqual([]);

    await page.locator('#write-text').fill('A thought that is not finished');
    await page.locator('[data-act=reply]').click();
    await page.locator('#write-text').fill('A reply that is not finished');
    await page.locator('[data-write-kept]', { hasText: 'Kept on this device until' }).waitFor();
    await openThread(page, path);
    await expect.poll(() => page.locator('#write-text').inputValue()).toBe('A thought that is not finished');
    await page.locator('[data-act=reply]', { hasText: 'Go on with your reply' }).click();
    await expect.poll(() => page.locator('#write-text').inputValue()).toBe('A reply that is not finished');

    await page.context().setOffline(true);
    await page.locator('[data-write-send]').click();
    await noteOf(page, 'A reply that is').filter({ hasText: 'you are offline' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'thread-offline');
    // Now the answer of the server is lost: it has the comment, and the page does not know.
    let losses = 0;
    await intercept(
      page,
      '**/rpc/comment',
      async (route) => {
        losses += 1;
        await route.fetch();
        await route.abort();
      },
      1,
    );
    await page.context().setOffline(false);
    await noteOf(page, 'A reply that is').filter({ hasText: 'Waiting to be read' }).waitFor();
    expect(losses).toBe(1);
    expect((await site.cleo.queue()).filter(({ text }) => text.startsWith('A reply'))).toHaveLength(1);
    expect(await page.locator('#write-text').inputValue()).toBe('A thought that is not finished');
  });

  test('whoever was turned down reads why, on the device they wrote on', async () => {
    // Meanwhile the browser refuses IndexedDB, and the comment lies in localStorage.
    const page = await profile();
    const refusal = await page.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    });
    await openThread(page, '/charts/waiting/');
    await sendAndArrive(page, 'It was Somebody of Some Firm.');
    await refusal.dispose();
    await site.cleo.reject('It was Somebody', 'names_somebody');
    await openThread(page, '/charts/waiting/');
    await noteOf(page, 'It was Somebody')
      .filter({ hasText: 'Not published. It names a person or a firm' })
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'thread-rejected');
    await own(page, 'It was Somebody').locator('[data-act=remove]').click();
    await page.locator('[data-act=remove-now]').click();
    await own(page, 'It was Somebody').waitFor({ state: 'detached' });
    await openThread(page, '/charts/waiting/');
    expect(await page.locator('[data-own-list]').isVisible()).toBe(false);
  });

  test('a closed discussion can be read; what was written stays on the device', async () => {
    const path = '/charts/promise/';
    const page = await visit(path, { expectedProblems: [/409/] });
    await site.cleo.close('chart', 'promise');
    await send(page, 'Too late, as it turns out.');
    await noteOf(page, 'Too late').filter({ hasText: 'Not accepted. This discussion is closed' }).waitFor();
    await page.locator('#write-text').fill('And one thing more');
    await page.locator('[data-write-kept]', { hasText: 'Kept on this device until' }).waitFor();
    await openThread(page, path);
    await noteOf(page, 'Too late').waitFor();
    await expect.poll(() => page.locator('#write-text').inputValue()).toBe('And one thing more');
    expect(await page.locator('[data-closed]').isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'thread-closed');
    const stranger = await visit(path);
    expect(await stranger.locator('[data-write]').isVisible()).toBe(false);
  });

  test('without JavaScript a sentence says what is there', async () => {
    const page = await profile({ javaScript: false });
    await page.goto(essay);
    expect(await page.locator('#discussion noscript').innerText()).toContain('off in this browser');
    expect(await page.locator('#discussion form').first().isVisible()).toBe(false);
  });
});
