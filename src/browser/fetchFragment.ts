import { onSite } from '../address.ts';
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
 * What a chart page shows, without the page around it (src/pages/fragments/). A failed fetch can be tried again as it is.
 * @param page where the chart page is on this host, such as `/charts/outcome/by/region/`
 * @throws NotLoaded, or an AbortError once the signal says so
 */
export async function fetchFragment(page: string, given?: AbortSignal): Promise<DocumentFragment> {
  const path = onSite('/fragments/') + page.slice(onSite('/charts/').length);
  const signal = AbortSignal.any([timeLimit(), ...(given === undefined ? [] : [given])]);
  const html = await textOf(path, signal).catch((error: unknown) => {
    throw isLost(error) ? new NotLoaded(`${path} did not load.`, { cause: error }) : error;
  });
  const template = document.createElement('template');
  template.innerHTML = policy?.createHTML(html) ?? html;
  // Components bring their scripts along; those that the page needs are in it.
  for (const script of template.content.querySelectorAll('script')) script.remove();
  return template.content;
}
