import { NoReply, Unreadable } from '../../../api/notDone.ts';
import { fetchFragment } from '../../../browser/fetchFragment.ts';
import { find } from '../../../browser/find.ts';
import '../../charts/client/copyText.ts';
import { addressOf, choiceIn, nearest, type Choice } from './choice.ts';

/** A choice with the link to its own page. */
interface Cut extends Choice {
  readonly link: HTMLAnchorElement;
}

function cutOf(link: HTMLAnchorElement): Cut {
  const { estimate = '', by = '' } = link.dataset;
  return { estimate, by, link };
}

/** Two lists to choose from, the figure that was chosen, and its address. */
class Explorer {
  readonly #place: HTMLElement;
  readonly #shown: HTMLElement;
  readonly #estimate: HTMLSelectElement;
  readonly #by: HTMLSelectElement;
  readonly #cuts: readonly Cut[];
  #chosen: Cut;
  #requests = 0;

  constructor(place: HTMLElement) {
    this.#place = place;
    this.#shown = find(place, '[data-figure]');
    const [estimate, by] = place.querySelectorAll('select');
    if (estimate === undefined || by === undefined) throw new Error('The explorer lacks a list.');
    [this.#estimate, this.#by] = [estimate, by];
    this.#cuts = [...place.querySelectorAll<HTMLAnchorElement>('a[data-by]')].map(cutOf);
    this.#chosen = this.#inAddress();
  }

  open(): void {
    for (const list of [this.#estimate, this.#by]) this.#follow(list);
    addEventListener('popstate', () => {
      const cut = this.#inAddress();
      if (cut !== this.#chosen) this.#choose(cut);
    });
    find(this.#place, '[data-again]').onclick = () => {
      this.#choose(this.#chosen);
    };
    void this.#show();
    find(this.#place, '.explorer__choice').hidden = false;
  }

  #inAddress(): Cut {
    return nearest(this.#cuts, choiceIn(location.search));
  }

  #follow(list: HTMLSelectElement): void {
    // Arrow keys change a closed list at every step: a run of them is one entry in the history.
    let isRun = false;
    for (const event of ['pointerdown', 'blur'])
      list.addEventListener(event, () => {
        isRun = false;
      });
    list.addEventListener('change', () => {
      const cut = nearest(this.#cuts, { estimate: this.#estimate.value, by: this.#by.value });
      history[isRun ? 'replaceState' : 'pushState'](null, '', addressOf(cut));
      isRun = true;
      this.#choose(cut);
    });
  }

  #choose(cut: Cut): void {
    this.#chosen = cut;
    void this.#show().then((finding) => {
      if (finding === undefined) return;
      const { blank } = cut.link.dataset;
      const blanks = blank === undefined ? '' : ` ${blank} groups are not shown; the table says why.`;
      find(this.#place, '[data-heard]').textContent = `${finding}.${blanks}`;
    });
  }

  /** @returns the finding, unless it did not load or another figure was chosen meanwhile */
  async #show(): Promise<string | undefined> {
    const { estimate, by, link } = this.#chosen;
    const ofChart = this.#cuts.filter((cut) => cut.estimate === estimate);
    this.#estimate.value = estimate;
    this.#by.replaceChildren(
      ...ofChart.map((cut) => new Option(cut.link.textContent.trim(), cut.by, false, cut.by === by)),
    );
    if (this.#place.dataset.explorer !== 'open') this.#place.dataset.explorer = 'waiting';
    this.#shown.setAttribute('aria-busy', 'true');
    // Without it the answer to an earlier choice could replace that to a later one (a race condition).
    const own = (this.#requests += 1);
    let finding: string;
    try {
      const figure = await fetchFragment(link.pathname);
      if (own !== this.#requests) return undefined;
      finding = find(figure, 'h3').textContent;
      this.#shown.replaceChildren(figure);
    } catch (error) {
      if (own !== this.#requests) return undefined;
      // The whole of browser/cause.ts would be a third of this file, and the figures are a link away.
      const isNotLoaded = error instanceof NoReply || error instanceof Unreadable;
      this.#place.dataset.explorer = isNotLoaded ? 'failed' : 'broken';
      if (isNotLoaded) return undefined;
      throw error;
    }
    this.#shown.setAttribute('aria-busy', 'false');
    find(this.#place, '[data-page]').setAttribute('href', link.pathname);
    this.#place.dataset.explorer = 'open';
    return finding;
  }
}

new Explorer(find(document, '[data-explorer]')).open();
