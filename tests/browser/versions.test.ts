import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { receiptGroups } from '../../src/receipt/receiptCode.ts';
import type { SideId } from '../../src/survey/question.ts';
import { CHECKSUM_FILE } from '../../src/release/verify/refuseEdited.ts';
import { brokenLinks } from '../build/harness/brokenLinks.ts';
import { builtPages, type BuiltPage } from '../build/harness/builtPages.ts';
import { changedTo } from '../build/harness/fieldedProject.ts';
import { intercept } from './harness/intercept.ts';
import { launchBrowser } from './harness/launchBrowser.ts';
import { newPage, type Device, type PageOptions } from './harness/newPage.ts';
import { picture } from './harness/picture.ts';
import { violations } from './harness/violations.ts';
import { recruiter, turnedDown } from './survey/examples.ts';
import { storedRows } from './survey/responses.ts';
import { submissions } from './survey/submissions.ts';
import {
  answerAll,
  begin,
  next,
  openSurvey,
  reach,
  receiptShown,
  screen,
  sendByKeys,
} from './survey/surveyPage.ts';
import { openChangingSite } from './versions/changingSite.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof openChangingSite>>;
/** What is on people’s devices when the questions change. */
let devices: Readonly<Record<'far' | 'early' | 'at what is gone' | 'employer' | 'outbox', Device>>;
/** A page that stays open meanwhile, at its review. */
let openTab: Page;
/** Pages that stay open meanwhile with answers that wait: one had sent them, one could not even load what sends. */
const waitingTabs: Page[] = [];
/** Ends what keeps those answers waiting. */
const endings: (() => void)[] = [];
/** Receipts from before the change. */
const codes = new Map<SideId, string>();

const people = { job_seeker: turnedDown, employer: recruiter };
const leaveAt = (side: SideId, place: string): Promise<Device> =>
  site.leave(async (page) => {
    await openSurvey(page, side);
    await reach(page, people[side], place);
  });
async function answer(page: Page, side: SideId): Promise<void> {
  await openSurvey(page, side);
  await answerAll(page, people[side]);
}

beforeAll(async () => {
  browser = await launchBrowser();
  site = await openChangingSite(browser);
  devices = {
    far: await leaveAt('job_seeker', 's_wanted'),
    early: await leaveAt('job_seeker', 's_elapsed'),
    'at what is gone': await leaveAt('job_seeker', 's_again'),
    employer: await leaveAt('employer', 'e_has'),
    outbox: await site.leave(async (page) => {
      await answer(page, 'job_seeker');
      await page.route('**/rpc/submit_response', (route) => route.abort());
      await next(page);
      await page.locator('[data-hurry]').waitFor();
    }),
  };
  for (const side of ['job_seeker', 'employer'] as const) {
    const context = await site.visit(async (page) => {
      await answer(page, side);
      await next(page);
      codes.set(side, await receiptShown(page));
    });
    await context.close();
  }
  await site.visit(async (page) => {
    await answer(page, 'employer');
    openTab = page;
  });
  for (const [stopped, asked] of [
    ['**/rpc/submit_response', 'submit_response'],
    ['**/_astro/deliver-*.js', 'deliver'],
  ] as const)
    await site.visit(async (page) => {
      endings.push(await intercept(page, stopped, (route) => route.abort()));
      await answer(page, 'employer');
      const refused = page.waitForEvent('requestfailed', (request) => request.url().includes(asked));
      await next(page);
      await refused;
      waitingTabs.push(page);
    });
  await site.change();
  // Two releases, a build, and people between two sites.
}, 600_000);
afterAll(async () => {
  await browser.close();
  await site.remove();
});

const open = (options?: PageOptions): Promise<Page> => newPage(browser, site.url, options);

const changed = (page: Page) => page.locator('[data-changed]');
const listed = (page: Page, what: 'lost' | 'new') =>
  changed(page).locator(`[data-changed-${what}] li:visible`).allInnerTexts();

describe('a draft of the first version', () => {
  const news = ['“How fair was it?”', '“How many days did it take?”', '“How clear was what they said?”'];
  const lost = [
    '“How clear is it to you why you have not been offered this job?”: Not at all clear',
    '“If a suitable job came up, how likely would you be to apply to this employer again?”: Neither likely nor unlikely',
  ];

  test('says which answers have no place any more and what is new, and is sent as the second, with the keyboard alone', async () => {
    const page = await open({ device: devices.far });
    const sent = submissions(page);
    await openSurvey(page, 'job_seeker');
    expect(await changed(page).locator('h2').innerText()).toBe('The questions have changed since you began');
    expect([await listed(page, 'lost'), await listed(page, 'new')]).toEqual([lost, news]);
    expect(await changed(page).innerText()).not.toContain('could not be loaded');
    expect(await violations(page)).toEqual([]);
    await picture(page, 'versions-draft');
    // The text about what answers are used for has changed too, and nobody has agreed to it yet.
    expect(await screen(page).getAttribute('data-screen')).toBe('start');
    const asked = await answerAll(
      page,
      { ...turnedDown, s_fair: 'half', s_days: 12, s_clear_2: 'p2' },
      'keys',
    );
    expect(asked[0]).toBe('s_fair');
    expect(await changed(page).isVisible()).toBe(false);
    await sendByKeys(page);
    await receiptShown(page);
    const { s_clear, s_again, ...kept } = turnedDown;
    expect([s_clear, s_again]).not.toContain(undefined);
    expect(sent).toMatchObject([
      { instrument: '2', consent: changedTo.consent, months: changedTo.retentionMonths },
    ]);
    expect(sent[0]?.answers).toEqual({ ...kept, s_fair: 'half', s_days: 12, s_clear_2: 'p2' });
  });

  test('says that everything is still there where it is, and goes on where it was left', async () => {
    const page = await open({ device: devices.early });
    await openSurvey(page, 'job_seeker');
    expect([await listed(page, 'lost'), await listed(page, 'new')]).toEqual([[], news]);
    expect(await changed(page).innerText()).toContain('Everything you answered is still here.');
    await begin(page);
    expect(await screen(page).getAttribute('data-screen')).toBe('s_elapsed');
  });

  test('goes on at what is new where the question it was left at is gone', async () => {
    const page = await open({ device: devices['at what is gone'] });
    await openSurvey(page, 'job_seeker');
    expect(await listed(page, 'lost')).toEqual(lost.slice(0, 1));
    await begin(page);
    expect(await screen(page).getAttribute('data-screen')).toBe('s_fair');
  });

  test('names a row that is new, on a phone in the dark', async () => {
    const page = await open({ device: devices.employer, width: 390, theme: 'dark' });
    await openSurvey(page, 'employer');
    expect(await listed(page, 'new')).toEqual([expect.stringMatching(/^“.+” \(No money for it\)$/)]);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'versions-row');
  });

  test('says that it cannot say where the earlier questions do not load', async () => {
    const page = await open({ device: devices.far, expectedProblems: [/Failed to load resource/] });
    await page.route('**/fragments/versions/1.json', (route) => route.abort());
    await openSurvey(page, 'job_seeker');
    expect(await changed(page).innerText()).toContain('which ones could not be loaded');
    expect([await listed(page, 'lost'), await listed(page, 'new')]).toEqual([[], []]);
  });
});

describe('answers of the first version', () => {
  test('that waited are stored as what they are', async () => {
    const page = await open({ device: devices.outbox });
    const sent = submissions(page);
    await page.goto('survey/job-seeker/');
    await receiptShown(page);
    expect(sent.map(({ instrument, consent, months }) => [instrument, consent, months])).toEqual([
      ['1', '1', 36],
    ]);
    expect(sent[0]?.answers).toEqual(turnedDown);
  });

  test('are sent from a tab that was open meanwhile', async () => {
    const sent = submissions(openTab);
    await next(openTab);
    await receiptShown(openTab, 60_000);
    expect(sent.at(-1)).toMatchObject({ instrument: '1', consent: '1', answers: recruiter });
  });

  test('that waited in a tab arrive by themselves, also where what sends them was replaced', async () => {
    for (const end of endings) end();
    for (const tab of waitingTabs) {
      const sent = submissions(tab);
      // Nobody touches the page; the network that comes back only shortens pauses of minutes.
      await expect
        .poll(async () => {
          await tab.evaluate(() => dispatchEvent(new Event('online'))).catch(() => undefined);
          return tab.locator('[data-thanks]').isVisible();
        })
        .toBe(true);
      expect(sent.at(-1)).toMatchObject({ instrument: '1', consent: '1', answers: recruiter });
    }
  });

  const part = (page: Page, name: string) => page.locator(`[data-part=${name}]:visible`);
  async function openReceipt(side: SideId, what: string, options?: PageOptions): Promise<Page> {
    const page = await open(options);
    await page.goto('survey/receipt/');
    await page.locator('button[value=see]:enabled').waitFor();
    await page.locator('#code').fill(receiptGroups(codes.get(side) ?? '').join(' '));
    await page.locator(`button[value=${what}]`).click();
    return page;
  }

  test('are shown and corrected by their receipt, in the words of their version', async () => {
    const page = await openReceipt('job_seeker', 'see');
    const seen = part(page, 'seen');
    await seen.waitFor();
    const said = await seen.innerText();
    expect(said).toContain(
      'How clear is it to you why you have not been offered this job?\nNot at all clear',
    );
    expect(said).toContain(
      'how likely would you be to apply to this employer again?\nNeither likely nor unlikely',
    );
    expect(said).not.toContain('How fair was it?');
    expect(await violations(page)).toEqual([]);
    await seen.locator('[data-go=correct]').click();
    const correct = part(page, 'correct');
    await correct.waitFor();
    expect(await correct.innerText()).toContain('These are the questions as they were then');
    expect(await violations(page)).toEqual([]);
    await picture(page, 'versions-correct');
    await page.locator('#s_clear-p1').focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#s_clear-p2').isChecked()).toBe(true);
    await page.locator('#s_hours-number').fill('501');
    await correct.locator('button[type=submit]').click();
    // The second version would take it.
    expect(await correct.locator('[data-errors]').innerText()).toContain('500');
    await page.locator('#s_hours-number').fill('30');
    await correct.locator('button[type=submit]').click();
    await part(page, 'corrected').waitFor();
  });

  test('are withdrawn by their receipt', async () => {
    const page = await openReceipt('employer', 'withdraw');
    await page.locator('[data-withdraw-now]').click();
    await part(page, 'withdrawn').waitFor();
    const again = await openReceipt('employer', 'see', { expectedProblems: [/Failed to load resource/] });
    await again.locator('[data-alert]:visible').waitFor();
    expect(await again.locator('[data-alert]').innerText()).toContain('We have no answers under this code');
  });
});

describe('the site of both', () => {
  let pages: ReadonlyMap<string, BuiltPage>;
  beforeAll(() => {
    pages = new Map(builtPages(site.dist).map((page) => [page.path, page]));
  });
  const words = (path: string): string =>
    (pages.get(path)?.$('main').text() ?? `There is no page ${path}.`).replaceAll(/\s+/g, ' ');

  test('says on its pages which version asked what', () => {
    for (const [path, sentence] of [
      ['/codebook/', 'New for job seekers: “How fair was it?” (s_fair).'],
      ['/codebook/', '(s_again)'],
      ['/methodology/', 'The questionnaire is at version 2'],
      ['/methodology/', 'Questionnaire 1 and 2'],
      ['/charts/barriers/', 'No money for it: asked since version 2 of the questionnaire.'],
      ['/charts/apply-again/', 'Asked until version 1 of the questionnaire.'],
      ['/data/', 'Versions counted'],
    ] as const)
      expect(words(path), path).toContain(sentence);
    const { $ } = pages.get('/data/') ?? {};
    const rows = $?.('table:has(#all-releases) tbody tr').toArray() ?? [];
    expect(rows.map((row) => $?.(row).find('td').eq(-2).text())).toEqual(['1, 2', '1']);
    expect(pages.get('/')?.$('title').text()).toContain(changedTo.name);
  });

  test('serves every package as it was written', () => {
    for (const id of site.releases) {
      // Beside the files lies the archive of them all, and their checksums stay in the repository.
      const served = [...site.rehearsal.filesOf(id)].filter(([name]) => name !== CHECKSUM_FILE);
      expect(served.length).toBeGreaterThan(8);
      for (const [name, written] of served)
        expect(readFileSync(join(site.dist, 'data', id, name), 'base64') === written, `${id} ${name}`).toBe(
          true,
        );
    }
  });

  test('has no broken link, no number that does not follow from its package, and no fragment in its map', () => {
    expect(brokenLinks(site.dist, 'http://localhost:4321/')).toEqual([]);
    const { stdout } = spawnSync(process.execPath, ['scripts/recompute.ts', site.dist], { encoding: 'utf8' });
    expect(stdout).toMatch(/^\d{3,} numbers checked: 0 differences\s*$/);
    for (const name of globSync('sitemap*.xml', { cwd: site.dist }))
      expect(readFileSync(join(site.dist, name), 'utf8')).not.toContain('fragments');
  });
});

test('every answer is there, each as what it was sent as', async () => {
  await site.stop();
  const rows = await storedRows(site.dataDir);
  const kept = (side: SideId) =>
    rows[side].map(({ instrument, revision }) => `${String(instrument)}.${String(revision)}`).toSorted();
  // Out of the outbox, corrected, and the draft; from three open tabs, while another was withdrawn.
  expect([kept('job_seeker'), kept('employer')]).toEqual([
    ['1.1', '1.2', '2.1'],
    ['1.1', '1.1', '1.1'],
  ]);
});
