import { NoReply, Unreadable } from '../../../api/notDone.ts';
import { fetchFragment } from '../../../browser/fetchFragment.ts';
import { find, findAll } from '../../../browser/find.ts';
import '../../charts/client/copyText.ts';
import { addressOf, choiceIn, nearest, type Choice } from './choice.ts';

/** Two lists to choose from, the figure that was chosen, and its address. */

/** A choice with the link to its own page. */
interface Cut extends Choice {
  readonly link: HTMLAnchorElement;
}

const place = find(document, '[data-explorer]');
const shown = find(place, '[data-figure]');
const charts = find(place, '[name=estimate]') as HTMLSelectElement;
const groups = find(place, '[name=by]') as HTMLSelectElement;

const cuts = (findAll(place, 'a[data-by]') as readonly HTMLAnchorElement[]).map((link): Cut => {
  const { estimate = '', by = '' } = link.dataset;
  return { estimate, by, link };
});

const inAddress = (): Cut => nearest(cuts, choiceIn(location.search));

let chosen = inAddress();
let requests = 0;

/** @returns the finding, unless it did not load or another figure was chosen meanwhile */
async function show(): Promise<string | undefined> {
  const { estimate, by, link } = chosen;
  charts.value = estimate;
  groups.replaceChildren(
    ...cuts
      .filter((cut) => cut.estimate === estimate)
      .map((cut) => new Option(cut.link.textContent.trim(), cut.by, false, cut.by === by)),
  );
  if (place.dataset.explorer !== 'open') place.dataset.explorer = 'waiting';
  shown.setAttribute('aria-busy', 'true');
  // Without it the answer to an earlier choice could replace that to a later one (a race condition).
  const own = (requests += 1);
  let finding: string;
  try {
    const figure = await fetchFragment(link.pathname);
    if (own !== requests) return undefined;
    finding = find(figure, 'h3').textContent;
    shown.replaceChildren(figure);
  } catch (error) {
    if (own !== requests) return undefined;
    // The whole of browser/cause.ts would be a third of this file, and the figures are a link away.
    const isNotLoaded = error instanceof NoReply || error instanceof Unreadable;
    place.dataset.explorer = isNotLoaded ? 'failed' : 'broken';
    if (isNotLoaded) return undefined;
    throw error;
  }
  shown.setAttribute('aria-busy', 'false');
  find(place, '[data-page]').setAttribute('href', link.pathname);
  place.dataset.explorer = 'open';
  return finding;
}

function choose(cut: Cut): void {
  chosen = cut;
  void show().then((finding) => {
    if (finding === undefined) return;
    const { blank } = cut.link.dataset;
    const blanks = blank === undefined ? '' : ` ${blank} groups are not shown; the table says why.`;
    find(place, '[data-heard]').textContent = `${finding}.${blanks}`;
  });
}

for (const list of [charts, groups]) {
  // Arrow keys change a closed list at every step: a run of them is one entry in the history.
  let isRun = false;
  for (const event of ['pointerdown', 'blur'])
    list.addEventListener(event, () => {
      isRun = false;
    });
  list.addEventListener('change', () => {
    const cut = nearest(cuts, { estimate: charts.value, by: groups.value });
    history[isRun ? 'replaceState' : 'pushState'](null, '', addressOf(cut));
    isRun = true;
    choose(cut);
  });
}

addEventListener('popstate', () => {
  const cut = inAddress();
  if (cut !== chosen) choose(cut);
});
find(place, '[data-again]').onclick = () => {
  choose(chosen);
};
void show();
find(place, '.explorer__choice').hidden = false;
