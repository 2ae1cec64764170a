/** Milliseconds after which a page that has not come counts as not loaded. */
const patience = 15_000;

/** The page did not come: no connection, too slow, or not served. Any other error is a defect of ours. */
export class NotLoaded extends Error {}

/**
 * A page of this site as a document of its own. XMLHttpRequest runs no script in it and, unlike DOMParser, is no sink of
 * Trusted Types, so it needs no policy (https://xhr.spec.whatwg.org/#document-response).
 * @throws NotLoaded, or an AbortError once the signal says so
 */
export function fetchPage(path: string, signal?: AbortSignal): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (): void => {
      reject(new NotLoaded(`${path} did not load (status ${request.status}).`));
    };
    request.open('GET', path);
    request.responseType = 'document';
    request.timeout = patience;
    request.onerror = fail;
    request.ontimeout = fail;
    request.onabort = () => {
      reject(new DOMException(`${path} is no longer wanted.`, 'AbortError'));
    };
    request.onload = () => {
      if (request.status !== 200) fail();
      else if (request.responseXML === null) reject(new Error(`${path} is not a page.`));
      else resolve(request.responseXML);
    };
    signal?.addEventListener('abort', () => {
      request.abort();
    });
    request.send();
  });
}
