import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { testSite } from '../build/harness/testSite.ts';
import { intercept } from './harness/intercept.ts';
import { openSite } from './harness/openSite.ts';
import { violations } from './harness/violations.ts';
import {
  alertOf,
  focused,
  give,
  openPage,
  openQueue,
  part,
  path,
  press,
  says,
  shown,
  turnTo,
} from './moderate/moderatorPage.ts';
import { startModerationServer } from './moderate/moderationServer.ts';
import { secondFactorAsked } from './moderate/secondFactorAsked.ts';
import { openThread } from './thread/threadPage.ts';

const server = openSite(startModerationServer);
beforeEach(async () => {
  await server.sql('delete from private.comment');
  await server.sql('update private.thread set closed = false');
});

const open = server.newPage;
/** What Chromium writes to the console for an answer that is an error. */
const status = (code: number): RegExp => new RegExp(`status of ${code}`);

describe('signing in', () => {
  test('without JavaScript the page says that it needs it, and has nothing to fill in', async () => {
    const page = await open({ javaScript: false });
    await page.goto(path);
    expect(await page.locator('main').innerText()).toContain('This page needs JavaScript');
    expect(await page.locator('main').locator('input:visible, button:visible').count()).toBe(0);
  });

  test('what talks to the server is fetched to sign in and not before; the session is this tab’s alone', async () => {
    const page = await open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await openPage(page);
    // supabase-js, by the name of its class, in whichever file it was bundled.
    const library = (name: string) =>
      name.endsWith('.js') && readFileSync(join(testSite, name), 'utf8').includes('GoTrue');
    expect(
      asked.filter((name) => library(name) || name.startsWith('/rest') || name.startsWith('/auth')),
    ).toEqual([]);
    await give(page, server.cleo);
    await part(page, 'queue').waitFor();
    expect(asked.filter(library)).toHaveLength(1);
    const kept = await page.evaluate(() => ({
      tab: Object.keys(sessionStorage),
      device: Object.keys(localStorage),
      cookies: document.cookie,
      address: location.href,
    }));
    expect(kept).toEqual({
      tab: ['no-but-why-moderator'],
      device: [],
      cookies: '',
      address: server.url + path,
    });
    const other = await page.context().newPage();
    await other.goto(server.url + path);
    await part(other, 'sign-in').waitFor();
    // Loaded anew, this tab is still signed in; signed out, it is not.
    await page.reload();
    await part(page, 'queue').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await part(page, 'sign-in').waitFor();
    await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0);
    await expect.poll(async () => (await server.sql('select id from auth.sessions')).length).toBe(0);
  });

  test('a wrong password and an unknown address are told in the same sentence', async () => {
    const page = await open({ expectedProblems: [status(400)] });
    await openPage(page);
    await give(page, { ...server.cleo, password: 'not the password' });
    expect(await alertOf(page)).toBe('That e-mail and password do not match.');
    expect(await page.getByLabel('Password').inputValue()).toBe('');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    await give(page, { email: 'nobody@example.com', password: 'not the password' });
    await expect.poll(() => alertOf(page)).toBe('That e-mail and password do not match.');
    await give(page, { email: '', password: '' });
    await expect.poll(() => alertOf(page)).toBe('Fill in your e-mail and your password.');
    await give(page, server.cleo);
    await part(page, 'queue').waitFor();
  });

  test.each([
    [
      'is stopped on its way',
      (route: Route) => route.abort(),
      /^Something between this page and our database/,
    ],
    [
      'is refused with our key',
      (route: Route) => route.fulfill({ status: 401, json: { message: 'Invalid API key' } }),
      /^Our server refuses what this page asks of it/,
    ],
    [
      'is answered by a network that wants its own sign-in',
      (route: Route) => route.fulfill({ contentType: 'text/html', body: '<h1>Sign in</h1>' }),
      /^Something between this page and our database/,
    ],
    [
      'meets a server that is failing',
      (route: Route) => route.fulfill({ status: 503, json: { message: 'unavailable' } }),
      /^The server is failing or overloaded/,
    ],
  ])('what %s is no wrong password', async (name, answer, words) => {
    const isQuiet = name.includes('its own sign-in');
    const page = await open({ expectedProblems: isQuiet ? [] : [/Failed to load resource/] });
    await openPage(page);
    const end = await intercept(page, '**/auth/v1/**', answer);
    await give(page, server.cleo);
    expect(await alertOf(page)).toMatch(words);
    end();
    await give(page, server.cleo);
    await part(page, 'queue').waitFor();
  });
});

test('what talks to the server is fetched again where it was lost, without another visit', async () => {
  const page = await open({ expectedProblems: [/Failed to load resource/] });
  await openPage(page);
  const end = await intercept(page, /\/_astro\/calls[^/]*\.js/, (route) => route.abort());
  await give(page, server.cleo);
  expect(await alertOf(page)).toMatch(
    /is in the way.+Please try again; if that does not help, load the page/,
  );
  end();
  await give(page, server.cleo);
  await part(page, 'queue').waitFor();
});

describe('signing out', () => {
  test('ends the session here even where what talks to the server does not load', async () => {
    const page = await open({ expectedProblems: [/Failed to load resource/] });
    await openQueue(page, server.cleo);
    const end = await intercept(page, /\/_astro\/calls[^/]*\.js/, (route) => route.abort());
    await page.reload();
    await says(page, 'is in the way');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out.').waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    end();
    await page.reload();
    await part(page, 'sign-in').waitFor();
  });

  test('that is still under way does not end the session that begins meanwhile', async () => {
    const page = await open();
    await openQueue(page, server.cleo);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const order: string[] = [];
    await intercept(page, '**/auth/v1/logout*', async (route) => {
      await held;
      order.push('out');
      await route.continue();
    });
    page.on('request', (request) => {
      if (request.url().includes('grant_type=password')) order.push('in');
    });
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('Signing out …').waitFor();
    await give(page, server.cleo);
    await page.getByText('Signing in …').waitFor();
    release();
    await part(page, 'queue').waitFor();
    expect(order).toEqual(['out', 'in']);
    await page.reload();
    await part(page, 'queue').waitFor();
  });
});

test('where the browser refuses all storage, everything is done until the page is left', async () => {
  const { text } = await server.comment();
  const page = await open();
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
  });
  await openQueue(page, server.cleo);
  expect(await shown(page)).toEqual([text]);
  await press(page, '?');
  await page.getByRole('dialog').getByLabel('Single keys work').uncheck();
  await press(page, 'Escape');
  expect(await page.locator('.moderate kbd:visible').count()).toBe(0);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out.').waitFor();
});

describe('who may not', () => {
  test('a stranger with an account gets in nowhere: not by the page, not by the API', async () => {
    const secret = await server.comment();
    const eve = await server.moderator();
    await server.noModerator(eve.email);
    const page = await open({ expectedProblems: [status(403)] });
    const answers: string[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/rest/')) void response.text().then((text) => answers.push(text));
    });
    await openPage(page);
    await give(page, eve);
    expect(await alertOf(page)).toBe('This account may not moderate.');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(await page.content()).not.toContain(secret.text);
    expect(answers.join()).not.toContain(secret.text);

    const signedIn = await fetch(`${server.url}/auth/v1/token?grant_type=password`, {
      method: 'POST',
      headers: { apikey: server.publishableKey, 'content-type': 'application/json' },
      body: JSON.stringify(eve),
    });
    const { access_token: token } = (await signedIn.json()) as { access_token: string };
    const asked = await fetch(`${server.url}/rest/v1/rpc/moderation_queue`, {
      method: 'POST',
      headers: {
        apikey: server.publishableKey,
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ request: { list: 'waiting' } }),
    });
    expect(asked.status).toBe(403);
    expect(await asked.text()).not.toContain(secret.text);
  });

  test('a moderator who is taken off the list is out with the next key, and takes nothing along', async () => {
    const { id, text } = await server.comment();
    const dora = await server.moderator();
    const page = await open({ expectedProblems: [status(403)] });
    await openQueue(page, dora);
    await press(page, 'j');
    await server.noModerator(dora.email);
    const before = await server.records();
    await press(page, 'a');
    expect(await alertOf(page)).toBe('This account may not moderate.');
    expect(await page.content()).not.toContain(text);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(await server.stateOf(id)).toEqual({ state: 'pending', reason: null });
    expect(await server.records()).toBe(before);
  });
});

describe('with the keyboard alone', () => {
  test('approve, reject, undo, hide, close and open again: one row in the record for each', async () => {
    const first = await server.comment({ text: 'The first of three.' });
    const second = await server.comment({ text: 'The second of three.', role: 'recruiter' });
    const third = await server.comment({ text: 'The third of three.' });
    await server.sql(
      `update private.comment set sent_at = date_trunc('hour', now()) - interval '30 hours' where id = '${first.id}'`,
    );
    let rows = await server.records();
    const oneMore = async () => {
      expect(await server.records()).toBe((rows += 1));
    };
    const page = await open();
    await openPage(page);
    await press(page, 'Tab');
    for (let n = 0; (await page.evaluate(() => document.activeElement?.id)) !== 'email' && n < 30; n += 1)
      await press(page, 'Tab');
    await page.keyboard.type(server.cleo.email);
    await press(page, 'Tab');
    await page.keyboard.type(server.cleo.password);
    await press(page, 'Enter');
    await part(page, 'queue').waitFor();
    const heading = page.getByRole('heading', { level: 1 });
    expect(await heading.innerText()).toBe('3 comments are waiting');
    expect(await page.locator('[data-deck]').innerText()).toMatch(
      /^The oldest has waited 1 day and 6 hours\./,
    );
    expect(await page.title()).toMatch(/^Waiting: 3 · Moderation · /);
    expect(await shown(page)).toEqual([first.text, second.text, third.text]);

    // Nothing is chosen yet, so a key of a decision decides nothing.
    await press(page, 'a');
    await says(page, 'Choose a comment first');
    await press(page, 'j', 'j', 'k');
    expect(await focused(page)).toBe(first.text);
    await press(page, 'k');
    await says(page, 'This is the first comment on this page.');

    await press(page, 'a');
    await says(page, 'Approved. 2 comments on this page.');
    expect(await server.stateOf(first.id)).toEqual({ state: 'approved', reason: null });
    expect(await focused(page)).toBe(second.text);
    await oneMore();
    await expect.poll(() => heading.innerText()).toBe('2 comments are waiting');
    expect(await page.locator('[data-list=approved]').innerText()).toContain('1');

    // While the reasons are open no key but theirs counts, and Esc leaves them.
    await press(page, 'r', 'a', 'h', 'j');
    expect(await focused(page)).toBe(second.text);
    await press(page, 'Enter');
    expect(await page.locator('.reasons [data-message]').innerText()).toContain('Choose a reason');
    await press(page, 'Escape');
    expect(await page.locator('.reasons').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Reject/);
    await press(page, 'r', '4', 'ArrowDown', 'Enter');
    await says(page, 'Rejected. One comment on this page.');
    expect(await server.stateOf(second.id)).toEqual({ state: 'rejected', reason: 'off_subject' });
    expect(await focused(page)).toBe(third.text);
    await oneMore();

    await press(page, 'z');
    await says(page, 'Undone: it waits again.');
    expect(await server.stateOf(second.id)).toEqual({ state: 'pending', reason: null });
    expect(await focused(page)).toBe(second.text);
    expect(await shown(page)).toEqual([second.text, third.text]);
    await oneMore();
    await press(page, 'u');
    await expect.poll(() => focused(page)).toBe(first.text);
    await says(page, 'Undone: it waits again.');
    await oneMore();
    await press(page, 'u');
    await says(page, 'There is nothing to undo.');
    expect(await server.records()).toBe(rows);

    await press(page, 'c');
    await says(page, 'The thread is closed.');
    expect(await focused(page)).toBe(first.text);
    expect(await page.getByText('This thread is closed').count()).toBe(3);
    await oneMore();
    await press(page, 'z');
    await says(page, 'The thread is open again.');
    await oneMore();

    await press(page, 'h');
    await says(page, 'Only what is shown can be hidden.');
    await press(page, 'a');
    await says(page, 'Approved. 2 comments on this page.');
    await oneMore();
    while (!(await page.evaluate(() => document.activeElement?.matches('[data-list=approved]'))))
      await press(page, 'Shift+Tab');
    await press(page, 'Enter');
    await says(page, 'One comment on this page.');
    await press(page, 'j', 'h');
    await says(page, 'Hidden. No comment on this page.');
    expect(await server.stateOf(first.id)).toEqual({ state: 'hidden_by_moderator', reason: null });
    expect(await page.locator('[data-empty]:visible').innerText()).toBe('No comment is shown anywhere.');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await oneMore();
  });

  test('an answer of ours is approved as ours, by its key and by its button, and readers see it marked; undone, it is not', async () => {
    const thread = { kind: 'chart', thread: 'told-by-day' } as const;
    const byKey = await server.comment({ ...thread, text: 'We counted it by hand.', role: 'recruiter' });
    const byButton = await server.comment({ ...thread, text: 'And by machine.', role: 'job_seeker' });
    const page = await open();
    await openQueue(page, server.cleo);
    await press(page, 'j', 'o');
    await says(page, 'Approved, and marked as this site’s own. One comment on this page.');
    await page.getByRole('button', { name: 'Approve as ours' }).click();
    await says(page, 'Approved, and marked as this site’s own. No comment on this page.');
    const reader = await open();
    await openThread(reader, '/charts/told-by-day/');
    const markOf = (id: string) => reader.locator(`#comment-${id} .who--site`);
    for (const { id } of [byKey, byButton]) expect(await markOf(id).innerText()).toBe('This site');
    expect(await violations(reader)).toEqual([]);

    // Approved again, it speaks for nobody: whom it said to be before was no longer kept.
    await press(page, 'z');
    await says(page, 'Undone: it waits again.');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await says(page, 'Approved.');
    await openThread(reader, '/charts/told-by-day/');
    expect(await markOf(byButton.id).count()).toBe(0);
    expect(await reader.locator(`#comment-${byButton.id}`).isVisible()).toBe(true);
    expect(await markOf(byKey.id).count()).toBe(1);
  });

  test('by Tab and Enter everything is done, too; and what waits on a phone by touch', async () => {
    const one = await server.comment();
    const two = await server.comment();
    const page = await open({ width: 390 });
    await openQueue(page, server.cleo);
    for (let n = 0; (await focused(page)) === null && n < 20; n += 1) await press(page, 'Tab');
    while (!(await page.evaluate(() => document.activeElement?.matches('[data-press=approve]'))))
      await press(page, 'Tab');
    await press(page, 'Enter');
    await says(page, 'Approved.');
    await page.getByRole('button', { name: 'Reject …' }).click();
    await page.getByLabel('Advertising').click();
    await page.locator('.reasons').getByRole('button', { name: 'Reject' }).click();
    await says(page, 'Rejected. No comment on this page.');
    expect(await server.stateOf(one.id)).toMatchObject({ state: 'approved' });
    expect(await server.stateOf(two.id)).toEqual({ state: 'rejected', reason: 'advertising' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await says(page, 'Undone: it waits again.');
  });

  test('keys are typed in fields, left to the browser with a modifier, and can be turned off for good', async () => {
    const { id } = await server.comment();
    const before = await server.records();
    const page = await open();
    await openPage(page);
    await page.getByLabel('E-mail').focus();
    await page.keyboard.type('aj?');
    expect(await page.getByLabel('E-mail').inputValue()).toBe('aj?');
    await give(page, server.cleo);
    await part(page, 'queue').waitFor();
    await press(page, 'j', 'Control+a', 'Alt+a', 'Meta+a', 'Shift+A');
    await press(page, '?');
    const dialog = page.getByRole('dialog');
    await press(page, 'a', 'j');
    expect(await dialog.innerText()).toMatch(/J\s+to the next comment/);
    await dialog.getByLabel('Single keys work').uncheck();
    await press(page, 'Escape');
    expect(await dialog.isVisible()).toBe(false);
    expect(await page.locator('.moderate kbd:visible').count()).toBe(0);
    await press(page, 'j', 'a', '?', 'z');
    await page.reload();
    await part(page, 'queue').waitFor();
    await press(page, 'j', 'a', '?');
    expect(await dialog.isVisible()).toBe(false);
    await page.locator('.entry article').focus();
    await press(page, 'a');
    await page.getByRole('button', { name: 'Keys' }).click();
    await dialog.getByLabel('Single keys work').check();
    await press(page, 'Escape', 'j', 'k');
    await says(page, 'This is the first comment on this page.');
    expect(await server.records()).toBe(before);
    expect(await server.stateOf(id)).toMatchObject({ state: 'pending' });
  });
});

describe('a session that ends', () => {
  test('keeps what was chosen, and does it only when it is pressed again', async () => {
    const [, second] = [await server.comment(), await server.comment()];
    const page = await open({ expectedProblems: [status(401)] });
    await openQueue(page, server.cleo);
    const before = await server.records();
    await press(page, 'j', 'j');
    await server.sql('delete from auth.sessions');
    await press(page, 'a');
    expect(await alertOf(page)).toBe('Your session has ended: sign in again. What you had chosen is kept.');
    expect(await page.content()).not.toContain(second.text);
    await give(page, server.cleo);
    await says(page, 'What you had chosen is not done yet: press it once more.');
    expect(await focused(page)).toBe(second.text);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Approve/);
    expect(await server.records()).toBe(before);

    await press(page, 'r', '2');
    await server.sql('delete from auth.sessions');
    await press(page, 'Enter');
    await part(page, 'sign-in').waitFor();
    await give(page, server.cleo);
    await says(page, 'What you had chosen is not done yet');
    expect(await page.locator('.reasons :checked').getAttribute('value')).toBe('private_details');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Reject');
    await press(page, 'Enter');
    await says(page, 'Rejected.');
    expect(await server.stateOf(second.id)).toEqual({ state: 'rejected', reason: 'private_details' });
    expect(await server.records()).toBe(before + 1);
  });

  test('by running out is renewed by use, and ends where it cannot be', async () => {
    await server.comment();
    const page = await open({ expectedProblems: [/status of 40\d/] });
    await openQueue(page, server.cleo);
    const renewals: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('grant_type=refresh_token')) renewals.push(request.url());
    });
    const runOut = () =>
      page.evaluate(() => {
        const name = 'no-but-why-moderator';
        const session = JSON.parse(sessionStorage.getItem(name) ?? '{}') as Record<string, unknown>;
        sessionStorage.setItem(name, JSON.stringify({ ...session, expires_at: 1 }));
      });
    await runOut();
    await press(page, 'j', 'a');
    await says(page, 'Approved.');
    expect(renewals).toHaveLength(1);
    await runOut();
    await server.sql('delete from auth.sessions');
    await page.locator('[data-list=approved]').click();
    expect(await alertOf(page)).toMatch(/^Your session has ended: sign in again\./);
    await give(page, server.cleo);
    await page.locator('[data-list=approved][aria-current=true]').waitFor();
  });
});

describe('what changes meanwhile', () => {
  test('words that their author changed are read again before anybody decides', async () => {
    const { id } = await server.comment({ text: 'Harmless words.' });
    const page = await open({ expectedProblems: [status(409)] });
    await openQueue(page, server.cleo);
    const before = await server.records();
    await press(page, 'j');
    await server.sql(
      `update private.comment set text = 'Other words.', revision = 2, letters_hash = private.letters_hash('Other words.') where id = '${id}'`,
    );
    await press(page, 'a');
    await says(page, 'This has changed since you read it: look at it again.');
    expect(await shown(page)).toEqual(['Other words.']);
    expect(await page.locator('.entry').innerText()).toContain('Version 2: changed by its author');
    expect(await focused(page)).toBe('Other words.');
    expect(await server.records()).toBe(before);
    await press(page, 'a');
    await says(page, 'Approved.');
    expect(await server.records()).toBe(before + 1);
  });

  test('an answer that is lost is not taken for a failure, and pressing again does nothing twice', async () => {
    const { id, text } = await server.comment();
    const page = await open({ expectedProblems: [/Failed to load resource/, status(409)] });
    await openQueue(page, server.cleo);
    const before = await server.records();
    await intercept(
      page,
      '**/rpc/moderate',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      1,
    );
    await press(page, 'j', 'a');
    await says(page, 'we do not know whether it was done');
    expect(await focused(page)).toBe(text);
    await press(page, 'a');
    await says(page, 'This has changed since you read it');
    expect(await server.stateOf(id)).toMatchObject({ state: 'approved' });
    expect(await server.records()).toBe(before + 1);
  });

  test('a key pressed twice decides once, and not on the next comment', async () => {
    const [first, second] = [await server.comment(), await server.comment()];
    const page = await open();
    await openQueue(page, server.cleo);
    let asked = 0;
    await page.route('**/rpc/moderate', async (route) => {
      asked += 1;
      await route.continue();
    });
    await press(page, 'j');
    await page.evaluate(() => {
      for (let n = 0; n < 5; n += 1)
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    });
    await says(page, 'Approved. One comment on this page.');
    expect(asked).toBe(1);
    expect(await server.stateOf(first.id)).toMatchObject({ state: 'approved' });
    expect(await server.stateOf(second.id)).toMatchObject({ state: 'pending' });
  });
});

describe('the lists', () => {
  test('show each comment in its place: what it answers, who speaks, what was reported, where it stands', async () => {
    const above = await server.comment({ kind: 'chart', thread: 'told-by-day', text: 'The question.' });
    const page = await open();
    await openQueue(page, server.cleo);
    await press(page, 'j', 'a');
    await says(page, 'Approved.');
    await server.comment({
      kind: 'chart',
      thread: 'told-by-day',
      parent: above.id,
      role: 'hiring_manager',
      text: 'The answer, with https://evil.example in it.',
    });
    await server.comment({ thread: 'a-page-that-is-gone', role: 'none' });
    await turnTo(page, 'waiting');
    const [reply, stray] = [page.locator('.entry').nth(0), page.locator('.entry').nth(1)];
    expect(await reply.getByRole('link').getAttribute('href')).toBe('/charts/told-by-day/');
    expect(await reply.getByRole('heading').innerText()).toBe('Told by day');
    expect(await reply.locator('.entry__above').innerText()).toMatch(
      /In answer to\s+Job seeker\s+The question\./,
    );
    expect(await reply.locator('[data-role]').innerText()).toBe('Hiring manager');
    expect(await reply.innerText()).toContain('Has waited less than an hour');
    expect(await reply.innerText()).toContain('Contains a link.');
    // The one link is ours: addresses in a comment are words.
    expect(await reply.getByRole('link').count()).toBe(1);
    expect(await stray.getByRole('link').count()).toBe(0);
    expect(await stray.innerText()).toContain('a page that this site does not have');
    expect(await stray.innerText()).toContain('Did not say who they are');

    await server.report(above.id, 'abusive');
    await turnTo(page, 'reported');
    expect(await page.locator('.entry').innerText()).toContain('Reported once: “It is abusive”.');
    expect(await page.locator('.entry').innerText()).toContain('Replies under it: 1');
    await page.getByRole('button', { name: 'Let it stand' }).click();
    await says(page, 'Approved. No comment on this page.');
    expect(await server.stateOf(above.id)).toMatchObject({ state: 'approved' });
    await turnTo(page, 'approved');
    await page.getByRole('button', { name: 'Reject …' }).click();
    await press(page, '1', 'Enter');
    await says(page, 'Rejected.');
    await turnTo(page, 'rejected');
    expect(await page.locator('.entry').innerText()).toContain('Rejected: Names a person or a firm.');
    await press(page, 'j', 'a');
    await says(page, 'Shown again. No comment on this page.');
    // What was rejected a month ago has lost its words, and nothing can be done with it but be seen.
    await turnTo(page, 'approved');
    await page.getByRole('button', { name: 'Reject …' }).click();
    await press(page, '1', 'Enter');
    await says(page, 'Rejected.');
    await server.sql(`update private.comment set text = null, letters_hash = null where id = '${above.id}'`);
    await turnTo(page, 'rejected');
    expect(await page.locator('.entry').innerText()).toContain('The words were deleted');
    expect(await page.locator('.entry [data-press]').count()).toBe(1);
  });

  test('of more than fifty have pages, which meet each comment once', async () => {
    await server.comment({ text: 'The oldest.' });
    await server.sql(
      `insert into private.comment (id, thread_kind, thread_id, depth, role, text, letters_hash)
       select gen_random_uuid(), 'essay', 'what-is-known-so-far', 0, 'other', 'Comment ' || n, sha256(n::text::bytea)
       from generate_series(1, 60) as n`,
    );
    const page = await open();
    await openQueue(page, server.cleo);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('61 comments are waiting');
    const met = await shown(page);
    expect(met[0]).toBe('The oldest.');
    await page.getByRole('button', { name: 'Next page' }).click();
    await says(page, '11 comments on this page.');
    expect(await focused(page)).toBe('Comment 50');
    expect(await page.getByRole('button', { name: 'Next page' }).isVisible()).toBe(false);
    met.push(...(await shown(page)));
    expect(new Set(met).size).toBe(61);
    await page.getByRole('button', { name: 'Back to the first page' }).click();
    await says(page, '50 comments on this page.');
    expect((await shown(page))[0]).toBe('The oldest.');
  });

  test('that cannot be read say so, and are asked for once more', async () => {
    const { text } = await server.comment();
    const page = await open({ expectedProblems: [/Failed to load resource/] });
    await intercept(page, '**/rpc/moderation_queue', (route) => route.abort(), 1);
    await openQueue(page, server.cleo);
    await says(page, 'Something between this page and our database is in the way');
    await page.getByRole('button', { name: 'Try again' }).click();
    await says(page, 'One comment on this page.');
    expect(await shown(page)).toEqual([text]);
  });
});

describe('the second factor, by made-up answers', () => {
  test('asks for the code, says when it is wrong, and goes on to the queue', async () => {
    const page = await open({ expectedProblems: [status(403), status(422)] });
    await secondFactorAsked(page, [{ id: 'phone', factor_type: 'totp', status: 'verified' }]);
    await openPage(page);
    await give(page, server.cleo);
    await part(page, 'factor').waitFor();
    expect(await part(page, 'factor').innerText()).toContain('a code from your authenticator app as well');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('code');
    await page.keyboard.type('12345');
    await press(page, 'Enter');
    expect(await alertOf(page)).toBe('A code has six figures.');
    await page.locator('#code').fill('000000');
    await press(page, 'Enter');
    await expect.poll(() => alertOf(page)).toMatch(/^That code does not match\./);
    await page.locator('#code').fill('123 456');
    await press(page, 'Enter');
    await part(page, 'queue').waitFor();
  });

  const noFactors: object[] = [];
  const phone = { id: 'phone', factor_type: 'totp', status: 'verified' };

  test('that cannot be asked about can be asked about once more', async () => {
    const page = await open({ expectedProblems: [status(403), status(503)] });
    await secondFactorAsked(page, [phone]);
    const failing = { status: 503, json: { message: 'unavailable' } };
    const end = await intercept(page, '**/auth/v1/user', (route) => route.fulfill(failing));
    await openPage(page);
    await give(page, server.cleo);
    expect(await alertOf(page)).toMatch(/^The server is failing or overloaded/);
    end();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('#code:visible').waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(false);
  });

  test.each([
    ['reading', '**/auth/v1/user', [phone]],
    ['setting up', '**/auth/v1/factors', noFactors],
    ['confirming', '**/auth/v1/factors/*/challenge', [phone]],
  ])(
    'refused while %s: a session that is over leads to signing in, too many attempts to a wait',
    async (step, address, factors) => {
      const page = await open({ expectedProblems: [status(403), status(429)] });
      await secondFactorAsked(page, factors);
      const refusals = [
        { status: 429, json: { error_code: 'over_request_rate_limit', msg: 'Slow down.' } },
        { status: 403, json: { error_code: 'bad_jwt', msg: 'Invalid token.' } },
      ];
      await intercept(page, address, (route) => route.fulfill(refusals.shift() ?? {}), refusals.length);
      const go = async (): Promise<void> => {
        if (step === 'reading') return;
        if (step === 'setting up') await page.getByRole('button', { name: 'Set it up' }).click();
        else {
          await page.locator('#code').fill('123456');
          await press(page, 'Enter');
        }
      };
      await openPage(page);
      await give(page, server.cleo);
      await part(page, 'factor').waitFor();
      await go();
      expect(await alertOf(page)).toMatch(/^There were too many attempts/);
      if (step === 'reading') await page.getByRole('button', { name: 'Try again' }).click();
      else await go();
      await part(page, 'sign-in').waitFor();
      expect(await alertOf(page)).toMatch(/^Your session has ended/);
    },
  );

  test('that cannot be set up for another reason is not called one that the server lacks', async () => {
    const page = await open({ expectedProblems: [status(403), status(422)] });
    await secondFactorAsked(page, noFactors);
    const full = { status: 422, json: { error_code: 'too_many_enrolled_mfa_factors', msg: 'Too many.' } };
    await intercept(page, '**/auth/v1/factors', (route) => route.fulfill(full));
    await openPage(page);
    await give(page, server.cleo);
    await page.getByRole('button', { name: 'Set it up' }).click();
    expect(await alertOf(page)).toMatch(/^Our server refuses what this page asks of it/);
  });

  test('sets one up where there is none, and takes back what was begun before', async () => {
    const page = await open({ expectedProblems: [status(403)] });
    const state = await secondFactorAsked(page, [{ id: 'begun', factor_type: 'totp', status: 'unverified' }]);
    await openPage(page);
    await give(page, server.cleo);
    await page.getByRole('button', { name: 'Set it up' }).click();
    await page.getByText('JBSW Y3DP EHPK 3PXP').waitFor();
    const picture = page.locator('[data-picture] img');
    expect(await picture.getAttribute('alt')).toContain('scan');
    expect(await picture.evaluate((image) => (image as HTMLImageElement).decode().then(() => true))).toBe(
      true,
    );
    expect(state.unenrolled).toEqual(['begun']);
    await page.locator('#code').fill('123456');
    await press(page, 'Enter');
    await part(page, 'queue').waitFor();
    // The secret is on this page no longer than it is needed.
    expect(await page.content()).not.toContain('JBSW');
  });

  test('says so where the server has none to offer: the embedded one, asked in earnest', async () => {
    await server.sql(`update private.setting set value = '1' where name = 'moderator_second_factor'`);
    try {
      const page = await open({ expectedProblems: [status(403), status(404)] });
      await openPage(page);
      await give(page, server.cleo);
      await page.getByRole('button', { name: 'Set it up' }).click();
      expect(await alertOf(page)).toContain('This server offers no second factor');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await part(page, 'sign-in').waitFor();
    } finally {
      await server.sql(`update private.setting set value = '0' where name = 'moderator_second_factor'`);
    }
  });
});

test('an error of ours is called that, with an address to write to, and no lost connection', async () => {
  const page = await open({ expectedProblems: [/Request is not a constructor/] });
  await openPage(page);
  // Signing in takes none.
  await page.evaluate(() => {
    Object.assign(globalThis, { Request: undefined });
  });
  await give(page, await server.moderator());
  await says(page, /^Something is wrong on this page\. The mistake is ours: .+ write to \S+@\S+\./);
});
