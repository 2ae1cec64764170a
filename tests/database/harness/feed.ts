import type { Database, Row } from './database.ts';

/** What a reader of feeds is sent. */
export interface Fetched {
  status: number;
  headers: Record<string, string>;
  xml: string;
}

/** Fetches a feed as a GET does, in a transaction that may write nothing. */
export async function fetchFeed(
  database: Database,
  { kind = null, thread = null, site = 'https://nobutwhy.example' }: Record<string, string | null>,
  headers: Record<string, string> = {},
): Promise<Fetched> {
  const [row] = await database.as('anon', { headers }).sql(
    `with fetched as materialized (
       select set_config('transaction_read_only', 'on', true) as set, convert_from(public.comment_feed($1, $2, $3), 'utf8') as xml
     )
     select xml, coalesce(nullif(current_setting('response.status', true), ''), '200')::integer as status,
       current_setting('response.headers', true)::jsonb as headers
     from fetched`,
    [kind, thread, site],
  );
  const { xml, status, headers: told } = row as { xml: string; status: number; headers: Row[] };
  return { xml, status, headers: Object.assign({}, ...told) as Record<string, string> };
}

/** One comment as it stands in a feed; what an entry may have once at most. */
export interface Entry {
  id: string;
  title: string;
  author: string;
  published: string;
  updated: string;
  link: string;
  type: string;
  answers: string | null;
  content: string;
}

/**
 * The entries of a feed as libxml2 reads them, which both databases bring: a parser that takes nothing but well-formed
 * XML (PostgreSQL 17, 9.15.1).
 * @throws when it is no well-formed document
 */
export const entriesOf = async (database: Database, xml: string): Promise<Entry[]> =>
  (await database.sql(
    `select entry.* from xmltable(
       xmlnamespaces('http://www.w3.org/2005/Atom' as a, 'http://purl.org/syndication/thread/1.0' as t),
       '/a:feed/a:entry' passing xmlparse(document $1::text)
       columns id text path 'a:id', title text path 'a:title', author text path 'a:author/a:name',
         published text path 'a:published', updated text path 'a:updated',
         link text path 'a:link[@rel="alternate"]/@href', type text path 'a:content/@type',
         answers text path 't:in-reply-to/@ref', content text path 'a:content'
     ) as entry`,
    [xml],
  )) as unknown as Entry[];
