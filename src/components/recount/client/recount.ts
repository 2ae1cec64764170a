import { find, findAll } from '../../../browser/find.ts';
import { inTime } from '../../../browser/inTime.ts';
import { readLines } from '../../../release/recount/packageLine.ts';
import { printedNumbers } from '../../../words/worked/printedNumbers.ts';
import { held, type Held, type Shown } from './held.ts';
import { heldFigure, type HeldFigure, type ShownCell, type ShownFigure } from './heldFigure.ts';

/** What is fetched of the package, and where the page shows it. */
const place = find(document, '[data-recount]');
const said = find(place, '[data-recounted]');
const button = find(place, 'button');

/** A file of the package. @throws where it does not come, or something else does */
async function fetchText(address: string | undefined): Promise<string> {
  // A figure without differences needs no comparisons.
  if (address === undefined) return '';
  return inTime(async (signal) => {
    const response = await fetch(address, { signal });
    if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
    return response.text();
  });
}

/** The rows of one table of the page: the numbers, and at the end the line of the file. */
const shownIn = (id: string): readonly Shown[] =>
  findAll(place, `[aria-labelledby="${id}"] tbody tr`).flatMap((row) => {
    const cells = findAll(row, 'td').map(({ textContent }) => textContent.trim());
    const line = cells.pop();
    return line === undefined ? [] : [{ line: Number(line), cells }];
  });

const textOf = ({ textContent }: Element): string => textContent.replaceAll(/\s+/g, ' ').trim();

/** The cells of the figure’s table. */
function cellsShown(): readonly ShownCell[] {
  const [head, ...rows] = findAll(document, '[aria-labelledby="figures"] tr').map(({ children }) =>
    [...children].map(textOf),
  );
  let group = '';
  return rows.flatMap(([row = '', ...cells]) => {
    if (cells.length === 0) group = row;
    return cells.map((text, i) => ({
      column: head?.[i + 1] ?? '',
      group,
      row,
      text,
    }));
  });
}

/** The figure over the lines. */
const figureShown = (): ShownFigure => ({
  title: textOf(find(document, 'h1')),
  drawings: findAll(document, '.fig__plot svg').map((svg) =>
    [...findAll(svg, 'text').map(textOf), svg.getAttribute('aria-label')].join('|'),
  ),
  cells: cellsShown(),
});

function say({ lines, numbers, ...held }: Held, figure: HeldFigure): void {
  const differences = [...held.differences, ...figure.differences];
  const counted = `${numbers} numbers of ${lines} lines were worked out anew on this device`;
  const [first, list] = [document.createElement('p'), document.createElement('ul')];
  first.textContent =
    differences.length === 0
      ? `All agree: ${counted}, each is the same in the data package to the last printed digit, and the lines below show what it says. So do title, drawings and table above, in ${figure.numbers} places.`
      : `Not all agree: ${counted}, and ${differences.length === 1 ? 'one is' : `${differences.length} are`} not the same. Please tell us: how is on the methodology page, under “Questions and complaints”.`;
  for (const difference of differences)
    list.append(Object.assign(document.createElement('li'), { textContent: difference }));
  said.replaceChildren(first, ...(differences.length === 0 ? [] : [list]));
}

async function recount(): Promise<void> {
  find(place, '[role="alert"]').hidden = true;
  said.textContent = 'Working it out …';
  const { estimates, comparisons } = place.dataset;
  const texts = await Promise.all([estimates, comparisons].map(fetchText)).catch(() => null);
  if (texts === null) {
    said.textContent = 'The data package did not load. Check the connection and press again.';
    return;
  }
  try {
    const [file = [], others = []] = texts.map(readLines);
    const lines = shownIn('lines-estimates');
    const own = file.filter(({ number }) => lines.some(({ line }) => line === number));
    say(
      held(file, others, lines, shownIn('lines-comparisons')),
      heldFigure(figureShown(), printedNumbers(own, file)),
    );
  } catch (error) {
    said.textContent = `The data package could not be read, so nothing was compared: ${String(error)}`;
  }
}

button.onclick = () => void recount();
void recount();
