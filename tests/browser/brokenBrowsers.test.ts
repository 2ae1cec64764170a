import type { Page } from 'playwright-core';
import type { TestContext } from 'vitest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cause } from '../../src/browser/cause.ts';
import { causes } from '../../src/components/page/causes.ts';
import { broken, hangingWorker, type Broken } from './broken/features.ts';
import { openSite } from './harness/openSite.ts';
import { storeResponse } from './receipt/storeResponse.ts';
import { recruiter } from './survey/examples.ts';
import { startSurveyServer } from './survey/surveyServer.ts';
import { next, openSurvey, screen } from './survey/surveyPage.ts';
import { noteOf, openThread, own } from './thread/threadPage.ts';

/** What a person sees who comes back to a draft, sends it, looks at a receipt, and writes a comment. */
interface Seen {
  readonly draft: string;
  readonly sent: string;
  readonly receipt: string;
  readonly comment: string;
}

const arrived = 'Thank you. Your answers have arrived.';
const usual: Seen = {
  draft: 'Your answers are still here, as you left them on <day>.',
  sent: `${arrived} | The code is copied. The code and your answers are taken off this device. The code stands here until you leave this page.`,
  receipt: 'The answers we store',
  comment: 'Waiting to be read. Until then only you see this, on this device.',
};
const cannotCopy =
  'This browser did not let us copy. The code is selected: copy it by hand, write it down, or save it as a file.';
const thanksWithoutCopying = `${arrived} | ${cannotCopy}`;

/** What cannot be sent, and why: it stays where it was written, with something to press. */
const notSent = (cause: Cause): Partial<Seen> => ({
  sent: `Your answers were not sent | ${causes[cause]} Your answers are safe on this device until <day>: leave this page open, or come back to it. | Try again now, Load the page again, Change my answers`,
  comment: `${causes[cause]} What you wrote is still here. | Send comment`,
});

/** Where it is not the usual. */
const otherwise: Readonly<Record<string, Partial<Seen>>> = {
  'all storage throws': {
    sent: `${arrived} | The code is copied.`,
    draft:
      'Nothing can be kept on this device now: your answers are on this page only, until you send them. (asks before leaving)',
  },
  'crypto.subtle missing': notSent('old'),
  'crypto.subtle throws': notSent('defect'),
  'crypto.subtle silent': notSent('away'),
  'clipboard missing': { sent: thanksWithoutCopying },
  'clipboard throws': { sent: thanksWithoutCopying },
  'clipboard silent': { sent: thanksWithoutCopying },
};

const site = openSite(() => startSurveyServer('free'));
let code: string;
/** What was seen, by what was broken. */
const table = new Map<string, Seen>();
beforeAll(async () => {
  code = await storeResponse(site, 'employer', recruiter);
});
afterAll(() => {
  console.log(asTable());
});

/** The table for people, where the usual words stand once. */
function asTable(): string {
  const kinds = Object.keys(usual) as (keyof Seen)[];
  const rows = broken.map(({ feature, how }) => {
    const seen = table.get(`${feature} ${how}`);
    const cells = kinds.map((kind) =>
      seen?.[kind] === usual[kind] ? 'as usual' : (seen?.[kind] ?? 'failed'),
    );
    return [feature, how, ...cells];
  });
  const head = ['feature', 'how', ...kinds.map((kind) => `${kind} (as usual: ${usual[kind]})`)];
  return [head, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A page in a browser with a broken feature; what nobody caught is collected. */
async function openBroken({ breaks, keeps = true }: Broken, onTestFinished: TestContext['onTestFinished']) {
  const context = await site.browser.newContext({ baseURL: site.url, locale: 'en-GB', timezoneId: 'UTC' });
  onTestFinished(() => context.close());
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await context.addInitScript(typeof breaks === 'string' ? { content: breaks } : breaks);
  const page = await context.newPage();
  const uncaught: string[] = [];
  page.on('pageerror', ({ message }) => uncaught.push(message));
  /** How often the page asked whether to leave. */
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked += 1;
    void dialog.accept();
  });
  /** What a page says, once it has tried, of what is typed in it. */
  const kept = keeps ? /^Kept on this device/ : /^Not kept on this device|^Nothing can be kept/;
  return { page, uncaught, kept, keeps, asked: () => asked };
}
type Opened = Awaited<ReturnType<typeof openBroken>>;

const textOf = (page: Page, selector: string): Promise<string> => page.locator(selector).first().innerText();
const dated = (words: string): string => words.replace(/\d+ \w+ 20\d\d/, '<day>');

/** Waits until some words lie on the device, wherever that may be; the page promises it of what is older than a second. */
async function onDevice(page: Page, words: string): Promise<void> {
  const isThere = async (wanted: string): Promise<boolean> => {
    const found: unknown[] = [];
    try {
      found.push(Object.values(localStorage));
    } catch {
      // Taken away: then it is in the database.
    }
    try {
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('no-but-why');
        opening.onerror = reject;
        opening.onsuccess = () => {
          resolve(opening.result);
        };
        // One that never opens holds nothing.
        if (!(opening instanceof IDBOpenDBRequest)) reject(new Error('silent'));
      });
      const reading = opened.transaction('unfinished').objectStore('unfinished').getAll();
      await new Promise((resolve) => (reading.onsuccess = resolve));
      opened.close();
      found.push(reading.result);
    } catch {
      // The same the other way round.
    }
    return JSON.stringify(found).includes(wanted);
  };
  while (!(await page.evaluate(isThere, words)));
}

/** Agrees, answers what is asked with `hr` and `nobody`, and goes on, up to a screen. */
async function goOn(page: Page, target: string): Promise<void> {
  for (;;) {
    const id = (await screen(page).getAttribute('data-screen')) ?? '';
    if (id === target) return;
    for (const choice of ['#consent', '#e_role-hr', '#e_last-nobody'])
      if (await page.locator(choice).isVisible()) await page.locator(choice).check();
    await next(page);
    await page.locator(`[data-screen="${id}"]`).waitFor({ state: 'hidden' });
  }
}

/** Answers one question, loads the page again, and finds the answer there, or was asked before it was lost. */
async function comeBack({ page, kept, keeps, asked }: Opened): Promise<string> {
  await openSurvey(page, 'employer');
  await goOn(page, 'e_volume');
  const line = await page.locator('[data-kept-said]').filter({ hasText: kept }).innerText();
  if (keeps) await onDevice(page, 'e_volume');
  await page.reload();
  await page.locator('form[data-running]').waitFor({ timeout: 20_000 });
  if (asked() > 0) return `${line} (asks before leaving)`;
  expect(await page.locator('#e_role-hr').isChecked()).toBe(true);
  return dated(await textOf(page, '[data-status]'));
}

/** Sends the answers and copies the code; else what the outbox says, which gives them back. */
async function send({ page }: Opened): Promise<string> {
  await goOn(page, 'review');
  await next(page);
  const offered = page.locator('[data-outbox] button:visible');
  const thanks = page.locator('#thanks-title');
  await thanks.or(offered.first()).first().waitFor({ timeout: 60_000 });
  if (await thanks.isVisible()) {
    await page.locator('[data-copy]').click();
    const said = page.locator('[data-copied]:not(:empty)');
    return `${await thanks.innerText()} | ${await said.innerText()}`;
  }
  const acts = await Promise.all((await offered.all()).map((button) => button.innerText()));
  const says = `${await textOf(page, '#outbox-title')} | ${await textOf(page, '[data-outbox-said]')} | ${acts.join(', ')}`;
  await page.locator('[data-change]').click();
  await page.locator('[data-screen=review]').waitFor();
  expect(await page.locator('#e_role-hr').isChecked()).toBe(true);
  return dated(says);
}

/** Looks at a response by its code, having pressed for its withdrawal and loaded the page again. */
async function lookAt({ page }: Opened): Promise<string> {
  await page.goto('/survey/receipt/');
  await page.locator('#code').fill(code);
  await page.locator('button[value=withdraw]').click();
  await page.getByText('Delete the answers under this code?').waitFor();
  await page.reload();
  await page.locator('#code').fill(code);
  await page.locator('button[value=see]').click();
  const heading = page.locator('[data-part=seen] h1');
  await heading.or(page.locator('[data-alert]')).locator('visible=true').first().waitFor();
  return textOf(page, '[data-part=seen] h1:visible, [data-alert]:visible');
}

const hasWords = (page: Page, words: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector<HTMLTextAreaElement>('#write-text')?.value === wanted,
    words,
  );

/** Writes a comment, loads the page again, finds the words there or was asked before they were lost, and sends them. */
async function comment({ page, kept, keeps, asked }: Opened, words: string): Promise<string> {
  const essay = '/essays/somebody-knows-what-goes-in-the-blank/';
  await openThread(page, essay);
  const before = asked();
  await page.locator('#write-text').fill(words);
  await page.locator('[data-write-kept]').filter({ hasText: kept }).waitFor();
  if (keeps) await onDevice(page, words);
  await openThread(page, essay);
  if (asked() > before) await page.locator('#write-text').fill(words);
  await hasWords(page, words);
  await page.locator('[data-write-send]').click();
  const note = noteOf(page, words);
  const trouble = page.locator('[data-write-alert]');
  await note.or(trouble).first().waitFor();
  if (await trouble.isVisible()) {
    await hasWords(page, words);
    return `${await trouble.innerText()} | ${await textOf(page, '[data-write-send]:enabled')}`;
  }
  await note.filter({ hasNotText: /^(Being sent|Not sent yet: those before it)/ }).waitFor();
  const acts = await own(page, words).locator('button:visible, summary:visible').count();
  expect(acts).toBeGreaterThan(0);
  return note.innerText();
}

test.concurrent.for(broken.map((one) => [`${one.feature} ${one.how}`, one] as const))(
  '%s: what is typed is kept and sent, or the page says why not and offers a button',
  async ([name, one], { onTestFinished }) => {
    const opened = await openBroken(one, onTestFinished);
    const seen: Seen = {
      draft: await comeBack(opened),
      sent: await send(opened),
      receipt: await lookAt(opened),
      // The same words twice are refused.
      comment: await comment(opened, `Nobody told me why: ${name}.`),
    };
    table.set(name, seen);
    expect(seen).toEqual({ ...usual, ...otherwise[name] });
    expect(opened.uncaught).toEqual([]);
  },
);

test('a worker that begins and then hangs holds nobody: answers and comments can be taken back meanwhile', async ({
  onTestFinished,
}) => {
  const { page, uncaught } = await openBroken(hangingWorker, onTestFinished);
  await openSurvey(page, 'employer');
  await goOn(page, 'review');
  await next(page);
  await page.locator('[data-outbox-said]').filter({ hasText: 'still at the calculation' }).waitFor();
  await page.locator('[data-change]').click();
  await page.locator('[data-screen=review]').waitFor();
  expect(await page.locator('#e_role-hr').isChecked()).toBe(true);
  await openThread(page, '/essays/somebody-knows-what-goes-in-the-blank/');
  const words = 'Nobody told me why, and this hangs.';
  await page.locator('#write-text').fill(words);
  await page.locator('[data-write-send]').click();
  await noteOf(page, words).filter({ hasText: 'still at the calculation' }).waitFor();
  await own(page, words).locator('[data-act=remove]').click();
  await hasWords(page, words);
  expect(uncaught).toEqual([]);
});
