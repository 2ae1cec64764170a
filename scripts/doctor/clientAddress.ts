import { z } from 'zod';
import { rpc, type Ask } from './asking.ts';
import { notSeen, ok, toDo, type Outcome } from './finding.ts';

/** The headers that the setting can name, and what a caller sends to forge each. */
const forgeries = {
  'xff-rightmost': { header: 'x-forwarded-for', address: '192.0.2.77' },
  'cf-connecting-ip': { header: 'cf-connecting-ip', address: '192.0.2.78' },
} as const;
type Trusted = keyof typeof forgeries;
const names = Object.keys(forgeries) as Trusted[];

const networks = z.record(z.enum(names), z.string().nullable());

/** What one header is worth: the network it names, nothing, or whatever the caller writes into it. */
type Worth = { readonly says: string } | 'nothing' | 'anything';

/**
 * Says who calls, and then lies about it, with addresses of nobody (https://www.rfc-editor.org/rfc/rfc5737). The function
 * only reads, so no limit counts this.
 */
async function worthOf(ask: Ask): Promise<Readonly<Record<Trusted, Worth>> | undefined> {
  const honest = networks.safeParse((await ask(rpc('calling_network'))).body);
  if (!honest.success) return undefined;
  const worth = async (name: Trusted): Promise<Worth> => {
    const { header, address } = forgeries[name];
    // A gateway that refuses a forged header believes none.
    const lied = networks.safeParse((await ask(rpc('calling_network'), { [header]: address })).body);
    if (lied.success && lied.data[name] === address) return 'anything';
    const says = honest.data[name];
    return says === null ? 'nothing' : { says };
  };
  return {
    'xff-rightmost': await worth('xff-rightmost'),
    'cf-connecting-ip': await worth('cf-connecting-ip'),
  };
}

const isTrusted = (name: string): name is Trusted => names.some((one) => one === name);

/** Whether the limits of the database count visitors by their own address. @param setting client_address_header */
export async function visitorsAreToldApart(ask: Ask, setting: string): Promise<Outcome> {
  if (!isTrusted(setting)) return ok('All visitors share one limit, as client_address_header=none says.');
  const worth = await worthOf(ask);
  if (worth === undefined) return notSeen('Not seen: the database does not know what this code asks it.');
  const good = names.filter((name) => typeof worth[name] === 'object');
  const set = (name: string): string => `Run "npm run settings -- client_address_header=${name}"`;
  const found = worth[setting];
  if (found === 'anything')
    return toDo(
      `${set(good[0] ?? 'none')}: anybody can write what ${setting} reads, and with it escape every limit.`,
    );
  if (found === 'nothing')
    return toDo(`${set(good[0] ?? 'none')}: ${setting} names no visitor here, so that all share one limit.`);
  // What Cloudflare writes is the visitor; another last entry is then a proxy between the two.
  const cloudflare = worth['cf-connecting-ip'];
  if (typeof cloudflare === 'object' && cloudflare.says !== found.says)
    return toDo(
      `${set('cf-connecting-ip')}: ${setting} names a proxy (${found.says}), whose visitors would share one limit.`,
    );
  return ok(
    `The database takes ${found.says} for your network, by ${setting}, and a forged header changes nothing.`,
  );
}
