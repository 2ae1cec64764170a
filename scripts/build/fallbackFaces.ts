/** Widths are those of an average letter of English, in em, from https://github.com/seek-oss/capsize (DejaVu: measured on our own text). */
interface Family {
  readonly name: string;
  readonly ascent: number;
  readonly descent: number;
  /** At the weight of text, and at that of headings. */
  readonly width: Readonly<Record<400 | 500, number>>;
  /** What stands in for it, by the name under which a system knows it. Of several a browser takes the last that it has. */
  readonly standIns: readonly { readonly names: readonly string[]; readonly width: number }[];
}

const families: readonly Family[] = [
  {
    name: 'Newsreader fallback',
    ascent: 0.735,
    descent: 0.265,
    width: { 400: 0.4285, 500: 0.4375 },
    standIns: [
      { names: ['DejaVu Serif'], width: 0.5229 },
      { names: ['Liberation Serif', 'Times New Roman'], width: 0.4063 },
      { names: ['Noto Serif'], width: 0.481 },
      { names: ['Georgia'], width: 0.4458 },
    ],
  },
  {
    name: 'Source Sans fallback',
    ascent: 1.024,
    descent: 0.4,
    width: { 400: 0.418, 500: 0.4232 },
    standIns: [
      { names: ['DejaVu Sans'], width: 0.5103 },
      { names: ['Roboto', 'Liberation Sans', 'Helvetica', 'Arial'], width: 0.4458 },
    ],
  },
];

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/**
 * Fonts that Windows, Apple, Android and Linux have, given the widths and heights of ours, so that nothing moves when those arrive.
 * https://developer.mozilla.org/en-US/docs/Web/CSS/@font-face/size-adjust
 */
export const fallbackFaces = (): string =>
  families
    .flatMap(({ name, ascent, descent, width, standIns }) =>
      standIns.flatMap(({ names, width: theirs }) =>
        ([400, 500] as const).map((weight) => {
          const size = width[weight] / theirs;
          return `@font-face {
  font-family: '${name}';
  font-weight: ${weight};
  src: ${names.map((local) => `local('${local}')`).join(', ')};
  size-adjust: ${percent(size)};
  ascent-override: ${percent(ascent / size)};
  descent-override: ${percent(descent / size)};
  line-gap-override: 0%;
}
`;
        }),
      ),
    )
    .join('');
