import { onSite, type SitePath } from '../address.ts';
import type { Questionnaire } from '../survey/question.ts';
import { timeLimit } from './timeLimit.ts';

/** The fragment did not come: no connection, too slow, or not served. Any other error is a defect of ours. */
export class NotLoaded extends Error {}

interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createHTML: (html: string) => string },
  ) => { createHTML: (html: string) => string };
}

// Parsing needs a policy that the page’s own names (astro.config.mjs); no script runs in what a template parses.
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('fragment', {
  createHTML: (html) => html,
});

const isLost = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');

async function textOf(path: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(path, { credentials: 'omit', signal });
  if (!response.ok) throw new NotLoaded(`${path} answered ${response.status}.`);
  return response.text();
}

/**
 * A file of src/pages/fragments/ as a text. A failed fetch can be tried again as it is.
 * @throws NotLoaded, or an AbortError once the signal says so
 */
function fetchText(path: string, given?: AbortSignal): Promise<string> {
  const signal = AbortSignal.any([timeLimit(), ...(given === undefined ? [] : [given])]);
  return textOf(path, signal).catch((error: unknown) => {
    throw isLost(error) ? new NotLoaded(`${path} did not load.`, { cause: error }) : error;
  });
}

/** What a chart page shows, without the page around it. @param page where it is on this host: `/charts/outcome/by/region/` */
export const fetchFragment = (page: string, given?: AbortSignal): Promise<DocumentFragment> =>
  fetchHtml(onSite('/fragments/') + page.slice(onSite('/charts/').length), given);

/** Such a file as nodes, its scripts left out. @throws as fetchText does */
async function fetchHtml(path: string, given?: AbortSignal): Promise<DocumentFragment> {
  const html = await fetchText(path, given);
  const template = document.createElement('template');
  template.innerHTML = policy?.createHTML(html) ?? html;
  // Components bring their scripts along; those that the page needs are in it.
  for (const script of template.content.querySelectorAll('script')) script.remove();
  return template.content;
}

const pathOf = (version: string): SitePath => `/fragments/versions/${version}`;

/**
 * An earlier version of the questionnaire, as it was frozen. Asked for when answers of that version turn up, and not before.
 * @throws NotLoaded, or an AbortError once the signal says so
 */
export const fetchVersion = async (version: string, signal?: AbortSignal): Promise<Questionnaire> =>
  // Our own build put it there, from a file that nobody edits.
  JSON.parse(await fetchText(`${onSite(pathOf(version))}.json`, signal)) as Questionnaire;

/** Its questions of both sides as forms, to be answered anew. @throws as fetchVersion does */
export const fetchVersionForms = (version: string, signal?: AbortSignal): Promise<DocumentFragment> =>
  fetchHtml(`${onSite(pathOf(version))}/`, signal);
