import { renderFigureCard } from '../../charts/render.ts';
import { cardOf } from '../../ledger/cardOf.ts';
import type { ListedStudy } from '../../ledger/ledger.ts';
import { named, type Card } from '../charts/card.ts';
import { keptPicture } from '../charts/keptPicture.ts';

/** A cache for one build: a study’s page and the file itself ask for the same card. */
const drawn = new Map<string, Card>();

/** The picture that a network shows for a study. */
export function studyCard(listed: ListedStudy, site: URL): Card {
  const said = cardOf(listed, site);
  const key = JSON.stringify(said);
  const before = drawn.get(key);
  if (before !== undefined) return before;
  const { number, says, who } = said;
  const card = named(
    `figure-${listed.id}`,
    () => keptPicture('figure', said, renderFigureCard),
    `${number} ${says} ${who}`.trim(),
  );
  drawn.set(key, card);
  return card;
}
