import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { plain } from '../../src/survey/wording.ts';
import { builtPages, type BuiltPage } from '../build/harness/builtPages.ts';
import { firstViewScripts } from '../build/harness/firstViewScripts.ts';
import { copyWithoutPosts, type SiteCopy } from '../build/harness/siteCopy.ts';
import { runAstroBuild } from '../build/harness/testSite.ts';
import { openSite, startSite } from './harness/openSite.ts';
import { picture } from './harness/picture.ts';
import { violations } from './harness/violations.ts';

/** No essay of ours holds a survey, so that all of them go without JavaScript, or has a guest for its author; this one does. */
const essay = `---
title: An essay with a question in it
description: It is here to be tested, and for nothing else whatever.
published: 2026-11-24
author: { name: Nadia Haddad }
tags: [feedback]
charts: []
---

Before the question there is a sentence.

<Survey side="job_seeker" />

And after it another.

<Survey side="employer" />
`;
const path = '/essays/with-a-question/';

let copy: SiteCopy;
beforeAll(async () => {
  copy = copyWithoutPosts();
  const { folder } = copy;
  writeFileSync(join(folder, 'src/content/essays/with-a-question.mdx'), essay);
  const { code, said } = await runAstroBuild(folder, join(folder, 'dist'));
  if (code !== 0) throw new Error(said.slice(-2000));
});
afterAll(() => {
  copy.remove();
});
const site = openSite(() => startSite(join(copy.folder, 'dist')));

const start = '[data-survey-start=job_seeker]';

test('the first question stands in the essay, with its answers and the way on', async () => {
  const page = await site.newPage();
  await page.goto(path);
  const { title, questions } = questionnaire.sides.job_seeker;
  const said = await page.locator(start).innerText();
  expect(said).toContain(title);
  expect(said).toContain(plain(questions[0]?.wording ?? ''));
  expect(said).toContain('with your last interview at least 45 days ago');
  expect(await page.locator(`${start} input`).count()).toBe(questionnaire.lists.stage?.options.length);
});

describe('The answer goes along, and in no address', () => {
  test.each([
    ['the link', 'job_seeker', 's_stage', 'int1'],
    ['Enter', 'employer', 'e_role', 'manager'],
  ] as const)('by %s', async (by, side, variable, code) => {
    const page = await site.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.goto(path);
    const form = page.locator(`[data-survey-start=${side}]`);
    await form.locator(`input[value=${code}]`).check();
    if (by === 'Enter') await form.locator(`input[value=${code}]`).press('Enter');
    else await form.locator('a').click();
    await page.waitForURL(new RegExp(`/survey/${questionnaire.sides[side].slug}/\\?from=essay$`));
    await page.locator('form[data-running]').waitFor();
    await expect.poll(() => page.locator(`#${variable}-${code}`).isChecked()).toBe(true);
    expect(asked.filter((text) => text.includes(code))).toEqual([]);
    // It was taken, not copied, and waits for consent like everything else.
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    expect(await page.locator('#consent').isChecked()).toBe(false);
  });

  test('without an answer it is a plain link', async () => {
    const page = await site.newPage();
    await page.goto(path);
    await page.locator(`${start} a`).click();
    await page.waitForURL(/\/survey\/job-seeker\/\?from=essay$/);
    await page.locator('form[data-running]').waitFor();
    expect(await page.locator('input:checked').count()).toBe(0);
  });
});

test('without JavaScript it is the question and a link', async () => {
  const page = await site.newPage({ javaScript: false, width: 390 });
  await page.goto(path);
  expect(await page.locator(`${start} input:visible`).count()).toBe(0);
  await page.locator(`${start} a`).click();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/survey/job-seeker/?from=essay');
});

/** The essay as its file has it. */
function builtEssay(): BuiltPage {
  const page = builtPages(join(copy.folder, 'dist')).find((each) => each.path === path);
  if (page === undefined) throw new Error('The essay was not built.');
  return page;
}

test('a guest who gives no link is credited by name, and not as our page about the editors', () => {
  expect(builtEssay().$('meta[property="article:author"]').attr('content')).toBe('Nadia Haddad');
});

test('it costs under 1 kB of JavaScript, compressed', async () => {
  const { bytes } = await firstViewScripts(join(copy.folder, 'dist'), builtEssay());
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(1000);
});

test.each([
  ['light', 390],
  ['dark', 1280],
] as const)('axe finds nothing in the %s theme at %i pixels', async (theme, width) => {
  const page = await site.newPage({ theme, width });
  await page.goto(path);
  await page.locator(`${start} label`).first().click();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  await picture(page, 'essay-start');
});
