/**
 * The only colours of charts. Names are those of styles/tokens.css; these are its light values, and a test holds
 * them against it. They are for cards and files, which leave the site and its stylesheet behind.
 */
export const light = {
  paper: '#f8f8f4',
  ink: '#18201c',
  'ink-2': '#4c564f',
  line: '#727b73',
  hatch: '#f8f8f4',
  rule: '#cfd3c8',
  seeker: '#0f5f96',
  employer: '#a1440c',
  'employer-wash': '#f8e9de',
  'rung-0-line': '#4c564f',
  'rung-1': '#8a8f8b',
  'on-rung-1': '#18201c',
  'rung-2': '#547c6a',
  'on-rung-2': '#ffffff',
  'rung-3': '#2a6350',
  'on-rung-3': '#ffffff',
  'rung-4': '#0b4030',
  'on-rung-4': '#ffffff',
  'low-2': '#7a2f6d',
  'on-low-2': '#ffffff',
  'low-1': '#a878a0',
  'on-low-1': '#18201c',
  mid: '#e1e4dc',
  'on-mid': '#18201c',
  'mid-line': '#727b73',
  'high-1': '#7c9488',
  'on-high-1': '#18201c',
  'high-2': '#2a6350',
  'on-high-2': '#ffffff',
  'blank-fill': '#ffd94a',
  'blank-line': '#18201c',
} as const;

/** The name of a chart colour, which is also the name of its CSS variable. */
export type ColourName = keyof typeof light;

/** What to write for each colour. */
export type Palette = Readonly<Record<ColourName, string>>;

/**
 * The CSS variables: for pictures in a page, which follow its theme, its contrast and forced colours without a script.
 * They cannot be put in afterwards: ink and the text on rung 1 are one value in the light and two in the dark.
 */
export const variables = Object.fromEntries(
  Object.keys(light).map((name) => [name, `var(--${name})`]),
) as Palette;

/** How the site’s two typefaces are called in a canvas, and in its stylesheet. */
export const typefaces = {
  sans: { family: 'Source Sans 3', variable: 'var(--sans)' },
  serif: { family: 'Newsreader', variable: 'var(--serif)' },
} as const;

/** One of the two typefaces. */
export type Typeface = keyof typeof typefaces;
