import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { intercept } from './harness/intercept.ts';
import { openSite } from './harness/openSite.ts';
import {
  alertOf,
  focused,
  give,
  openQueue,
  part,
  press,
  says,
  shown,
  turnTo,
} from './moderate/moderatorPage.ts';
import { startModerationServer } from './moderate/moderationServer.ts';

const server = openSite(startModerationServer);
beforeEach(async () => {
  await server.sql('delete from private.comment');
});

const open = server.newPage;
const question = (page: Page) => page.locator('dialog[open] h2');
/** How many comments are in each state. */
const states = async (): Promise<unknown> =>
  Object.fromEntries(
    (await server.sql('select state, count(*) as n from private.comment group by state')).map(
      ({ state, n }) => [state, Number(n)],
    ),
  );
/** Sends comments by SQL, as an attacker with many networks would. */
async function flood(from: number, to: number): Promise<void> {
  await server.sql(
    `insert into private.thread (kind, id) values ('essay', 'what-is-known-so-far') on conflict do nothing`,
  );
  await server.sql(
    `insert into private.comment (id, thread_kind, thread_id, depth, role, text, letters_hash)
     select gen_random_uuid(), 'essay', 'what-is-known-so-far', 0, 'none', 'Buy this, it is number ' || n, sha256(n::text::bytea)
     from generate_series(${from}, ${to}) as n`,
  );
}

/** Holds the answer to the next decision back until told. */
async function held(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const told = new Promise<void>((resolve) => {
    release = resolve;
  });
  await intercept(
    page,
    '**/rpc/moderate',
    async (route) => {
      const response = await route.fetch();
      await told;
      await route.fulfill({ response });
    },
    1,
  );
  return () => {
    release();
  };
}

test('500 comments of an attack are cleared in 34 keys, and the one honest comment among them is kept', async () => {
  await server.sql(`update private.setting set value = '500' where name = 'comment_queue_limit'`);
  try {
    await flood(1, 202);
    const honest = await server.comment({ text: 'I was told why, and it helped.' });
    await flood(203, 499);
    await expect(server.comment()).rejects.toThrow('queue_full');
    const page = await open();
    await openQueue(page, server.cleo);
    const before = await server.records();
    let keys = 0;
    const type = async (...pressed: string[]) => {
      keys += pressed.length;
      await press(page, ...pressed);
    };
    for (let texts = await shown(page); texts.length > 0; texts = await shown(page)) {
      // Whoever reads the page sees the one that is not like the others.
      const place = texts.indexOf(honest.text);
      if (place >= 0) {
        await type(...Array<string>(place).fill('j'), 'a');
        await says(page, 'Approved.');
      }
      // The reason of the flood is given once, and known after that.
      await type('s', 'r', ...(keys === 0 ? ['4'] : []), 'Enter');
      await expect.poll(() => shown(page)).not.toEqual(texts);
      await says(page, 'Rejected: ');
    }
    expect(keys).toBe(34);
    expect(await states()).toEqual({ approved: 1, rejected: 499 });
    expect(await server.stateOf(honest.id)).toMatchObject({ state: 'approved' });
    expect(await server.records()).toBe(before + 500);
    // Whoever was turned away because the queue was full is heard at once.
    await server.comment();
  } finally {
    await server.sql(`update private.setting set value = '1000000' where name = 'comment_queue_limit'`);
  }
});

test('one question says what happens to how many; what could not be done is told beside the comment', async () => {
  const [first, second, third] = [
    await server.comment({ text: 'The first.' }),
    await server.comment({ text: 'The second.' }),
    await server.comment({ text: 'The third.' }),
  ];
  const page = await open();
  await openQueue(page, server.cleo);
  await press(page, 's', 'a');
  expect(await question(page).innerText()).toBe('Approve 3 comments?');
  expect(await page.locator('[data-several-means]').innerText()).toBe(
    'Readers will see what you approve. You can undo it.',
  );
  // Nothing is done by opening the question, nor by leaving it, and no key counts behind it.
  await press(page, 'r', 'Escape');
  expect(await states()).toEqual({ pending: 3 });
  await server.sql(
    `update private.comment set text = 'Other words.', revision = 2, letters_hash = sha256('x') where id = '${second.id}'`,
  );
  await server.sql(`delete from private.comment where id = '${third.id}'`);
  await press(page, 'a', 'Enter');
  await says(
    page,
    'Approved: one comment. Not done: one comment, marked in the list. Not in this list any more: one comment.',
  );
  expect(await shown(page)).toEqual(['Other words.']);
  expect(await focused(page)).toContain('Other words.');
  expect(await page.locator('.entry').innerText()).toContain('Not done: this has changed since you read it.');
  // Words that nobody has read are not chosen any more.
  expect(await page.locator('[data-choose]:checked').count()).toBe(0);
  expect(await server.stateOf(first.id)).toMatchObject({ state: 'approved' });
  await press(page, 'z');
  await says(page, 'Undone: one comment. 2 comments on this page.');
  expect(await states()).toEqual({ pending: 2 });
});

test('what reports have hidden is restored together, and what was rejected; both can be undone', async () => {
  for (let n = 0; n < 3; n += 1) await server.comment();
  const page = await open();
  await openQueue(page, server.cleo);
  await press(page, 's', 'a', 'Enter');
  await says(page, 'Approved: 3 comments. No comment on this page.');
  for (const { id } of await server.sql('select id from private.comment'))
    await server.report(String(id), 'abusive');
  expect(await states()).toEqual({ hidden_by_reports: 3 });
  await turnTo(page, 'reported');
  await says(page, '3 comments on this page.');
  await press(page, 's', 'a');
  expect(await question(page).innerText()).toBe('Let 3 comments stand?');
  await press(page, 'Enter');
  await says(page, 'You let 3 comments stand.');
  expect(await states()).toEqual({ approved: 3 });
  expect(await server.sql('select * from private.report where not settled')).toEqual([]);
  await press(page, 'z');
  await says(page, 'Undone: 3 comments.');
  expect(await states()).toEqual({ hidden_by_reports: 3 });

  await press(page, 's', 'r', '1', 'Enter');
  await says(page, 'Rejected: 3 comments.');
  await server.sql(
    `update private.comment set text = null, letters_hash = null where arrival = (select min(arrival) from private.comment)`,
  );
  await turnTo(page, 'rejected');
  await says(page, '3 comments on this page.');
  await press(page, 's', 'a');
  expect(await question(page).innerText()).toBe('Show 2 comments again?');
  expect(await page.locator('[data-several-means]').innerText()).toContain(
    'One that you chose stays as it is: this cannot be done with it.',
  );
  await press(page, 'Enter');
  await says(page, 'Shown again: 2 comments. One comment on this page.');
  expect(await states()).toEqual({ approved: 2, rejected: 1 });
});

test('a session that ends keeps what was chosen and the reason, and does it only when it is pressed again', async () => {
  const sent = [await server.comment(), await server.comment(), await server.comment()];
  const page = await open({ expectedProblems: [/status of 401/] });
  await openQueue(page, server.cleo);
  const before = await server.records();
  await press(page, 'j', 'x', 'j', 'x');
  // While only reading on …
  await server.sql('delete from auth.sessions');
  await page.locator('[data-list=waiting]').click();
  expect(await alertOf(page)).toBe('Your session has ended: sign in again. What you had chosen is kept.');
  await give(page, server.cleo);
  await part(page, 'queue').waitFor();
  expect(await page.locator('[data-chosen]').innerText()).toBe('2 chosen');
  // … and while deciding.
  await press(page, 'r', '2');
  await server.sql('delete from auth.sessions');
  await press(page, 'Enter');
  await alertOf(page);
  await give(page, server.cleo);
  await question(page).waitFor();
  expect(await question(page).innerText()).toBe('Reject 2 comments?');
  expect(await page.locator('dialog[open] :checked').getAttribute('value')).toBe('private_details');
  expect(await server.records()).toBe(before);
  await press(page, 'Enter');
  await says(page, 'Rejected: 2 comments. One comment on this page.');
  expect(await server.stateOf(sent[0]?.id ?? '')).toEqual({ state: 'rejected', reason: 'private_details' });
  expect(await shown(page)).toEqual([sent[2]?.text]);
  // Undoing waits for the session, too.
  await server.sql('delete from auth.sessions');
  await press(page, 'z');
  await alertOf(page);
  await give(page, server.cleo);
  await says(page, 'What you had chosen is not done yet: press it once more.');
  await press(page, 'Enter');
  await says(page, 'Undone: 2 comments.');
  expect(await states()).toEqual({ pending: 3 });
});

test('an answer that is lost leaves all chosen, and pressing again does nothing twice', async () => {
  for (let n = 0; n < 2; n += 1) await server.comment();
  const page = await open({ expectedProblems: [/Failed to load resource/] });
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
  await press(page, 's', 'r', '4', 'Enter');
  await says(page, 'we do not know whether it was done');
  expect(await page.locator('[data-choose]:checked').count()).toBe(2);
  await press(page, 'r', 'Enter');
  await says(page, 'Not in this list any more: 2 comments.');
  expect(await states()).toEqual({ rejected: 2 });
  expect(await server.records()).toBe(before + 2);
});

test('by touch: boxes, and buttons that say how many', async () => {
  for (let n = 0; n < 3; n += 1) await server.comment();
  const page = await open({ width: 390 });
  await openQueue(page, server.cleo);
  await page.getByLabel('Choose this comment').first().click();
  await page.getByLabel('Choose this comment').last().click();
  await page.getByRole('button', { name: 'Approve 2 comments' }).click();
  await page.locator('dialog[open]').getByRole('button', { name: 'Approve 2 comments' }).click();
  await says(page, 'Approved: 2 comments. One comment on this page.');
  await page.getByRole('button', { name: 'Choose all on this page' }).click();
  expect(await page.locator('[data-chosen]').innerText()).toBe('1 chosen');
  await page.getByRole('button', { name: 'Choose all on this page' }).click();
  expect(await page.locator('[data-several]').isVisible()).toBe(false);
});

test('what was done is said, and chosen no more, where the list cannot be read after it', async () => {
  for (let n = 0; n < 2; n += 1) await server.comment();
  const page = await open({ expectedProblems: [/Failed to load resource/] });
  await openQueue(page, server.cleo);
  const end = await intercept(page, '**/rpc/moderation_queue', (route) => route.abort());
  await press(page, 's', 'r', '4', 'Enter');
  await says(page, /^Rejected: 2 comments\. Something between this page and our database is in the way/);
  expect(await page.locator('[data-choose]:checked').count()).toBe(0);
  // The same after undoing it, and after the last comment of a page.
  await press(page, 'z');
  await says(page, /^Undone: 2 comments\. Something between/);
  end();
  await page.getByRole('button', { name: 'Try again' }).click();
  await says(page, '2 comments on this page.');
  await press(page, 'j', 'a');
  await says(page, 'Approved. One comment on this page.');
  await intercept(page, '**/rpc/moderation_queue', (route) => route.abort());
  await press(page, 'a');
  await says(page, /^Approved\. Something between/);
  await press(page, 'z');
  await says(page, /^Undone: it waits again\. Something between/);
  expect(await states()).toEqual({ approved: 1, pending: 1 });
});

test('an answer to the question that is given while the server is asked waits for its turn', async () => {
  const [first] = [await server.comment(), await server.comment(), await server.comment()];
  const page = await open();
  await openQueue(page, server.cleo);
  const release = await held(page);
  await press(page, 'j', 'a', 'j', 'x', 'j', 'x', 'r', '4', 'Enter');
  expect(await page.locator('dialog[open]').count()).toBe(0);
  release();
  await says(page, 'Rejected: 2 comments.');
  expect(await states()).toEqual({ approved: 1, rejected: 2 });
  expect(await server.stateOf(first.id)).toMatchObject({ state: 'approved' });
});

test('what waits when its moderator signs out is not done in the session of the next', async () => {
  for (let n = 0; n < 2; n += 1) await server.comment();
  const page = await open();
  await openQueue(page, server.cleo);
  const release = await held(page);
  await press(page, 'j', 'a', 'j', 'x', 'r', '4', 'Enter');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await give(page, await server.moderator());
  await part(page, 'queue').waitFor();
  release();
  await expect.poll(states).toEqual({ approved: 1, pending: 1 });
  await page.locator('[data-list=waiting]').click();
  await says(page, 'One comment on this page.');
  expect(await states()).toEqual({ approved: 1, pending: 1 });
  expect(await page.getByRole('button', { name: 'Undo' }).isVisible()).toBe(false);
});

test('the reason that was given last is not known to the next person at this computer', async () => {
  for (let n = 0; n < 2; n += 1) await server.comment();
  const page = await open();
  await openQueue(page, server.cleo);
  await press(page, 'j', 'x', 'r', '4', 'Enter');
  await says(page, 'Rejected: one comment.');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await give(page, await server.moderator());
  await part(page, 'queue').waitFor();
  await press(page, 's', 'r');
  await question(page).waitFor();
  expect(await page.locator('dialog[open] :checked').count()).toBe(0);
});
