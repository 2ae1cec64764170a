import type { APIRoute } from 'astro';
import { listEntries } from '../../components/search/listEntries.ts';

/** Everything that the search finds. The page asks for it at the first search, and makes its index from it. */
export const GET: APIRoute = async ({ site }) => Response.json(await listEntries(site));
