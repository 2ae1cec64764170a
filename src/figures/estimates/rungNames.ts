/** The rungs of the explanation ladder in a word or two, for marks. */
export const rungNames: Readonly<Record<string, string>> = {
  silence: 'Silence',
  form: 'Form letter',
  generic: 'For anyone',
  specific: 'About me',
  actionable: 'Actionable',
};
