import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { expect, onTestFinished } from 'vitest';
import type { Browser } from 'playwright-core';
import { pathsIn } from '../../../scripts/hosts/writeHostFiles.ts';
import { feedLimits } from '../../../src/thread/feed.ts';
import { references } from '../../build/harness/brokenLinks.ts';
import { hasServer, ownServers, runOwnServer, type OwnServer } from '../../build/harness/ownServer.ts';
import { fewest } from '../survey/examples.ts';
import { submitted } from '../survey/responses.ts';
import { answerAll, next, openSurvey, receiptShown } from '../survey/surveyPage.ts';
import { newPage } from './newPage.ts';

/**
 * Hosts of static files: three that read nothing of what a build writes for hosts, and those that read their file of it,
 * where this machine has them.
 */
export const staticHosts = ['serve-handler', 'sirv', 'serve-static', 'nginx', 'caddy'] as const;
type StaticHost = (typeof staticHosts)[number];

const isOwn = (name: StaticHost): name is OwnServer => name in ownServers;
export const isHere = (name: StaticHost): boolean => !isOwn(name) || hasServer(name);

/** Serves a site until the test ends. @returns the address of the host, without a slash at its end */
async function serve(name: StaticHost, { www, folder }: Published): Promise<string> {
  if (isOwn(name)) {
    const { file } = ownServers[name];
    const dist = join(www, folder);
    const written = { [file]: readFileSync(join(dist, file), 'utf8') };
    const server = await runOwnServer(name, { dist, folder, files: written });
    onTestFinished(server.stop);
    return server.url;
  }
  const child = spawn(process.execPath, ['tests/browser/harness/ordinaryServer.mjs', name, www], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill();
  });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return `http://127.0.0.1:${port.toString().trim()}`;
}

/** A site as its owner published it. */
interface Published {
  /** What the host serves. */
  readonly www: string;
  /** Where in it the site lies: `/`, `/why/`. */
  readonly folder: string;
  /** The address it was built for, with a slash at its end. */
  readonly address: string;
  /** Where its pages send answers. */
  readonly database: { readonly url: string; readonly secretKey: string };
  /** Whether that database answers when a browser asks if another origin may call it, as a hosted one does. */
  readonly answersPreflights: boolean;
}

const isPage = (response: Response): boolean =>
  response.headers.get('content-type')?.startsWith('text/html') === true;

const referred = new Map<string, readonly string[]>();

/** What a page points at; every host serves the same pages. */
function referencesIn(html: string): readonly string[] {
  const found = referred.get(html) ?? references(load(html));
  referred.set(html, found);
  return found;
}

/**
 * Asks a host for every file of the site and for everything that its pages name: links, pictures, cards, embeds, and feeds
 * wherever they are.
 * @returns how many addresses were asked for, and those that were not answered with 200
 */
async function crawl(
  site: string,
  { www, folder, address, database }: Published,
): Promise<{ asked: number; lost: string[] }> {
  const asked = new Set(pathsIn(www + folder).map((path) => site + path.slice(1)));
  const lost: string[] = [];
  async function follow(url: string): Promise<void> {
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
    if (response.status !== 200) lost.push(url);
    const text = await response.text();
    if (!isPage(response) || !url.startsWith(site)) return;
    for (const reference of referencesIn(text)) {
      const named = new URL(reference.replace(address, site), url);
      named.hash = '';
      if (named.href.startsWith(site) || named.origin === new URL(database.url).origin) asked.add(named.href);
      else if (named.origin === new URL(site).origin) lost.push(`${named.href} on ${url}`);
    }
  }
  // What a page names joins the set, and with it this loop. As many at a time as one network gets feeds
  // (docs/decisions/0025-floods-and-links.md).
  for (let done = 0; done < asked.size;) {
    const batch = [...asked].slice(done, done + feedLimits.ofOneProvider);
    await Promise.all(batch.map(follow));
    done += batch.length;
  }
  return { asked: asked.size, lost };
}

/** Serves a site, follows every link of it, and sends one answer with a browser. */
export async function holdsOn(name: StaticHost, browser: Browser, published: Published): Promise<void> {
  const { folder, database, answersPreflights } = published;
  const site = `${await serve(name, published)}${folder}`;
  const { asked, lost } = await crawl(site, published);
  expect(lost).toEqual([]);
  expect(asked).toBeGreaterThan(200);
  const before = await submitted(database);
  const page = await newPage(browser, site, { database: database.url });
  // Playwright answers preflights by its way with every request that is routed.
  if (!answersPreflights) await page.route(`${new URL(database.url).origin}/**`, (route) => route.continue());
  await openSurvey(page, 'employer');
  await answerAll(page, fewest);
  await next(page);
  await receiptShown(page);
  expect(await submitted(database)).toEqual({ ...before, employer: before.employer + 1 });
}
