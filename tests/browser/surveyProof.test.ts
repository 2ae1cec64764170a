import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Challenge } from '../database/harness/proof.ts';
import { intercept } from './harness/intercept.ts';
import { openSite } from './harness/openSite.ts';
import { fewest } from './survey/examples.ts';
import { submissions } from './survey/submissions.ts';
import { submitted } from './survey/responses.ts';
import { startSurveyServer } from './survey/surveyServer.ts';
import { answerAll, next, openSurvey, reach, receiptShown } from './survey/surveyPage.ts';

const site = openSite(() => startSurveyServer('real'));
const open = site.newPage;

/** Marks in the page’s own timeline what its main thread does about the proof. A worker has a timeline of its own. */
async function markProof(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { fetch } = globalThis;
    globalThis.fetch = async (...given) => {
      const answer = await fetch(...given);
      const read = answer.text.bind(answer);
      answer.text = async () => {
        const text = await read();
        if (answer.url.endsWith('/rpc/challenge')) performance.mark('challenge read');
        return text;
      };
      return answer;
    };
    globalThis.Worker = class extends Worker {
      override postMessage(...message: [unknown]) {
        performance.mark('solving');
        this.addEventListener('message', () => performance.mark('solved'));
        super.postMessage(...message);
      }
    };
    for (const name of ['importKey', 'deriveKey', 'deriveBits', 'digest', 'sign'] as const) {
      const original = crypto.subtle[name].bind(crypto.subtle) as (...given: unknown[]) => Promise<unknown>;
      Object.defineProperty(crypto.subtle, name, {
        value: (...given: unknown[]) => {
          performance.mark('hashed on the main thread');
          return original(...given);
        },
      });
    }
  });
}

const marks = (page: Page): Promise<string[]> =>
  page.evaluate(() => performance.getEntriesByType('mark').map(({ name }) => name));

/** What Chromium writes down of its threads; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
}

/** The tasks of the main thread in which something was marked, by when they began. */
function tasksOf(trace: Buffer, mark: string): number[] {
  const { traceEvents: events } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const marked = events.find(({ name }) => name === mark);
  if (marked === undefined) throw new Error(`The trace does not hold “${mark}”.`);
  return events
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === marked.pid && tid === marked.tid)
    .filter(({ ts, dur = 0 }) => ts <= marked.ts && marked.ts <= ts + dur)
    .map(({ ts }) => ts);
}

test('while a worker solves the proof, the main thread hashes nothing and takes what is typed', async () => {
  const page = await open();
  await markProof(page);
  // The challenge is held back until there is a field to type in, and asks for a key that no try will give.
  const held = Promise.withResolvers<undefined>();
  await page.route('**/rpc/challenge', async (route) => {
    await held.promise;
    const { parameters, signature } = (await (await route.fetch()).json()) as Challenge;
    await route.fulfill({ json: { parameters: { ...parameters, keyPrefix: 'f'.repeat(64) }, signature } });
  });
  await openSurvey(page, 'job_seeker');
  await reach(page, { s_stage: 'int1', s_outcome: 'rejected_told' }, 's_hours');
  const field = page.locator('#s_hours-number');
  await field.focus();
  await site.browser.startTracing(page, {
    categories: ['disabled-by-default-devtools.timeline', 'blink.user_timing'],
  });
  held.resolve(undefined);
  await expect.poll(() => marks(page)).toContainEqual(expect.stringMatching(/^(solving|hashed)/));
  for (let typed = 0; typed < 20; typed += 1) {
    await page.keyboard.press('1');
    expect(await field.inputValue()).toBe('1');
    await page.keyboard.press('Backspace');
    expect(await field.inputValue()).toBe('');
  }
  const trace = await site.browser.stopTracing();
  expect(new Set(await marks(page))).toEqual(new Set(['challenge read', 'solving']));
  // The worker is started in a task of its own, or that one would be long on a slow phone.
  const reading = tasksOf(trace, 'challenge read');
  const starting = tasksOf(trace, 'solving');
  expect(reading.length).toBeGreaterThan(0);
  expect(starting.length).toBeGreaterThan(0);
  expect(starting.filter((task) => reading.includes(task))).toEqual([]);
});

test('a response sent faster than a person can answer waits, and is sent in one request', async () => {
  const page = await open();
  const sent = submissions(page);
  await openSurvey(page, 'employer');
  await answerAll(page, fewest);
  await next(page);
  await page.getByText('Sending your answers').waitFor();
  await receiptShown(page);
  expect(sent).toHaveLength(1);
  expect(await submitted(site)).toEqual({ job_seeker: 0, employer: 1 });
});

test('the worker is loaded with the first answer, under the policy of the page', async () => {
  const page = await open();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await openSurvey(page, 'employer');
  const isForProof = (path: string) => /challenge|solve|proofs/.test(path);
  expect(asked.filter(isForProof)).toEqual([]);
  await reach(page, {}, 'e_role');
  expect(asked.filter(isForProof)).toEqual([]);
  const worker = page.waitForEvent('worker');
  await page.locator('#e_role-hr').check();
  expect((await worker).url()).toMatch(/\/_astro\/solve-[^/]+\.js$/);
  expect(await page.locator('meta[http-equiv=content-security-policy]').getAttribute('content')).toContain(
    'trusted-types survey-worker',
  );
});

test('whoever fills the honeypot field sends after a longer calculation, and the receipt is a live one', async () => {
  const before = await submitted(site);
  const page = await open();
  await openSurvey(page, 'employer');
  const trap = page.getByLabel('Leave this empty');
  expect(
    await trap.evaluate(
      (field) =>
        field.closest('[aria-hidden=true]') !== null &&
        field.closest('[inert]') !== null &&
        field.tabIndex === -1,
    ),
  ).toBe(true);
  expect(await trap.evaluate((field) => field.getBoundingClientRect().right < 0)).toBe(true);
  await trap.evaluate((field) => {
    (field as HTMLInputElement).value = 'https://example.com';
  });
  await answerAll(page, fewest);
  await next(page);
  await receiptShown(page);
  expect(await submitted(site)).toEqual({ ...before, employer: before.employer + 1 });
});

test('whoever waits for a long calculation sees that it goes on, for how long and how much harder it is, and may leave', async () => {
  const page = await open();
  // As for a network far above its usual number; and no try will give this key.
  const end = await intercept(page, '**/rpc/challenge', async (route) => {
    const { parameters, signature } = (await (await route.fetch()).json()) as Challenge;
    const data = { ...parameters.data, times: 16 };
    await route.fulfill({
      json: { parameters: { ...parameters, data, keyPrefix: 'f'.repeat(64) }, signature },
    });
  });
  await openSurvey(page, 'employer');
  await answerAll(page, fewest);
  await next(page);
  const said = page.locator('[data-outbox-said]');
  await said.filter({ hasText: 'Your answers are safe on this device until' }).waitFor();
  expect(await said.innerText()).not.toMatch(/seconds|minutes/);
  const told = async (): Promise<string> =>
    /in (.+) at the latest/.exec(await page.locator('[data-outbox]').innerText())?.[1] ?? '';
  await expect.poll(told).toMatch(/^(2 minutes|\d\d seconds)$/);
  // The time changes as it passes, and a screen reader is not told it anew each time.
  await page.locator('[data-outbox] [role=status]').evaluate((status) => {
    new MutationObserver(() => (document.body.dataset.spoken = 'yes')).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  expect(await said.innerText()).toContain('It is 16 times as long as usual.');
  expect(await said.innerText()).toContain('Your answers are safe on this device until');
  const first = await told();
  await expect.poll(told).not.toBe(first);
  expect(await page.evaluate(() => document.body.dataset.spoken)).toBeUndefined();
  end();
  await page.reload();
  await receiptShown(page);
});
