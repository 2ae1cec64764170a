import '../charts/client/copyText.ts';
import { linkedInShare } from '../charts/linkedInShare.ts';
import { narrow, wide } from '../../charts/canvas/size.ts';
import type { Comparison } from '../../compare/comparison.ts';
import { draw } from '../../compare/draw.ts';
import { rulerIn, svgOf } from './svgOf.ts';

function element(tag: string, values: Readonly<Record<string, string>>, ...children: (Node | string)[]) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(values)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The ways to the chart’s own page, which is all that can be passed on from here. */
function share({ name, path }: Comparison['chart'], origin: string): HTMLElement {
  const address = new URL(path, origin).href;
  const linkedIn = linkedInShare(address);
  return element(
    'p',
    { class: 'compare__share no-print' },
    element('a', { class: 'act', href: path }, `${name}: chart and table`),
    element(
      'a',
      {
        class: 'act',
        href: linkedIn,
        rel: 'noopener noreferrer',
        'aria-label': `Share on LinkedIn: ${name}`,
      },
      'Share on LinkedIn',
    ),
    element(
      'copy-text',
      { 'data-text': address, hidden: '' },
      element('button', { class: 'act', type: 'button', 'aria-label': `Copy link: ${name}` }, 'Copy link'),
      ' ',
      element('span', { role: 'status', class: 'small' }),
    ),
  );
}

/** One comparison as an item of the list. @param origin the site’s own, where a way to the chart is wanted */
export function itemOf(comparison: Comparison, origin: string | undefined, place: HTMLElement): HTMLElement {
  const { chart, sentence, detail, picture } = comparison;
  const ruler = rulerIn(place);
  const drawings =
    picture === undefined
      ? []
      : [
          element(
            'div',
            { class: 'fig__plot' },
            ...[wide, narrow].map((size) => svgOf(draw(picture, size, ruler.measure))),
          ),
        ];
  ruler.remove();
  return element(
    'li',
    {},
    element('h4', {}, sentence),
    ...drawings,
    ...(detail === undefined ? [] : [element('p', { class: 'compare__detail' }, detail)]),
    ...(origin === undefined ? [] : [share(chart, origin)]),
  );
}
