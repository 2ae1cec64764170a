/**
 * How tall a drawing is for its width, as it says itself.
 * @param svg what renderSvg made
 * @throws Error when it does not say
 */
export function drawingRatio(svg: string): number {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  if (width === undefined || height === undefined)
    throw new Error(`A drawing does not say how large it is: ${svg.slice(0, 80)}`);
  return Number(height) / Number(width);
}
