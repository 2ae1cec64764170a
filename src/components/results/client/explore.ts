import type { Bars } from '../../../figures/barsFigure.ts';
import { readCuts } from '../../../charts/live/cutsFile.ts';
import { isWithheld } from '../../../figures/parts.ts';
import '../../charts/client/copyText.ts';
import { addressOf, choiceIn, choiceOf, figureFor } from './choice.ts';
import { find } from './find.ts';
import { keepDrawn, type Draw } from './keepDrawn.ts';
import { showWords } from './showWords.ts';

/** Lets the browser answer a reader between two pieces of work. */
const breathe = () => new Promise((done) => setTimeout(done));

/** Draws on the canvas, or says that it cannot: the words and the table need no picture. */
async function drawing(place: HTMLElement): Promise<Draw> {
  const [undrawn, plot] = [
    find(place, '[data-undrawn]', HTMLElement),
    find(place, '.fig__plot', HTMLElement),
  ];
  undrawn.hidden = true;
  plot.hidden = false;
  try {
    const { LiveBars } = await import('../../../charts/live/liveBars.ts');
    await breathe();
    const canvas = find(place, 'canvas', HTMLCanvasElement);
    return await keepDrawn(canvas, new LiveBars(canvas));
  } catch {
    undrawn.hidden = false;
    plot.hidden = true;
    return () => undefined;
  }
}

async function fetchCuts(address: string): Promise<readonly Bars[]> {
  const response = await fetch(address, { credentials: 'omit' });
  if (!response.ok) throw new Error(`The figures answered ${response.status}.`);
  return readCuts(await response.text());
}

/** How much of a figure is not shown, for who hears it. */
function blanks({ groups }: Bars): string {
  const rows = groups.flatMap((group) => group.rows);
  const blank = rows.filter(({ bars }) => bars.every(({ value }) => isWithheld(value))).length;
  return blank === 0 ? '' : ` ${blank} of ${rows.length} groups are not shown; the table says why.`;
}

/**
 * Opens the explorer: two lists to choose from, the figure that was chosen, and its address.
 * @throws when the figures cannot be fetched or read
 */
export async function explore(place: HTMLElement): Promise<void> {
  const [figures, draw] = await Promise.all([fetchCuts(place.dataset.cuts ?? ''), drawing(place)]);
  await breathe();
  const estimate = find(place, '[name="estimate"]', HTMLSelectElement);
  const by = find(place, '[name="by"]', HTMLSelectElement);
  const heard = find(place, '[data-heard]', HTMLElement);
  const linkTo = (id: string) => find(place, `a[data-cut="${CSS.escape(id)}"]`, HTMLAnchorElement);
  const inAddress = () => figureFor(figures, choiceIn(location.search));
  let shown = inAddress();

  function show(figure: Bars): string {
    shown = figure;
    const choice = choiceOf(figure);
    estimate.value = choice.estimate;
    by.replaceChildren(
      ...figures
        .filter(({ cut }) => cut?.chart === choice.estimate)
        .map((one) => {
          const { by: segment } = choiceOf(one);
          return new Option(linkTo(one.id).textContent.trim(), segment, false, segment === choice.by);
        }),
    );
    return showWords(place, figure, linkTo(figure.id).pathname);
  }
  function change(figure: Bars): void {
    heard.textContent = `${show(figure)}.${blanks(figure)}`;
    // The words first: a phone is not held up by both at once.
    requestAnimationFrame(() => {
      if (figure === shown) draw(figure, true);
    });
  }

  show(shown);
  place.dataset.explorer = 'open';
  await breathe();
  draw(shown, false);

  for (const list of [estimate, by])
    list.addEventListener('change', () => {
      const figure = figureFor(figures, { estimate: estimate.value, by: by.value });
      history.pushState(null, '', addressOf(choiceOf(figure)));
      change(figure);
    });
  addEventListener('popstate', () => {
    const figure = inAddress();
    if (figure !== shown) change(figure);
  });
}
