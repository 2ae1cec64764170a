import { NoReply } from '../../../api/notDone.ts';
import { find, findAll } from '../../../browser/find.ts';
import { inTime } from '../../../browser/inTime.ts';
import { readLines, type PackageLine } from '../../../release/recount/packageLine.ts';
import { printedNumbers } from '../../../words/worked/printedNumbers.ts';
import { held, type Held, type Shown } from './held.ts';
import { heldFigure, type HeldFigure, type ShownCell, type ShownFigure } from './heldFigure.ts';

/** What is fetched of the package, and where the page shows it. */
const place = find(document, '[data-recount]');
const said = find(place, '[data-recounted]');
const button = find(place, 'button');

/** The lines of a file of the package. @throws where it does not come, or something else does */
async function fetchLines(address: string | undefined): Promise<readonly PackageLine[]> {
  // A figure without differences needs no comparisons.
  if (address === undefined) return [];
  return inTime(async (signal) => {
    const text = await (await fetch(address, { signal })).text();
    // Else it is the page of an error, or of whatever stands between.
    if (!text.startsWith('release,')) throw new NoReply();
    return readLines(text);
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

function say(lines: Held, figure: HeldFigure): void {
  const differences = [...lines.differences, ...figure.differences];
  const counted = `${lines.numbers} numbers of ${lines.lines} lines were worked out anew on this device`;
  said.textContent =
    differences.length === 0
      ? `All agree: ${counted}, each is the same in the data package to the last printed digit, and the lines below show what it says. So does what is read of title, drawings and table above, in ${figure.numbers} places.`
      : `Not all agree: ${counted}, and ${differences.length === 1 ? 'one is' : `${differences.length} are`} not the same. Please tell us: how is on the methodology page, under “Questions and complaints”.`;
  if (differences.length === 0) return;
  const list = document.createElement('ul');
  for (const difference of differences)
    list.append(Object.assign(document.createElement('li'), { textContent: difference }));
  said.append(list);
}

async function recount(): Promise<void> {
  find(place, '[role="alert"]').hidden = true;
  said.textContent = 'Working it out …';
  const { estimates, comparisons, unloaded = '', defect = '' } = place.dataset;
  const files = await Promise.all([estimates, comparisons].map(fetchLines)).catch(() => null);
  if (files === null) {
    said.textContent = unloaded;
    return;
  }
  try {
    const [file = [], others = []] = files;
    const lines = shownIn('lines-estimates');
    const own = file.filter(({ number }) => lines.some(({ line }) => line === number));
    say(
      held(file, others, lines, shownIn('lines-comparisons')),
      heldFigure(figureShown(), printedNumbers(own, file)),
    );
  } catch (error) {
    said.textContent = defect;
    console.error(error);
  }
}

button.onclick = () => void recount();
void recount();
