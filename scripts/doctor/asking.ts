/** What somebody answered; status 0 when nobody did. */
export interface Answer {
  readonly status: number;
  /** Parsed, or undefined where it is no JSON. */
  readonly body: unknown;
}

/** Asks for one path of a project, with more headers if need be. */
export type Ask = (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Asks a project with one key, by GET alone: the doctor never writes.
 * @param url the project’s, without a path
 */
export const asking =
  (url: string, key: string): Ask =>
  async (path, headers = {}) => {
    try {
      const response = await fetch(url + path, {
        headers: { apikey: key, authorization: `Bearer ${key}`, ...headers },
        // None of our addresses has a redirect, and the key must not follow one.
        redirect: 'error',
        signal: AbortSignal.timeout(20_000),
      });
      return { status: response.status, body: parsed(await response.text()) };
    } catch {
      return { status: 0, body: undefined };
    }
  };

export const isRefused = ({ status }: Answer): boolean => status === 401 || status === 403;

/** The path of a function. */
export const rpc = (name: string): string => `/rest/v1/rpc/${name}`;
