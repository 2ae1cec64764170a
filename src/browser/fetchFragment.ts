import { onSite, type SitePath } from '../address.ts';
import type { Questionnaire } from '../survey/question.ts';
import { fetchText } from './fetchText.ts';

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

/** What a chart page shows, without the page around it. @param page where it is on this host: `/charts/outcome/by/region/` */
export const fetchFragment = (page: string): Promise<DocumentFragment> =>
  fetchHtml(onSite('/fragments/') + page.slice(onSite('/charts/').length));

/** Such a file as nodes, its scripts left out. @throws as fetchText does */
async function fetchHtml(path: string): Promise<DocumentFragment> {
  const html = await fetchText(path);
  const template = document.createElement('template');
  template.innerHTML = policy?.createHTML(html) ?? html;
  // Components bring their scripts along; those that the page needs are in it.
  for (const script of template.content.querySelectorAll('script')) script.remove();
  return template.content;
}

const pathOf = (version: string): SitePath => `/fragments/versions/${version}`;

/**
 * An earlier version of the questionnaire, as it was frozen. Asked for when answers of that version turn up, and not before.
 * @throws as fetchText does
 */
export const fetchVersion = async (version: string): Promise<Questionnaire> =>
  // Our own build put it there, from a file that nobody edits.
  JSON.parse(await fetchText(`${onSite(pathOf(version))}.json`)) as Questionnaire;

/** Its questions of both sides as forms, to be answered anew. @throws as fetchVersion does */
export const fetchVersionForms = (version: string): Promise<DocumentFragment> =>
  fetchHtml(`${onSite(pathOf(version))}/`);
