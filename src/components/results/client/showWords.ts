import type { Bars } from '../../../figures/barsFigure.ts';
import { describeBars } from '../../../words/describeBars.ts';
import { markedTable } from '../../../words/markedTable.ts';
import { linkedInShare } from '../../charts/linkedInShare.ts';
import { find } from './find.ts';
import { showTable } from './showTable.ts';

function paragraph(className: string, ...words: readonly (Node | string)[]): HTMLParagraphElement {
  const made = document.createElement('p');
  made.className = className;
  made.append(...words);
  return made;
}

function quoted(text: string): HTMLQuoteElement {
  const made = document.createElement('q');
  made.textContent = text;
  return made;
}

/**
 * Everything of a figure but its picture: the finding, what was asked, the notes, every number, and the way to its page.
 * @param page the path of the figure’s own page, whose card shows this figure
 * @returns the finding
 */
export function showWords(place: HTMLElement, figure: Bars, page: string): string {
  const { finding, table } = describeBars(figure);
  find(place, '.fig__title', HTMLElement).textContent = finding;
  find(place, '[data-asked]', HTMLElement).replaceChildren(
    ...figure.asked.map(({ whom, question }) => paragraph('fig__asked', `${whom}: `, quoted(question))),
  );
  find(place, '[data-notes]', HTMLElement).replaceChildren(
    ...figure.notes.map((note) => paragraph('fig__note', note)),
  );
  const source = find(place, '.fig__src a', HTMLAnchorElement);
  source.href = page;
  source.textContent = figure.provenance.address;
  find(place, '[data-page]', HTMLAnchorElement).href = page;
  // What is passed on is the site’s own address, wherever this copy of it is served from.
  const address = new URL(page, place.dataset.site ?? location.origin).href;
  find(place, '[data-linkedin]', HTMLAnchorElement).href = linkedInShare(address);
  find(place, 'copy-text', HTMLElement).dataset.text = address;
  showTable(find(place, 'table', HTMLTableElement), markedTable(table, figure.provenance.madeUp));
  return finding;
}
