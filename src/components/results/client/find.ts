/** The one element of a kind in the explorer. Throws when the page was built without it. */
export function find<Kind extends Element>(
  place: ParentNode,
  selector: string,
  kind: abstract new (...args: never[]) => Kind,
): Kind {
  const found = place.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The explorer has no ${selector}.`);
  return found;
}
