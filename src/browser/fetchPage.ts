/** Milliseconds after which a page that has not come counts as not loaded. */
const patience = 15_000;

/** The page did not come: no connection, too slow, or not served. Any other error is a defect of ours. */
export class NotLoaded extends Error {}

interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createHTML: (html: string) => string },
  ) => { createHTML: (html: string) => string };
}

/** Without the head of the page: this page’s policy would refuse its styles, aloud, though none are used here. */
const bodyOf = (html: string): string => html.slice(html.indexOf('<body'));

// Parsing needs a policy that the page’s own names (astro.config.mjs); no script runs in what DOMParser makes.
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('built-page', {
  createHTML: bodyOf,
});

/**
 * The body of a page of this site, as a document of its own.
 * @throws NotLoaded, or an AbortError once the signal says so
 */
export async function fetchPage(path: string, signal?: AbortSignal): Promise<Document> {
  const limit = AbortSignal.timeout(patience);
  try {
    const response = await fetch(path, {
      credentials: 'omit',
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    });
    if (!response.ok) throw new NotLoaded(`${path} answered ${response.status}.`);
    const html = await response.text();
    return new DOMParser().parseFromString(policy?.createHTML(html) ?? bodyOf(html), 'text/html');
  } catch (error) {
    const isLost =
      error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');
    throw isLost ? new NotLoaded(`${path} did not load.`, { cause: error }) : error;
  }
}
