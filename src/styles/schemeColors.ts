import tokens from './tokens.css?raw';

const [light, dark] = [...tokens.matchAll(/--paper:\s*(#[0-9a-f]{6})/g)].map((match) => match[1]);
if (light === undefined || dark === undefined) {
  throw new Error('src/styles/tokens.css must give --paper twice, for light and for dark, as #rrggbb.');
}

/** The page's ground in both schemes (`#rrggbb`), read from tokens.css for the browser's own bars (`theme-color`). */
export const schemeColors = { light, dark };
