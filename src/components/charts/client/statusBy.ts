/** The nearest status line: in the smallest part of the page that holds one. */
export function statusBy(element: Element): Element | null {
  const { parentElement: part } = element;
  return part === null ? null : (part.querySelector('[role="status"]') ?? statusBy(part));
}
