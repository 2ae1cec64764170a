import { narrow, wide, type Size } from '../canvas/size.ts';

/** Below this many pixels of room, at the usual type, names go above their bars; figure.css has the same limit in rem. */
const WIDE_FROM = 640;

/**
 * The size of a picture that is drawn on the reader’s device: as wide as its place, its type at 1:1 and as much larger
 * as the reader has set type.
 * @param width of the place, in CSS pixels
 * @param larger the reader’s type beside the usual: 2 at 200 %
 */
export function liveSize(width: number, larger: number): Size {
  const { id, unit, heading, label, value, small, big, bar } = width / larger < WIDE_FROM ? narrow : wide;
  return {
    id,
    width,
    unit: unit * larger,
    heading: heading * larger,
    label: label * larger,
    value: value * larger,
    small: small * larger,
    big: big * larger,
    bar: bar * larger,
  };
}
