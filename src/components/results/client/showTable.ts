import type { Table } from '../../../words/description.ts';
import { find } from './find.ts';

function cell(tag: 'td' | 'th', text: string, scope?: string): HTMLTableCellElement {
  const made = document.createElement(tag);
  made.textContent = text;
  if (scope !== undefined) made.scope = scope;
  return made;
}

function row(...cells: readonly HTMLTableCellElement[]): HTMLTableRowElement {
  const made = document.createElement('tr');
  made.append(...cells);
  return made;
}

/** Fills a table as FigureTable.astro prints it. */
export function showTable(place: HTMLTableElement, { caption, rowHeading, columns, rows }: Table): void {
  find(place, 'caption span', HTMLElement).textContent = caption;
  find(place, 'thead', HTMLElement).replaceChildren(
    row(cell('th', rowHeading, 'col'), ...columns.map((column) => cell('th', column, 'col'))),
  );
  find(place, 'tbody', HTMLElement).replaceChildren(
    ...rows.map(({ label, cells, group, sum }) => {
      const name = cell('th', label, group === true ? 'colgroup' : 'row');
      if (group === true) name.colSpan = columns.length + 1;
      const made = row(name, ...cells.map((text) => cell('td', text)));
      made.className = group === true || sum === true ? 'sum' : '';
      return made;
    }),
  );
}
