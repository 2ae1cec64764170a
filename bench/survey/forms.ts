import { questionnaire } from '../../src/survey/questionnaire.ts';
import { variablesOf } from '../../src/survey/variables.ts';
import { bundle, type Bundle } from '../measure/bundle.ts';
import { serve, siteOf } from '../measure/serve.ts';
import { serveOurs } from '../measure/site.ts';
import type { Use } from '../measure/untilUsable.ts';

/** Questions that are answered, each by one click that is timed. */
export const ANSWERS = 5;

interface Question {
  readonly id: string;
  readonly wording: string;
  readonly options: readonly { readonly code: string; readonly label: string }[];
}

/** What every peer asks: the questions of our own survey that take one answer. */
export const questions: readonly Question[] = variablesOf(questionnaire, 'job_seeker').flatMap(
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
  (question: string, option: string): Use =>
  async (page, timed) => {
    for (let i = 0; i < ANSWERS; i += 1)
      await timed('answer', () => page.locator(question).nth(i).locator(option).first().click());
  };

/** A form of one question at a time: the first option of each, and on. */
const chooseOneByOne =
  (option: string, next: string): Use =>
  async (page, timed) => {
    for (let i = 0; i < ANSWERS; i += 1) {
      await timed('answer', () => page.locator(option).first().click());
      await timed('next', () => page.locator(next).first().click());
    }
  };

interface Peer {
  readonly name: string;
  readonly script: string;
  /** What stands in the page before its script runs. */
  readonly body: string;
  readonly usable: string;
  readonly use: Use;
}

async function peers(): Promise<readonly Peer[]> {
  // Not typed, because its packages are installed by the first run.
  const onServer = new URL('../peers/survey/hookFormOnServer.js', import.meta.url).href;
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

const chooseOurs = chooseOneByOne(
  '[data-screen]:visible .opt:visible label, [data-screen]:visible label.opt:visible',
  '[data-next]',
);
const useOurs: Use = async (page, timed) => {
  // The consent comes first, which nobody else asks for.
  await page.locator('label:has(#consent)').click();
  await page.locator('[data-next]').click();
  await chooseOurs(page, timed);
};

/** A form that is served, and how it is used. */
export interface Subject extends Pick<Peer, 'name' | 'usable' | 'use'> {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Ours first, then each peer, every one on a server of its own. */
export async function serveAll(): Promise<readonly Subject[]> {
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
