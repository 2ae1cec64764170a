import type { Page } from 'playwright-core';
import { questionnaire } from '../src/survey/questionnaire.ts';
import { variablesOf } from '../src/survey/variables.ts';
import { openBrowser } from './measure/browser.ts';
import { bundle, type Bundle } from './measure/bundle.ts';
import { lighthouse } from './measure/lighthouse.ts';
import { inTurn, median, print, told, withRange } from './measure/rounds.ts';
import { serve, siteOf } from './measure/serve.ts';
import { serveOurs } from './measure/site.ts';
import { untilUsable } from './measure/untilUsable.ts';
import type { Found, Section } from './page/section.ts';

/** Clicks that are timed, each an answer. */
const ANSWERS = 5;

/** What the project promises. */
const TARGET = { usable: 1.15 } as const;

interface Question {
  readonly id: string;
  readonly wording: string;
  readonly options: readonly { readonly code: string; readonly label: string }[];
}

/** What every peer asks: the questions of our own survey that take one answer. */
const questions: readonly Question[] = variablesOf(questionnaire, 'job_seeker').flatMap(
  ({ id, question, options }) =>
    question.kind === 'single'
      ? [{ id, wording: question.wording, options: options.map(({ code, label }) => ({ code, label })) }]
      : [],
);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1rem}fieldset{margin:0 0 1.5rem;border:1px solid #bbb}legend{font-weight:600}label{display:block;padding:.5rem 0}';

const plainForm = `<form>${questions
  .map(
    ({ id, wording, options }) =>
      `<fieldset><legend>${escaped(wording)}</legend>${options
        .map(
          ({ code, label }) =>
            `<label><input type="radio" name="${id}" value="${code}"> ${escaped(label)}</label>`,
        )
        .join('')}</fieldset>`,
  )
  .join('')}<p role="status"></p><button>Send</button></form>`;

function pageOf({ script, styles }: Bundle, body: string): string {
  const links = styles.map((path) => `<link rel="stylesheet" href="${path}">`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Survey</title><style>${style}</style>${links}</head><body><h1>Job seekers</h1>${body}<script type="module" src="${script}"></script></body></html>`;
}

/** A form that is one page: the first option of the first questions. */
const chooseOnOnePage =
  (question: string, option: string) =>
  async (page: Page): Promise<void> => {
    for (let i = 0; i < ANSWERS; i += 1) await page.locator(question).nth(i).locator(option).first().click();
  };

/** A form of one question at a time: the first option of each, and on. */
const chooseOneByOne =
  (option: string, next: string) =>
  async (page: Page): Promise<void> => {
    for (let i = 0; i < ANSWERS; i += 1) {
      await page.locator(option).first().click();
      await page.locator(next).first().click();
    }
  };

interface Peer {
  readonly name: string;
  readonly script: string;
  /** What stands in the page before its script runs. */
  readonly body: string;
  readonly usable: string;
  readonly use: (page: Page) => Promise<void>;
}

async function peers(): Promise<readonly Peer[]> {
  // Not typed, because its packages are installed by the first run.
  const onServer = new URL('peers/survey/hookFormOnServer.js', import.meta.url).href;
  const { html } = (await import(onServer)) as { html: (asked: typeof questions) => string };
  const root = '<div id="root"></div>';
  const ready = 'html[data-ready]';
  const fieldsets = chooseOnOnePage('fieldset', 'label');
  return [
    { name: 'plain HTML', script: 'plain.js', body: plainForm, usable: ready, use: fieldsets },
    {
      name: 'Formbricks surveys',
      script: 'formbricks.js',
      body: root,
      usable: '#root fieldset label',
      use: chooseOneByOne('#root fieldset label', '#root button[type=submit]'),
    },
    {
      name: 'React Hook Form + Zod, hydrated',
      script: 'hookFormHydrated.js',
      body: `<div id="root">${html(questions)}</div>`,
      usable: ready,
      use: fieldsets,
    },
    {
      name: 'SurveyJS',
      script: 'surveyJs.js',
      body: root,
      usable: '.sd-question label',
      use: chooseOnOnePage('.sd-question', 'label'),
    },
  ];
}

async function useOurs(page: Page): Promise<void> {
  await page.locator('label:has(#consent)').click();
  await page.locator('[data-next]').click();
  for (let i = 0; i < ANSWERS; i += 1) {
    await page
      .locator('[data-screen]:visible .opt:visible label, [data-screen]:visible label.opt:visible')
      .first()
      .click();
    await page.locator('[data-next]').click();
  }
}

interface Subject extends Pick<Peer, 'name' | 'usable' | 'use'> {
  readonly url: string;
  readonly close: () => Promise<void>;
}

async function serveAll(): Promise<readonly Subject[]> {
  const ours = await serveOurs();
  const subjects: Subject[] = [
    {
      name: 'ours',
      url: `${ours.origin}/survey/${questionnaire.sides.job_seeker.slug}/`,
      usable: 'form[data-running]',
      use: useOurs,
      close: ours.close,
    },
  ];
  for (const { name, script, body, usable, use } of await peers()) {
    const built = await bundle(`peers/survey/${script}`, { questions });
    const { origin, close } = await serve(siteOf(new Map([...built.files, ['/', pageOf(built, body)]])));
    subjects.push({ name, url: `${origin}/`, usable, use, close });
  }
  return subjects;
}

async function measure(quick: boolean): Promise<Found> {
  const rounds = quick ? 1 : 5;
  const subjects = await serveAll();
  const browser = await openBrowser();
  try {
    const visits = await inTurn(rounds, subjects, ({ url }) => lighthouse(url, ['performance']));
    const uses = await inTurn(rounds, subjects, ({ url, usable, use }) =>
      untilUsable(browser, url, usable, use),
    );
    const of = (name: string) => {
      const [visited = [], used = []] = [visits.get(name), uses.get(name)];
      return {
        lcp: visited.map(({ lcp }) => lcp),
        blocking: visited.map(({ blocking }) => blocking),
        score: visited.map(({ scores }) => scores.performance ?? Number.NaN),
        bytes: median(visited.map(({ bytes }) => bytes)),
        usable: used.map(({ usable }) => usable),
        click: used.map(({ slowestClick }) => slowestClick),
      };
    };
    const limit = median(of('plain HTML').usable);
    const [ours, hookForm] = [of('ours'), of('React Hook Form + Zod, hydrated')];
    const ratio = median(ours.usable) / limit;
    return {
      rounds: told(rounds),
      tables: [
        [
          [
            'Page',
            'kB',
            'LCP ms',
            'blocking ms',
            'score',
            'usable ms, throttled',
            'to plain HTML',
            'slowest click ms',
          ],
          ...subjects.map(({ name }) => {
            const { lcp, blocking, score, bytes, usable, click } = of(name);
            return [
              name,
              print.kilobytes(bytes),
              withRange(lcp),
              withRange(blocking),
              print.whole(median(score)),
              withRange(usable),
              print.ratio(median(usable) / limit),
              withRange(click),
            ];
          }),
        ],
      ],
      targets: [
        {
          promise: `ours can be used within ${TARGET.usable} times the time of plain HTML`,
          found: print.ratio(ratio),
          holds: ratio <= TARGET.usable,
        },
        {
          promise: 'ours is painted before React Hook Form, hydrated',
          found: `${print.whole(median(ours.lcp))} ms, ${print.whole(median(hookForm.lcp))} ms`,
          holds: median(ours.lcp) < median(hookForm.lcp),
        },
      ],
    };
  } finally {
    await browser.close();
    for (const { close } of subjects) await close();
  }
}

export const survey: Section = {
  title: 'The survey page',
  about: `The first view of our survey beside forms of ${questions.length} questions, those of ours that take one answer, each built with Vite
by another library and served compressed with brotli. kB are all bytes on the wire. LCP (largest contentful paint), blocking time and score are Lighthouse’s with its
mobile profile. “Usable” is measured in a real Chromium that is held back (562 ms latency, 1.44 Mbit/s, processor four times slower): until
the script that answers is at work. The slowest click is that of ${ANSWERS} answers, until the next paint. Formbricks and ours show one question at a time.`,
  minutes: 5,
  measure,
};
