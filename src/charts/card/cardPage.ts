/** The size of a picture that leaves the site, in pixels. */
export interface CardPage {
  readonly width: number;
  readonly height: number;
}

/** What networks show for an address: https://www.linkedin.com/help/linkedin/answer/a521928 , 1200 × 627. */
export const linkPage: CardPage = { width: 1200, height: 627 };

/** What people post by itself: a square, and as tall as feeds on phones show a picture whole. */
export const squarePage: CardPage = { width: 1080, height: 1080 };
export const portraitPage: CardPage = { width: 1080, height: 1350 };

/** A square as wide as a column of a list on a dense screen. */
export const thumbnailPage: CardPage = { width: 600, height: 600 };

/** From the edges to the words. */
export const MARGIN = 64;

/** The smallest type: a phone shows a picture at a third of its pixels. */
export const SMALL = 24;

/** The band over made-up numbers: its words are read where a phone shows a picture 358 pixels wide. */
export const BAND = { height: 72, size: 52, line: 4 } as const;

/** Where the foot begins, above the bottom edge. */
export const FOOT = 108;
