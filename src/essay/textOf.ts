/** The language and the direction of an essay’s own words, for an element that holds some: the page around them is English. */
export const textOf = ({
  lang,
  dir,
}: {
  readonly lang: string;
  readonly dir?: 'ltr' | 'rtl' | undefined;
}): { lang: string; dir: 'ltr' | 'rtl' } => ({
  lang,
  dir: dir ?? (new Intl.Locale(lang).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr'),
});
