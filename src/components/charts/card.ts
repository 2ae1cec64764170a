import { type SitePath, withoutScheme } from '../../address.ts';
import { createHash } from 'node:crypto';
import { cardPage } from '../../charts/card/cardFrame.ts';
import { generalCardAlt } from '../../charts/card/generalCard.ts';
import { renderCard, renderGeneralCard } from '../../charts/render.ts';
import { loadFigure, loadLeading } from './loadFigure.ts';

export interface Card {
  /** Holds a hash of the bytes (cache busting), because social networks cache a picture by its address for about a week. */
  readonly path: SitePath;
  readonly png: Buffer;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** A cache for one build: a chart’s page, the essays that show it and the file itself all ask for the same card. */
const drawn = new Map<string, Promise<Card>>();

function named(name: string, png: Buffer, alt: string): Card {
  const hash = createHash('sha256').update(png).digest('hex').slice(0, 10);
  const { width, height } = cardPage;
  return { path: `/cards/${name}.${hash}.png`, png, alt, width, height };
}

async function drawCard(id: string, site: URL | undefined): Promise<Card> {
  const described = await loadFigure(id, site);
  return named(id.replaceAll('/', '-'), renderCard(described), described.words.alt);
}

/** The picture that a network shows for a chart: PNG, 1200 × 627, light. */
export function card(id: string, site: URL | undefined): Promise<Card> {
  const before = drawn.get(id);
  if (before !== undefined) return before;
  const drawing = drawCard(id, site);
  drawn.set(id, drawing);
  return drawing;
}

let general: Card | undefined;

/** The picture that a network shows for a page without a chart of its own. */
export function generalCard(site: URL): Card {
  general ??= named('no-but-why', renderGeneralCard(withoutScheme(site)), generalCardAlt);
  return general;
}

/** The picture of a page of several figures: the first of them that has a finding, else the general one. */
export async function leadingCard(site: URL | undefined, ids?: readonly string[]): Promise<Card> {
  if (site === undefined) throw new Error('astro.config.mjs must set `site`: pictures print their address.');
  const leading = await loadLeading(site, ids);
  return leading === undefined ? generalCard(site) : card(leading, site);
}
