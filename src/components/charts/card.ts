import { type SitePath, withoutScheme } from '../../address.ts';
import { createHash } from 'node:crypto';
import { canWrite } from '../../charts/canvas/skia.ts';
import { linkPage } from '../../charts/card/cardPage.ts';
import { letterInWords } from '../../charts/card/letterCard.ts';
import { renderCard, renderLetterCard } from '../../charts/render.ts';
import { nameWithin } from '../../essay/nameWithin.ts';
import { site as facts } from '../../site.ts';
import { findingInWords } from '../../words/posts.ts';
import { keptPicture } from './keptPicture.ts';
import { loadFigure, loadLeading } from './loadFigure.ts';

export interface Card {
  /** Holds a hash of the bytes (cache busting), because social networks cache a picture by its address for about a week. */
  readonly path: SitePath;
  /** The file, drawn or read anew at each call: kept, those of two thousand essays would be 230 MB. */
  readonly draw: () => Buffer;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** A cache for one build: a page and the file itself ask for the same card. */
const drawn = new Map<string, Promise<Card>>();

/** A card with its file’s name. */
export function named(name: string, draw: () => Buffer, alt: string): Card {
  const hash = createHash('sha256').update(draw()).digest('hex').slice(0, 10);
  return { path: `/cards/${name}.${hash}.png`, draw, alt, ...linkPage };
}

async function drawCard(id: string, site: URL | undefined): Promise<Card> {
  const described = await loadFigure(id, site);
  const draw = () => keptPicture('chart', described, renderCard);
  return named(id.replaceAll('/', '-'), draw, findingInWords(described));
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
  general ??= named(
    'no-but-why',
    () => keptPicture('letter', { title: facts.tagline, host: withoutScheme(site) }, renderLetterCard),
    `${facts.name} ${facts.tagline}. ${letterInWords}`,
  );
  return general;
}

const ofEssays = new Map<string, Card>();

/** The picture that a network shows for an essay: its title and its author; the general one where our typefaces lack a letter. */
export function essayCard(id: string, title: string, author: string, site: URL): Card {
  if (!canWrite(title + author)) return generalCard(site);
  const key = JSON.stringify([id, title, author]);
  const before = ofEssays.get(key);
  if (before !== undefined) return before;
  const draw = () => keptPicture('letter', { title, author, host: withoutScheme(site) }, renderLetterCard);
  const alt = `“${title}”, an essay by ${nameWithin(author)} on ${facts.name} ${letterInWords}`;
  const drawn = named(`essay-${id}`, draw, alt);
  ofEssays.set(key, drawn);
  return drawn;
}

/** The picture of a page of all figures: that of the first with a finding, else the general one. */
export async function leadingCard(site: URL | undefined): Promise<Card> {
  if (site === undefined) throw new Error('astro.config.mjs must set `site`: pictures print their address.');
  const leading = await loadLeading(site);
  return leading === undefined ? generalCard(site) : card(leading, site);
}
