import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { testSite } from '../build/harness/testSite.ts';
import { hostileTexts } from '../examples/hostileTexts.ts';
import { openSite } from './harness/openSite.ts';
import { picture } from './harness/picture.ts';
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
  turnTo,
} from './moderate/moderatorPage.ts';
import { startModerationServer } from './moderate/moderationServer.ts';
import { secondFactorAsked } from './moderate/secondFactorAsked.ts';

const server = openSite(startModerationServer);
beforeEach(async () => {
  await server.sql('delete from private.comment');
});

const open = server.newPage;

/** Sends every hostile text through the box, each to a place of its own, and answers each with itself. */
async function sendHostileTexts(): Promise<void> {
  for (const [place, { typed }] of hostileTexts.entries())
    await server.comment({ thread: `thread-${place}`, text: typed });
  await server.sql(
    `insert into private.comment (id, thread_kind, thread_id, parent, depth, role, text, letters_hash)
     select gen_random_uuid(), thread_kind, thread_id, id, 1, 'other', text, sha256(id::text::bytea)
     from private.comment order by arrival`,
  );
}

test(`T16: ${hostileTexts.length} hostile texts, alone and above a reply, are words and nothing else`, async () => {
  expect(hostileTexts.length).toBeGreaterThanOrEqual(60);
  // A script that ran, or that the policy had to stop, would be on the console, and this page allows nothing there.
  const page = await open();
  await page.addInitScript(() => {
    window.alert = () => {
      throw new Error('A hostile text ran.');
    };
  });
  await openQueue(page, server.cleo);
  const elements = () =>
    page.evaluate(() => [...document.querySelectorAll('script, style, link, base, meta, title')].length);
  const before = await elements();
  await sendHostileTexts();
  await turnTo(page, 'waiting');
  await says(page, '50 comments on this page.');

  const read: { said: string; above: string | null; made: number; foreign: number }[] = [];
  for (;;) {
    read.push(
      ...(await page.evaluate(() =>
        [...document.querySelectorAll('.entry')].map((entry) => ({
          said: entry.querySelector('[data-text] > p')?.textContent ?? '',
          above: entry.querySelector('.entry__above .entry__words')?.textContent ?? null,
          // Every element that stands in a text, and every kind that the page itself never makes.
          made: entry.querySelectorAll('.entry__words *').length,
          foreign: entry.querySelectorAll(
            'a, img, svg, math, script, style, link, iframe, object, embed, form, input:not([data-choose]), video, audio, [style], [onerror], [onload]',
          ).length,
        })),
      )),
    );
    const next = page.getByRole('button', { name: 'Next page' });
    if (!(await next.isVisible())) break;
    const [first] = read.slice(-1);
    await next.click();
    await page.waitForFunction(
      (last) => document.querySelector('.entry:last-child [data-text] > p')?.textContent !== last,
      first?.said,
    );
    await says(page, /comments? on this page/);
  }
  const kept = hostileTexts.map(({ typed, kept: text }) => text ?? typed);
  expect(read.map(({ said }) => said)).toEqual([...kept, ...kept]);
  expect(read.map(({ above }) => above)).toEqual([...kept.map(() => null), ...kept]);
  expect(read.filter(({ made, foreign }) => made + foreign > 0)).toEqual([]);
  expect(await elements()).toBe(before);

  // And through a decision, into another list.
  await page.getByRole('button', { name: 'Back to the first page' }).click();
  await expect.poll(() => focused(page)).toBe(kept[0]);
  await press(page, 'a');
  await says(page, 'Approved.');
  await turnTo(page, 'approved');
  expect(await page.locator('.entry [data-text] > p').textContent()).toBe(kept[0]);
  expect(await page.locator('.entry__words *').count()).toBe(0);
});

describe('the policy of the page', () => {
  test('is sent by the server and written for static hosts, word for word, and stands in the page', async () => {
    const response = await fetch(new URL(path, server.url));
    const sent = response.headers.get('content-security-policy') ?? '';
    expect(sent).toContain("frame-ancestors 'none'; script-src 'self';");
    expect(sent).toContain("require-trusted-types-for 'script'");
    const rules = readFileSync(join(testSite, '_headers'), 'utf8').split('\n\n');
    const own = rules.filter((rule) => rule.startsWith('/moderate/'));
    expect(own).toHaveLength(1);
    expect(own[0]).toContain(`\n  Content-Security-Policy: ${sent}\n`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const html = await response.text();
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain(`${sent.replace("frame-ancestors 'none'; ", '')}; connect-src 'self'`);
    expect(html).not.toMatch(/<script(?![^>]* src=)/);
  });

  test('lets no script stand in the page, no text become one, nobody else be called, no frame in or around', async () => {
    const page = await open({
      expectedProblems: [/Content Security Policy/, /TrustedHTML|Trusted/i],
    });
    await openPage(page);
    const tried = await page.evaluate(async () => {
      const outcome = async (attempt: () => unknown) => {
        try {
          await attempt();
          return 'done';
        } catch (error) {
          return error instanceof Error ? error.name : 'failed';
        }
      };
      const inPage = document.createElement('script');
      const text = document.createTextNode('document.body.dataset.ran = "yes"');
      inPage.append(text);
      document.body.append(inPage);
      return {
        markup: await outcome(() => {
          document.body.innerHTML = '<p>x</p>';
        }),
        // Not eval(): what a debugger evaluates, as this is, may call it under any policy.
        code: await outcome(async () => {
          setTimeout('document.body.dataset.ran = "later"' as unknown as () => void);
          await new Promise((resolve) => setTimeout(resolve));
        }),
        policy: await outcome(() => {
          const { trustedTypes } = globalThis as unknown as {
            trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
          };
          trustedTypes.createPolicy('survey-worker', {});
        }),
        worker: await outcome(() => new Worker('/_astro/solve.js')),
        elsewhere: await outcome(() => fetch('https://evil.example/')),
        ran: document.body.dataset.ran ?? 'no',
      };
    });
    expect(tried).toEqual({
      markup: 'TypeError',
      code: 'TypeError',
      policy: 'TypeError',
      worker: 'TypeError',
      elsewhere: 'TypeError',
      ran: 'no',
    });
  });

  test('lets nobody frame it', async () => {
    const page = await open({ expectedProblems: [/frame-ancestors/] });
    await page.goto('/about/');
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }, path);
    await expect
      .poll(() => page.frames().map((frame) => frame.url()))
      .toContain('chrome-error://chromewebdata/');
  });
});

test('nothing leads there: no link, no sitemap, no feed', () => {
  for (const name of [
    'sitemap-0.xml',
    'sitemap-index.xml',
    'rss.xml',
    'robots.txt',
    'index.html',
    'about/index.html',
  ])
    // How eagerly a browser fetches ahead is one of its words (components/page/Prefetch.astro).
    expect(
      readFileSync(join(testSite, name), 'utf8').replace('"eagerness":"moderate"', ''),
      name,
    ).not.toContain('moderate');
});

describe('axe finds nothing in any state', () => {
  test.each([
    ['light', 390],
    ['dark', 1280],
  ] as const)('in the %s theme, %i pixels wide', async (theme, width) => {
    const above = await server.comment({ kind: 'chart', thread: 'hours', text: 'Above.' });
    await server.comment({ role: 'recruiter', text: `A long word: ${'x'.repeat(300)} https://evil.example` });
    await server.comment({ role: 'other', thread: 'no-such-page' });
    await server.sql(
      `insert into private.comment (id, thread_kind, thread_id, parent, depth, role, text, letters_hash, revision)
       select gen_random_uuid(), 'chart', 'hours', id, 1, 'none', 'Under it.', sha256('x'), 2 from private.comment where id = '${above.id}'`,
    );
    const page = await open({ theme, width, expectedProblems: [/status of 400/, /status of 403/] });
    const clean = async (state: string) => {
      expect(await violations(page), state).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), state).toBeLessThanOrEqual(
        width,
      );
      // 44 pixels for whoever touches; a title in the column beside a comment is a link of its own line there.
      const small = await page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            'main :is(button, input, label.opt), dialog :is(button, label)',
          ),
        ]
          .filter((one) => one.offsetParent !== null && one.closest('label.opt') !== one.parentElement)
          .filter((one) => one.closest('.keys__switch') === null || one.localName === 'label')
          .filter((one) => one.offsetHeight < 44 || one.offsetWidth < 44)
          .map((one) => `${one.textContent.trim()}: ${one.offsetWidth} × ${one.offsetHeight}`),
      );
      expect(small, state).toEqual([]);
      await picture(page, `moderate-${state}`);
    };
    await openPage(page);
    await clean('signed-out');
    await give(page, { ...server.cleo, password: 'not the password' });
    await alertOf(page);
    await clean('wrong');
    await give(page, server.cleo);
    await part(page, 'queue').waitFor();
    await clean('queue');
    await press(page, 'j', 'r', '3');
    await clean('reasons');
    await press(page, 'Escape', '?');
    await clean('keys');
    await press(page, 'Escape', 's');
    await clean('several');
    await press(page, 'r', '2');
    await clean('several-reasons');
    await press(page, 'Escape', 'a');
    await clean('several-approve');
    await press(page, 'Escape', 's', 'a');
    await says(page, 'Approved.');
    await clean('decided');
    await turnTo(page, 'hidden');
    await says(page, 'No comment on this page.');
    await clean('empty');
    await secondFactorAsked(page, []);
    await page.reload();
    await page.getByRole('button', { name: 'Set it up' }).waitFor();
    await clean('factor-none');
    await page.getByRole('button', { name: 'Set it up' }).click();
    await page.getByText('JBSW Y3DP').waitFor();
    await clean('factor-new');
    await page.locator('#code').fill('1');
    await press(page, 'Enter');
    await alertOf(page);
    await clean('factor-wrong');
  });
});

test.each(['header', 'meta elements'])(
  'T17: by its %s alone the page lets no link run, no base or form lead elsewhere, no picture of others load and no attribute act',
  async (kept) => {
    // Chromium names a picture as requested that its policy did not let out.
    const page = await open({ expectedProblems: [/Content Security Policy/, /evil\.example\/picture/] });
    const left: string[] = [];
    await page.route('https://evil.example/**', (route) => {
      left.push(route.request().url());
      return route.abort();
    });
    const blocked = new Set<string>();
    await page.exposeFunction('tellBlocked', (directive: string) => blocked.add(directive));
    await page.addInitScript(() => {
      const { tellBlocked } = globalThis as unknown as { tellBlocked: (directive: string) => void };
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        tellBlocked(effectiveDirective);
      });
    });
    // As if markup of others had come into the page that was built.
    const hostile = `<base href="https://evil.example/">
      <a href="javascript:void (document.body.dataset.ran = 'link')">Hostile link</a>
      <form action="https://evil.example/" method="post"><button>Hostile form</button></form>
      <img src="https://evil.example/picture.png" alt="" onerror="document.body.dataset.ran = 'error'">
      <p onclick="document.body.dataset.ran = 'click'">Hostile attribute</p>`;
    await page.route(`**${path}`, async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': policy = '', ...headers } = response.headers();
      const html = (await response.text()).replace('</main>', `${hostile}</main>`);
      await (kept === 'header'
        ? route.fulfill({
            headers: { ...headers, 'content-security-policy': policy },
            body: html.replaceAll(/<meta http-equiv="content-security-policy"[^>]*>/gi, ''),
          })
        : route.fulfill({ headers, body: html }));
    });
    await openPage(page);
    const click = (words: string): Promise<void> =>
      page.getByText(words).evaluate((element) => {
        (element as HTMLElement).click();
      });
    await click('Hostile link');
    await click('Hostile attribute');
    const others = ['base-uri', 'img-src', 'script-src-attr', 'script-src-elem'];
    await expect.poll(() => [...blocked].sort()).toEqual(others);
    expect(await page.evaluate(() => [document.baseURI, document.body.dataset.ran ?? 'nothing ran'])).toEqual(
      [server.url + path, 'nothing ran'],
    );
    // Last, because Playwright reads nothing of a page that it takes to be leaving.
    await click('Hostile form');
    await expect.poll(() => [...blocked].sort()).toEqual([...others, 'form-action'].sort());
    expect(page.url()).toBe(server.url + path);
    expect(left).toEqual([]);
  },
);
