import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { causes } from '../../src/components/page/causes.ts';
import { receiptGroups } from '../../src/receipt/receiptCode.ts';
import { site } from '../../src/site.ts';
import { faultsInBothThemes } from './harness/inBothThemes.ts';
import { intercept } from './harness/intercept.ts';
import type { PageOptions } from './harness/newPage.ts';
import { openSite, startSite } from './harness/openSite.ts';
import { storeResponse, unusedCode } from './receipt/storeResponse.ts';
import { recruiter, turnedDown } from './survey/examples.ts';

const path = '/survey/receipt/';
/** How the browser reports an answer with a status such as 404 on its console. */
const status = [/Failed to load resource/];
const afterWithdrawal = 'Your answers are deleted';

const printed: string[] = [];
beforeAll(() => {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    vi.spyOn(stream, 'write').mockImplementation((chunk, ...rest) => {
      printed.push(String(chunk));
      return write(chunk, ...(rest as []));
    });
  }
  for (const method of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((...said) => void printed.push(said.join(' ')));
});
afterAll(() => {
  vi.restoreAllMocks();
});
// After the hooks above, so that all it prints is seen.
const server = openSite(startSite);

async function open(options?: PageOptions): Promise<Page> {
  const page = await server.newPage(options);
  await page.goto(path);
  if (options?.javaScript !== false) await page.locator('button[value=see]:enabled').waitFor();
  return page;
}

const part = (page: Page, name: string) => page.locator(`[data-part=${name}]:visible`);
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent.trim() ?? '');

/** Presses Tab until something with these words has the focus. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if ((await focused(page)).startsWith(words)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches “${words}”.`);
}
/** Presses Tab until the focus is inside a field of a question. */
async function tabInto(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${selector}.`);
}

async function use(page: Page, code: string, what: 'see' | 'correct' | 'withdraw'): Promise<void> {
  await page.locator('#code').fill(code);
  await page.locator(`button[value=${what}]`).click();
}

/** Calls a function as a browser does, without our page. */
async function ask(
  name: string,
  request: object,
): Promise<{ status: number; text: string; type: string | null }> {
  const response = await fetch(new URL(`/rest/v1/rpc/${name}`, server.url), {
    method: 'POST',
    headers: { apikey: server.publishableKey, 'content-type': 'application/json' },
    body: JSON.stringify({ request }),
  });
  return {
    status: response.status,
    text: await response.text(),
    type: response.headers.get('content-type'),
  };
}
const stored = async (code: string) =>
  JSON.parse((await ask('read_response', { code })).text) as {
    status: string;
    revision?: number;
    answers?: object;
  };

describe('With the keyboard alone', () => {
  test('the answers are seen, in the words of the survey', async () => {
    const code = await storeResponse(server, 'job_seeker', turnedDown);
    const page = await open();
    await tabInto(page, '#code');
    await page.keyboard.type(
      receiptGroups(code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')).join(' '),
    );
    await page.keyboard.press('Enter');
    await part(page, 'seen').waitFor();
    expect(await focused(page)).toBe('The answers we store');
    expect(await page.title()).toBe(`The answers we store · ${site.name}`);
    const said = await part(page, 'seen').innerText();
    expect(said).toMatch(/Job seekers’ survey, sent on \d+ \w+ \d{4} and kept until \d+ \w+ \d{4}\./);
    expect(said).toContain(
      'When you were told no, what did you hear about why? What you got later by asking comes next.\nNo reason, only the no',
    );
    expect(said).toContain('12 hours');
    expect(await part(page, 'seen').locator('dt').count()).toBe(19);
    await tabTo(page, 'Close and forget the code');
    await page.keyboard.press('Enter');
    await part(page, 'code').first().waitFor();
    expect(await page.locator('#code').inputValue()).toBe('');
    expect(await page.locator('[data-seen-list]').textContent()).toBe('');
  });

  test('the answers are corrected: a new version replaces the old, on its own route', async () => {
    const code = await storeResponse(server, 'job_seeker', turnedDown);
    const page = await open();
    await tabInto(page, '#code');
    await page.keyboard.type(code);
    await tabTo(page, 'Correct them');
    await page.keyboard.press('Enter');
    await part(page, 'correct').waitFor();
    expect(await focused(page)).toBe('Correct your answers');
    await tabInto(page, '[name=s_outcome]');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#s_outcome-silent').isChecked()).toBe(true);
    // A person who was never told cannot answer when; the other two questions are not asked.
    expect(await page.locator('[data-correct-status]').innerText()).toBe(
      '4 answers no longer apply after your change and will be left out.',
    );
    expect(
      await page
        .locator('[data-variable=s_time], [data-variable=s_explanation]')
        .locator('visible=true')
        .count(),
    ).toBe(0);
    await tabTo(page, 'Replace my answers');
    await page.keyboard.press('Enter');
    await part(page, 'corrected').waitFor();
    expect(await focused(page)).toBe('Your answers are replaced');
    const { s_promised, s_time, s_channel, s_explanation, ...kept } = turnedDown;
    expect([s_promised, s_time, s_channel, s_explanation]).not.toContain(undefined);
    expect(await stored(code)).toMatchObject({ revision: 2, answers: { ...kept, s_outcome: 'silent' } });
    expect(Object.keys((await stored(code)).answers ?? {})).toHaveLength(15);
  });

  test('the answers are withdrawn, after one more question', async () => {
    const code = await storeResponse(server, 'employer', recruiter);
    const page = await open();
    await tabInto(page, '#code');
    await page.keyboard.type(code);
    await tabTo(page, 'Delete them');
    await page.keyboard.press('Enter');
    await part(page, 'withdraw').waitFor();
    expect(await focused(page)).toBe('Delete the answers under this code?');
    expect((await stored(code)).status).toBe('found');
    await tabTo(page, 'Delete my answers');
    await page.keyboard.press('Enter');
    await part(page, 'withdrawn').waitFor();
    expect(await focused(page)).toBe(afterWithdrawal);
    expect((await stored(code)).status).toBe('unknown');
  });
});

describe('What a code tells', () => {
  test('unknown, withdrawn and malformed codes get the same answer, byte for byte, to all three questions', async () => {
    const withdrawn = await storeResponse(server, 'job_seeker', turnedDown);
    await ask('withdraw_response', { code: withdrawn });
    const codes = [
      unusedCode(),
      withdrawn,
      'no code at all',
      withdrawn.slice(1),
      '',
      7,
      null,
      { code: withdrawn },
    ];
    const answers = async (name: string, more: object = {}) =>
      new Set(
        await Promise.all(codes.map(async (code) => JSON.stringify(await ask(name, { code, ...more })))),
      );
    const correction = { instrument: '1', answers: turnedDown };
    expect([...(await answers('read_response'))]).toHaveLength(1);
    expect([...(await answers('correct_response', correction))]).toHaveLength(1);
    expect([...(await answers('withdraw_response'))]).toHaveLength(1);
    expect(await ask('read_response', { code: unusedCode() })).toMatchObject({
      status: 404,
      text: '{"status":"unknown"}',
    });
  });

  test('the page says the same of an unknown and of a withdrawn code', async () => {
    const withdrawn = await storeResponse(server, 'job_seeker', turnedDown);
    await ask('withdraw_response', { code: withdrawn });
    const page = await open({ expectedProblems: status });
    const said = new Set<string>();
    for (const code of [unusedCode(), withdrawn])
      for (const what of ['see', 'correct', 'withdraw'] as const) {
        await use(page, code, what);
        await page.locator('[data-alert]:visible').waitFor();
        said.add(await page.locator('[data-alert]').innerText());
        expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
      }
    expect(said.size).toBe(1);
    expect([...said][0]).toContain('We have no answers under this code');
  });

  test('a mistyped code is noticed here, while it is typed, and never sent', async () => {
    const code = await storeResponse(server, 'job_seeker', turnedDown);
    const page = await open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const wrong = code.slice(0, 27) + (code.endsWith('7') ? '8' : '7');
    const message = page.locator('#code-message');
    await page.locator('#code').pressSequentially(wrong.slice(0, 27));
    expect(await message.innerText()).toBe('');
    await page.locator('#code').press(wrong.charAt(27));
    expect(await message.innerText()).toContain('mistyped');
    expect(await page.locator('#code').getAttribute('aria-invalid')).toBe('true');
    for (const what of ['see', 'correct', 'withdraw'] as const) await use(page, wrong, what);
    await page.locator('#code').fill(`${code.slice(0, 5)}U`);
    expect(await message.innerText()).toContain('“U” is in no receipt code');
    await page.locator('#code').fill('');
    await page.locator('#code').press('Enter');
    expect(await message.innerText()).toBe('Type or paste your receipt code.');
    expect(asked).toEqual([]);
    await page.locator('#code').fill(code);
    expect(await message.innerText()).toBe('');
  });

  test('too many tries: the server’s sentence says when to come back', async () => {
    const page = await open({ expectedProblems: status });
    const sentence =
      'Too many wrong codes were tried from your network: please try again in about 12 minutes.';
    await page.route('**/rpc/*_response', (route) =>
      route.fulfill({ status: 429, json: { code: 'too_many', message: sentence, retry_after: 700 } }),
    );
    await use(page, unusedCode(), 'see');
    await page.locator('[data-alert]:visible').waitFor();
    expect(await page.locator('[data-alert]').innerText()).toContain(sentence);
    await use(page, unusedCode(), 'withdraw');
    await page.locator('[data-busy]:empty').waitFor({ state: 'attached' });
    expect(await page.locator('[data-alert]:visible').innerText()).toContain(sentence);
  });

  test('what asks the server is fetched again where it was lost, at the next press or with the page', async () => {
    const code = await storeResponse(server, 'job_seeker', turnedDown);
    const page = await open({ expectedProblems: status });
    let end = await intercept(page, '**/_astro/calls-*.js', (route) => route.abort());
    await use(page, code, 'see');
    const again = page.locator('[data-alert]').getByRole('button', { name: 'Load the page again' });
    await again.waitFor();
    expect(await page.locator('[data-alert]').innerText()).toContain('Please try again');
    expect(await faultsInBothThemes(page, 'receipt-lost')).toEqual([]);
    end();
    await use(page, code, 'see');
    await part(page, 'seen').waitFor();

    await page.reload();
    end = await intercept(page, '**/_astro/calls-*.js', (route) => route.abort());
    await use(page, code, 'see');
    const loaded = page.waitForEvent('load');
    await again.click();
    await loaded;
    end();
    await use(page, code, 'see');
    await part(page, 'seen').waitFor();
  });

  test('without a reply a withdrawal says that it does not know, and can be pressed again', async () => {
    const code = await storeResponse(server, 'job_seeker', turnedDown);
    const page = await open({ expectedProblems: status });
    await intercept(
      page,
      '**/rpc/withdraw_response',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      1,
    );
    await use(page, code, 'withdraw');
    await page.locator('[data-withdraw-now]').click();
    await page.locator('[data-withdraw-alert]:visible').waitFor();
    expect(await page.locator('[data-withdraw-alert]').innerText()).toContain(
      'we cannot say whether they were deleted',
    );
    await page.locator('[data-withdraw-now]').click();
    await part(page, 'withdrawn').waitFor();
  });

  test('answers are deleted where the questions that they answer do not load', async () => {
    const code = await storeResponse(server, 'job_seeker', turnedDown);
    const page = await open();
    // Of a version that this site does not have.
    await intercept(page, '**/rpc/read_response', async (route) => {
      const found = (await (await route.fetch()).json()) as object;
      await route.fulfill({ json: { ...found, instrument: '0' } });
    });
    await use(page, code, 'withdraw');
    await part(page, 'withdraw').waitFor();
    await page.getByRole('button', { name: 'Keep them' }).click();
    await part(page, 'code').first().waitFor();
    expect((await stored(code)).status).toBe('found');
    await use(page, code, 'withdraw');
    await page.locator('[data-withdraw-now]').click();
    await part(page, 'withdrawn').waitFor();
    expect((await stored(code)).status).toBe('unknown');
  });
});

describe('Correcting', () => {
  test('what cannot be taken is said in the words of the survey, and nothing is sent', async () => {
    const code = await storeResponse(server, 'job_seeker', turnedDown);
    const page = await open();
    await use(page, code, 'correct');
    await part(page, 'correct').waitFor();
    await page.locator('#s_hours-number').fill('10-15');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('button', { name: 'Replace my answers' }).click();
    const sentence = '“10-15” is a range. Write one whole number; the middle is fine, so 12 or 13.';
    expect(await page.locator('[data-part=correct] [role=alert]').innerText()).toContain(sentence);
    expect(await page.locator('#s_hours-message').innerText()).toBe(sentence);
    await page.locator('[data-part=correct] [role=alert] a').click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('s_hours-number');
    expect(asked).toEqual([]);
    expect((await stored(code)).revision).toBe(1);
  });

  test('an answer that ends the survey is not offered in place of one that was sent', async () => {
    const code = await storeResponse(server, 'job_seeker', turnedDown);
    const page = await open();
    await use(page, code, 'correct');
    await part(page, 'correct').waitFor();
    expect(await page.locator('#s_elapsed-m3_6').isVisible()).toBe(true);
    for (const ending of ['#s_stage-none_fit', '#s_elapsed-lt45', '#s_elapsed-gt2y'])
      expect([ending, await page.locator(ending).isVisible()]).toEqual([ending, false]);
  });

  test('an answer can be cleared, and a change that is undone loses nothing', async () => {
    const code = await storeResponse(server, 'employer', recruiter);
    const page = await open();
    await use(page, code, 'correct');
    await part(page, 'correct').waitFor();
    await page.locator('label:has(#e_volume-none)').click();
    expect(await page.locator('[data-variable=e_told_interviewed]').isVisible()).toBe(false);
    await page.locator('label:has(#e_volume-v51_200)').click();
    expect(await page.locator('#e_told_interviewed-all').isChecked()).toBe(true);
    await page.getByRole('button', { name: /^Clear this answer : Where is the job/ }).click();
    await page.getByRole('button', { name: 'Replace my answers' }).click();
    await part(page, 'corrected').waitFor();
    const { region, ...kept } = recruiter;
    expect(region).toBe('us');
    expect((await stored(code)).answers).toEqual(kept);
  });

  const questionsShown = (page: Page) => page.locator('[data-correct-form] [data-question]:visible').count();

  test('one answer is changed from the list, with no other question in view', async () => {
    const code = await storeResponse(server, 'job_seeker', turnedDown);
    const page = await open();
    await use(page, code, 'see');
    await page.getByRole('button', { name: /^Change the answer to “Where was the job/ }).click();
    expect(await questionsShown(page)).toBe(1);
    await page.locator('label:has(#region-us)').click();
    await page.getByRole('button', { name: 'Replace my answers' }).click();
    await part(page, 'corrected').waitFor();
    expect((await stored(code)).answers).toEqual({ ...turnedDown, region: 'us' });
  });

  test('a change that brings up other questions shows these too, and all can be shown', async () => {
    const { s_promised, s_time, s_channel, s_explanation, ...kept } = turnedDown;
    expect([s_promised, s_time, s_channel, s_explanation]).not.toContain(undefined);
    const code = await storeResponse(server, 'job_seeker', { ...kept, s_outcome: 'silent' });
    const page = await open();
    await use(page, code, 'see');
    await page.getByRole('button', { name: /^Change the answer to “What is the result/ }).click();
    expect(await questionsShown(page)).toBe(1);
    await page.locator('label:has(#s_outcome-rejected_told)').click();
    expect(await questionsShown(page)).toBeGreaterThan(1);
    expect(await page.locator('[data-correct-status]').innerText()).toMatch(
      /^Your change brings up \d more questions\.$/,
    );
    await page.getByRole('button', { name: 'Show all of them' }).click();
    expect(await questionsShown(page)).toBeGreaterThan(12);
    // The button is gone, and a keyboard is not left nowhere.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  test('an answer that a change takes away is shown, to be given anew', async () => {
    const code = await storeResponse(server, 'job_seeker', { ...turnedDown, s_promised: 'late' });
    const page = await open();
    await use(page, code, 'see');
    await page.getByRole('button', { name: /^Change the answer to “What is the result/ }).click();
    await page.locator('label:has(#s_outcome-silent)').click();
    expect(await page.locator('[data-correct-form] [data-variable=s_promised]').isVisible()).toBe(true);
  });

  test('“Leave them as they were” leaves them', async () => {
    const code = await storeResponse(server, 'job_seeker', turnedDown);
    const page = await open();
    await use(page, code, 'correct');
    await part(page, 'correct').waitFor();
    await page.locator('label:has(#region-us)').click();
    await page.getByRole('button', { name: 'Leave them as they were' }).click();
    await part(page, 'seen').waitFor();
    expect(await stored(code)).toMatchObject({ revision: 1, answers: turnedDown });
  });
});

test('a file that a newer build has taken away is no mistake of the device', async () => {
  const page = await open({ expectedProblems: status });
  await intercept(page, '**/_astro/calls-*.js', (route) => route.fulfill({ status: 404 }));
  await use(page, unusedCode(), 'see');
  await page.locator('[data-alert]').filter({ hasText: causes.updated }).waitFor();
});

describe('The code', () => {
  test('is in no address, no storage and no log; the answers neither', async () => {
    const code = await storeResponse(server, 'job_seeker', turnedDown);
    const marker = code.slice(3, 20);
    const page = await open();
    const requests: Request[] = [];
    page.context().on('request', (request) => requests.push(request));
    await use(page, receiptGroups(code).join('-'), 'see');
    await part(page, 'seen').waitFor();
    await page.locator('[data-part=seen] [data-go=correct]').click();
    await page.locator('label:has(#industry-tech)').click();
    await page.getByRole('button', { name: 'Replace my answers' }).click();
    await part(page, 'corrected').waitFor();
    await page.reload();
    await page.locator('button[value=see]:enabled').waitFor();
    expect(await page.locator('#code').inputValue()).toBe('');
    await use(page, code, 'withdraw');
    await page.locator('[data-withdraw-now]').click();
    await part(page, 'withdrawn').waitFor();

    const holds = (text: string) => text.replaceAll('-', '').toUpperCase().includes(marker);
    for (const request of requests) {
      expect(holds(request.url())).toBe(false);
      expect(holds(JSON.stringify(await request.allHeaders()))).toBe(false);
      if (holds(request.postData() ?? '')) expect(request.method()).toBe('POST');
    }
    expect(requests.filter((request) => holds(request.postData() ?? '')).length).toBe(4);
    const left = await page.evaluate(async () =>
      JSON.stringify([
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        document.cookie,
        location.href,
        history.length,
        (await indexedDB.databases()).map(({ name }) => name),
        await caches.keys(),
        document.documentElement.outerHTML,
      ]),
    );
    expect(holds(left)).toBe(false);
    expect((JSON.parse(left) as unknown[]).slice(0, 3)).toEqual([[], [], '']);
    const state = JSON.stringify(await page.context().storageState({ indexedDB: true }));
    expect(holds(state)).toBe(false);
    expect(printed.filter(holds)).toEqual([]);
    expect(printed.filter((text) => text.includes('s_outcome') || text.includes('rejected_told'))).toEqual(
      [],
    );
  });

  test('is gone when the page is left and come back to', async () => {
    const code = await storeResponse(server, 'job_seeker', turnedDown);
    const page = await open();
    await use(page, code, 'see');
    await part(page, 'seen').waitFor();
    await page.goto('/');
    await page.goBack();
    await page.locator('button[value=see]:enabled').waitFor();
    expect(await page.locator('#code').inputValue()).toBe('');
    expect(await part(page, 'seen').count()).toBe(0);
  });

  test('travels in no referrer and waits in no cache', async () => {
    const response = await fetch(new URL(path, server.url));
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toContain('<meta name="robots" content="noindex">');
  });

  test('without JavaScript there is nothing to send it with, and words that say what to do', async () => {
    const page = await open({ javaScript: false, width: 390 });
    expect(await page.locator('button:visible').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain('This page needs JavaScript');
    await page.locator('#code').fill(unusedCode());
    await page.locator('#code').press('Enter');
    expect(new URL(page.url()).search).toBe('');
    expect(new URL(page.url()).pathname).toBe(path);
  });
});

describe('In both themes axe finds nothing', () => {
  test.each([
    ['job_seeker', turnedDown, 390],
    ['employer', recruiter, 1280],
  ] as const)('in any state, %s', async (side, answers, width) => {
    const code = await storeResponse(server, side, answers);
    const page = await open({ width, expectedProblems: status });
    const clean = async (state: string) => {
      expect(await faultsInBothThemes(page, `receipt-${side}-${state}`)).toEqual([]);
    };
    await clean('code');
    await use(page, 'ABC', 'see');
    await clean('malformed');
    await use(page, unusedCode(), 'see');
    await page.locator('[data-alert]:visible').waitFor();
    await clean('unknown');
    await use(page, code, 'see');
    await part(page, 'seen').waitFor();
    await clean('seen');
    await page.locator('[data-part=seen] [data-go=correct]').click();
    await clean('correct');
    if (side === 'job_seeker') {
      await page.locator('#s_hours-number').fill('ten');
      await page.getByRole('button', { name: 'Replace my answers' }).click();
      await clean('correct-wrong');
      await page.locator('#s_hours-number').fill('10');
    }
    await page.getByRole('button', { name: 'Replace my answers' }).click();
    await part(page, 'corrected').waitFor();
    await clean('corrected');
    await page.reload();
    await page.locator('button[value=see]:enabled').waitFor();
    await use(page, code, 'withdraw');
    await part(page, 'withdraw').waitFor();
    await clean('withdraw');
    await page.locator('[data-withdraw-now]').click();
    await part(page, 'withdrawn').waitFor();
    await clean('withdrawn');
  });
});

test('an error of ours is called that, with an address to write to, and no lost connection', async () => {
  const page = await open({ expectedProblems: [/Request is not a constructor/] });
  await page.evaluate(() => {
    Object.assign(globalThis, { Request: undefined });
  });
  await use(page, unusedCode(), 'see');
  await page.locator('[data-alert]').filter({ hasText: causes.defect }).waitFor();
});
