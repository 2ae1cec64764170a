import type { ListedEssay } from '../../essay/listEssays.ts';
import { type Card, essayCard } from '../charts/card.ts';

/** The picture that a network shows for an essay. */
export function cardOfEssay({ entry }: ListedEssay, site: URL | undefined): Card {
  if (site === undefined) throw new Error('astro.config.mjs must set `site`: pictures print their address.');
  return essayCard(entry.id, entry.data.title, entry.data.author.name, site);
}
