import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compare, drawnCharts } from '../../src/compare/compare.ts';
import type { Comparison } from '../../src/compare/comparison.ts';
import { figureOf } from '../../src/figures/estimates/figureOf.ts';
import type { Release } from '../../src/release/release.ts';
import type { Answers } from '../../src/survey/answers.ts';
import type { SideId } from '../../src/survey/question.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { describe as describeFigure } from '../../src/words/describe.ts';
import { sampleAsReal } from '../build/harness/sampleAsReal.ts';
import { copyWithoutPosts, type SiteCopy } from '../build/harness/siteCopy.ts';
import { runAstroBuild } from '../build/harness/testSite.ts';
import { faultsInBothThemes } from './harness/inBothThemes.ts';
import { intercept } from './harness/intercept.ts';
import { openSite, startSite } from './harness/openSite.ts';
import { picture } from './harness/picture.ts';
import { violations } from './harness/violations.ts';
import { recruiter, turnedDown } from './survey/examples.ts';
import { answerAll, next, openSurvey, receiptShown, type Chosen } from './survey/surveyPage.ts';

// Nobody is compared with the sample, so this is a site with a release that is none.
let copy: SiteCopy;
let release: Release;
beforeAll(async () => {
  copy = copyWithoutPosts();
  release = sampleAsReal(copy.folder);
  const { code, said } = await runAstroBuild(copy.folder, join(copy.folder, 'dist'));
  if (code !== 0) throw new Error(`With a real release the site does not build:\n${said.slice(-4000)}`);
});
afterAll(() => {
  copy.remove();
});
const site = openSite(() => startSite(join(copy.folder, 'dist')));

/** What the page must show, worked out here from the same release. */
function expected(side: SideId, answers: object): readonly Comparison[] {
  const compared = compare({ release, questionnaire, host: 'x' }, side, answers as Answers);
  if ('nothing' in compared) throw new Error(compared.nothing);
  return compared.comparisons;
}

/** Answers and sends as a person does, and returns what the page asked for from the moment the receipt was there. */
async function sendAndCompare(page: Page, side: SideId, answers: Chosen) {
  await openSurvey(page, side);
  await answerAll(page, answers);
  await next(page);
  const code = await receiptShown(page);
  await page.locator('[data-compare] h4, [data-compare-said]:not(:empty)').first().waitFor();
  return code;
}

/** Lets the survey page believe that these answers were sent. */
async function pretend(page: Page, side: SideId, answers: object): Promise<void> {
  // What listens comes with the receipt, in code that is loaded when it is needed.
  const later = await page.evaluate(async () => {
    const script = document.querySelector<HTMLLinkElement>('link[rel="modulepreload"]')?.href ?? '';
    const code = await (await fetch(script)).text();
    return /later-[\w-]+\.js/.exec(code)?.[0] ?? '';
  });
  // As text, which nothing rewrites on its way into the page.
  await page.evaluate(`import('/_astro/${later}').then(() => undefined)`);
  await page.evaluate(
    (detail) => {
      const survey = document.querySelector('[data-survey]');
      let shown = document.querySelector<HTMLElement>('[data-thanks]');
      for (const part of document.querySelectorAll<HTMLElement>('[data-survey] form')) part.hidden = true;
      for (; shown !== null && shown !== survey; shown = shown.parentElement) shown.hidden = false;
      survey?.classList.add('survey--wide');
      survey?.dispatchEvent(new CustomEvent('survey:sent', { detail }));
    },
    { side, instrument: '1', answers: answers as Record<string, string> },
  );
}

describe('After sending', () => {
  test.each([
    ['job_seeker', turnedDown],
    ['employer', recruiter],
  ] as const)(
    'the %s sees the answers beside the charts of the release, and where they stand in them',
    async (side, answers) => {
      const page = await site.newPage();
      await sendAndCompare(page, side, answers);
      const section = page.locator('[data-compare]');
      const compared = expected(side, answers);
      expect(await section.locator('h4').allInnerTexts()).toEqual(compared.map(({ sentence }) => sentence));
      const places = compared.flatMap(({ you }) => (you === undefined ? [] : [`You: ${you}`]));
      expect(await section.locator('.compare__you').allInnerTexts()).toEqual(places);
      expect(await section.innerText()).toContain('From release “2026-11”');
      expect(await section.innerText()).toContain('Your own answers are not in these figures yet.');
      expect(await section.innerText()).toContain('People chose to take part');
      const pictures = section.locator('svg[role=img]:visible');
      expect(await pictures.count()).toBe(drawnCharts[side].length);
      for (const [i, picture] of (await pictures.all()).entries()) {
        const chart = drawnCharts[side][i];
        const figure = figureOf(chart?.slug ?? '', { release, questionnaire, host: 'x' });
        expect(await picture.getAttribute('aria-label')).toBe(describeFigure(figure).alt);
        // Under the last sentence about it.
        const last = compared.findLastIndex((one) => one.chart === chart);
        expect(await section.locator('li').nth(last).locator('svg:visible').count()).toBe(1);
      }
    },
  );
});

const untold = Object.fromEntries(
  Object.entries(turnedDown).filter(([id]) => !['s_time', 's_channel', 's_explanation'].includes(id)),
);
/** Five people who lived through different things. */
const people = {
  'told-no-reason': ['job_seeker', turnedDown, 'interviewed'],
  silent: [
    'job_seeker',
    {
      ...untold,
      s_outcome: 'silent',
      s_promised: 'broken',
      s_hours: 30,
      s_confident: 'p2',
      s_wanted: 'quick_no',
    },
    'interviewed',
  ],
  'only-applied': [
    'job_seeker',
    { ...untold, s_stage: 'applied', s_outcome: 'silent', s_promised: 'none', s_hours: 2, s_confident: 'p4' },
    'applied',
  ],
  'told-why': [
    'job_seeker',
    {
      ...turnedDown,
      s_stage: 'screened',
      s_time: 'd2',
      s_promised: 'kept',
      s_explanation: 'actionable',
      s_asked: 'useful',
      s_clear: 'p5',
      s_confident: 'p4',
      s_hours: 7,
      s_wanted: 'improve',
    },
    'screened',
  ],
  recruiter: ['employer', recruiter, undefined],
} as const;

describe('Five people', () => {
  const read = new Map<string, string>();
  test.each(Object.entries(people))(
    '%s: reads of what they lived through, and where to go from here',
    async (name, [side, answers, stage]) => {
      const page = await site.newPage({ width: 390 });
      await page.goto(`/survey/${questionnaire.sides[side].slug}/`);
      await page.locator('form[data-running]').waitFor();
      await pretend(page, side, answers);
      const section = page.locator('[data-compare]');
      await section.locator('h4').first().waitFor();
      const sentences = await section.locator('h4').allInnerTexts();
      expect(sentences).toEqual(expected(side, answers).map(({ sentence }) => sentence));
      expect([...read.values()]).not.toContain(sentences.join(' '));
      read.set(name, sentences.join(' '));
      const onwards = page.locator('.onwards');
      // The other side first.
      expect(await onwards.locator('.onwards__link').first().innerText()).toContain(
        side === 'employer' ? '/survey/job-seeker/?from=thanks' : '/survey/employer/?from=thanks',
      );
      expect(await onwards.locator('[data-stages]').count()).toBe(stage === undefined ? 0 : 1);
      // On a phone no address is cut in two, nor a button.
      const whole = page.locator('.onwards__link, .receipt__acts .btn');
      const lines = await whole.evaluateAll((all) =>
        all.map((one) => {
          const range = document.createRange();
          range.selectNodeContents(one);
          return [one.textContent.trim(), new Set([...range.getClientRects()].map(({ top }) => top)).size];
        }),
      );
      expect(lines.filter(([, many]) => many !== 1)).toEqual([]);
      expect(lines).toHaveLength(6);
      await picture(page, `thanks-${name}`);
    },
  );

  test('the toolkit begins with how far the person got, which no request tells', async () => {
    const page = await site.newPage({ width: 390 });
    await sendAndCompare(page, 'job_seeker', turnedDown);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    expect(await page.locator('.onwards').innerText()).toContain('What were you told?');
    await page.locator('[data-stages]').click();
    // The address that led there says it, and is replaced as soon as it was read.
    await page.waitForURL((url) => url.pathname === '/toolkit/' && url.hash === '');
    expect(await page.locator('[name=stage][value=interviewed]').isChecked()).toBe(true);
    expect(await page.locator('#request-text').innerText()).toContain('for the interview');
    expect(asked.filter((url) => url.includes('interviewed'))).toEqual([]);
  });

  test('who was offered the job is not asked what they were told, nor led to ask for a reason', async () => {
    const page = await site.newPage({ width: 390 });
    await sendAndCompare(page, 'job_seeker', { s_stage: 'int1', s_outcome: 'offered' });
    const onwards = page.locator('.onwards');
    expect(await onwards.innerText()).toContain('Write it in the discussion');
    expect(await onwards.innerText()).not.toMatch(/Ask for a reason|What were you told/);
    const meant = await onwards.locator('[data-outcomes]').first().getAttribute('data-outcomes');
    const codes = questionnaire.lists.outcome?.options.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(meant?.split(' ') ?? ['no codes']));
    await picture(page, 'thanks-offered');
  });
});

describe('With the receipt code', () => {
  test('the same comparison stands under the stored answers', async () => {
    const page = await site.newPage({ width: 390 });
    const code = await sendAndCompare(page, 'job_seeker', turnedDown);
    const sentences = await page.locator('[data-compare] h4').allInnerTexts();
    await page.goto('/survey/receipt/');
    await page.locator('[data-code-form] input').first().fill(code);
    await page.locator('[data-code-form] button[value=see]').click();
    await page.locator('[data-compare] h3').first().waitFor();
    expect(await page.locator('[data-compare] h3').allInnerTexts()).toEqual(sentences);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'receipt-compare');
    await page.locator('[data-part=seen] [data-go=leave]').click();
    expect(await page.locator('[data-compare] h3').count()).toBe(0);
  });
});

describe('On the device', () => {
  test.each([
    ['turned down', turnedDown],
    ['in no figure', { s_outcome: 'offered', s_stage: 'int1' }],
  ])(
    'for who is %s nothing is asked for but our own code, the release and the charts of the side: no answer shows in it',
    async (_, answers) => {
      const page = await site.newPage();
      await page.goto('/survey/job-seeker/');
      await page.locator('form[data-running]').waitFor();
      await page.waitForLoadState('networkidle');
      const asked: { path: string; method: string; body: string | null }[] = [];
      page.on('request', (request) =>
        asked.push({
          path: request.url().slice(site.url.length),
          method: request.method(),
          body: request.postData(),
        }),
      );
      await pretend(page, 'job_seeker', answers);
      await page.locator('[data-compare] h4, [data-compare-said]:not(:empty)').first().waitFor();
      await page.waitForLoadState('networkidle');
      const others = asked.filter(({ path }) => !/^\/_astro\/[\w.-]+\.(js|woff2)$/.test(path));
      expect(others.map(({ path }) => path).toSorted()).toEqual([
        '/data/2026-11/release.json',
        '/fragments/explanation-ladder/',
        '/fragments/told-by-day/',
        // Is the server there at all? (onDemand.ts)
        '/survey/job-seeker/',
      ]);
      expect(asked.every(({ method, body }) => /^(GET|HEAD)$/.test(method) && body === null)).toBe(true);
    },
  );

  test('what can be passed on is the chart’s page and the survey, the same for everybody', async () => {
    const links = async (answers: object): Promise<string[]> => {
      const page = await site.newPage();
      await page.goto('/survey/job-seeker/');
      await page.locator('form[data-running]').waitFor();
      await pretend(page, 'job_seeker', answers);
      await page.locator('[data-compare] h4').first().waitFor();
      return page
        .locator('[data-thanks] a, [data-thanks] copy-text')
        .evaluateAll((all) =>
          all.map((each) => each.getAttribute('href') ?? each.getAttribute('data-text') ?? ''),
        );
    };
    const one = await links(turnedDown);
    expect(await links({ ...turnedDown, s_explanation: 'actionable', s_time: 'd2' })).toEqual(one);
    expect(one).toContain('/charts/explanation-ladder/');
    expect(
      one.filter((link) => link.includes('from%3Dthanks') || link.endsWith('?from=thanks')),
      // Both surveys’ addresses to copy, by WhatsApp and by e-mail; LinkedIn.
    ).toHaveLength(7);
    const page = await site.newPage();
    await page.goto('/charts/explanation-ladder/');
    expect(await page.locator('meta[property="og:image"]').getAttribute('content')).toMatch(/\.png$/);
  });

  test('who is in no figure reads why, sees no chart, and hears nothing of how it was worked out', async () => {
    const page = await site.newPage();
    await page.goto('/survey/job-seeker/');
    await page.locator('form[data-running]').waitFor();
    await pretend(page, 'job_seeker', { s_outcome: 'offered', s_stage: 'int1' });
    await page.locator('[data-compare-said]:not(:empty)').waitFor();
    expect(await page.locator('[data-compare-said]').innerText()).toMatch(
      /^These figures are about people who were turned down/,
    );
    expect(await page.locator('[data-compare] svg').count()).toBe(0);
    expect(await page.locator('[data-compare-note]').isVisible()).toBe(false);
    expect(await page.locator('.comparing__from').filter({ visible: true }).count()).toBe(0);
  });

  test.each(['**/release.json', '**/fragments/told-by-day/', '**/_astro/showComparison-*'])(
    'figures that do not load (%s) are said to, and can be asked for again',
    async (lost) => {
      const page = await site.newPage({ expectedProblems: [/Failed to load resource/] });
      await page.goto('/survey/job-seeker/');
      await page.locator('form[data-running]').waitFor();
      await intercept(page, lost, (route) => route.abort(), 1);
      await pretend(page, 'job_seeker', turnedDown);
      await page.locator('[data-compare-again]:visible').waitFor();
      expect(await page.getByText('The published figures did not load').isVisible()).toBe(true);
      await page.locator('[data-compare-again]').click();
      await page.locator('[data-compare] h4').first().waitFor();
      expect(await page.locator('[data-compare-again]').isVisible()).toBe(false);
    },
  );

  test('a fragment without its drawing is a defect, and is not called a lost connection', async () => {
    const page = await site.newPage({ expectedProblems: [/This page has no \.fig__plot/] });
    await page.goto('/survey/job-seeker/');
    await page.locator('form[data-running]').waitFor();
    await page.route('**/fragments/told-by-day/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' }),
    );
    await pretend(page, 'job_seeker', turnedDown);
    await page.getByText('Something is wrong with this page').waitFor();
    expect(await page.locator('[data-compare-again]').isVisible()).toBe(false);
  });
});

describe('In both themes axe finds nothing', () => {
  test.each([
    ['job_seeker', 'job-seeker', turnedDown, 390],
    ['employer', 'employer', recruiter, 1280],
    ['employer', 'employer', recruiter, 320],
  ] as const)('%s at %s', async (side, slug, answers, width) => {
    const page = await site.newPage({ width });
    await page.goto(`/survey/${slug}/`);
    await page.locator('form[data-running]').waitFor();
    await pretend(page, side, answers);
    await page.locator('[data-compare] h4').first().waitFor();
    expect(await faultsInBothThemes(page, `compare-${side}`)).toEqual([]);
  });
});
