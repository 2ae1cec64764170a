import type { Measure } from '../../charts/canvas/label.ts';
import type { SvgNode } from '../../compare/svgNode.ts';

const space = 'http://www.w3.org/2000/svg';

/** The element that a node describes, made piece by piece: the page’s policy lets no text be parsed into markup. */
export function svgOf({ tag, attributes, children }: SvgNode): SVGElement {
  const element = document.createElementNS(space, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map((child) => (typeof child === 'string' ? child : svgOf(child))));
  return element;
}

/** Measures text by setting it, unseen, in the page. */
export function rulerIn(place: HTMLElement): { readonly measure: Measure; readonly remove: () => void } {
  const svg = document.createElementNS(space, 'svg');
  const text = document.createElementNS(space, 'text');
  svg.setAttribute('aria-hidden', 'true');
  Object.assign(svg.style, { position: 'absolute', visibility: 'hidden', width: '0', height: '0' });
  svg.append(text);
  place.append(svg);
  return {
    measure: (words, font) => {
      text.style.font = font;
      text.textContent = words;
      return text.getComputedTextLength();
    },
    remove: () => {
      svg.remove();
    },
  };
}
