/**
 * Texts whose invisible characters are part of a word or of an emoji: each is kept as it was typed. Reports of peers that
 * lost them: diegosouzapw/OmniRoute#12186, guillaumemeyer/watermarks-remover#27, kepano/defuddle#103.
 */
export const lettersKept: readonly (readonly [name: string, typed: string])[] = [
  ['a woman at a computer', '\u{1f469}\u200d\u{1f4bb}'],
  ['the same with a colour of skin', '\u{1f469}\u{1f3fd}\u200d\u{1f4bb}'],
  ['a family of four', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}'],
  ['a heart on fire', '\u2764\ufe0f\u200d\u{1f525}'],
  ['an eye in a speech bubble', '\u{1f441}\ufe0f\u200d\u{1f5e8}\ufe0f'],
  ['a red heart', 'thank you \u2764\ufe0f'],
  ['a heart as text', '\u2764\ufe0e'],
  ['keycaps', '1\ufe0f\u20e3 2\ufe0f\u20e3 #\ufe0f\u20e3'],
  ['the flag of Scotland', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
  ['the flag of a country', '\u{1f1ee}\u{1f1f7}'],
  ['the rainbow flag', '\u{1f3f3}\ufe0f\u200d\u{1f308}'],
  ['“I want” in Persian', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'],
  ['a Persian plural after a vowel mark', '\u06a9\u062a\u0627\u0628\u0650\u200c\u0647\u0627'],
  ['a Persian plural after figures', '\u06f2\u06f0\u200c\u0633\u0627\u0644\u0647'],
  ['a half letter in Hindi', '\u0915\u094d\u200d\u0937'],
  ['two letters side by side in Hindi', '\u0915\u094d\u200c\u0937'],
  ['a Bengali reph that is none', '\u09b0\u200d\u09cd\u09af'],
  ['Sri Lanka in Sinhala', '\u0dc1\u0dca\u200d\u0dbb\u0dd3'],
  ['a Malayalam letter at the end of a word', '\u0d05\u0d35\u0d28\u0d4d\u200d'],
];
