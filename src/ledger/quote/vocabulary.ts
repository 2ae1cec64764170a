import { normal } from './concepts.ts';

/** Words that say the same in sentences of this kind. */
const same: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'get got gotten gets getting receive receives received receiving',
    'give gives giving gave given offered',
    'hear heard hears hearing',
    'seeker seekers jobseeker jobseekers candidate candidates applicant applicants interviewee interviewees',
    'employer employers company companies firm firms business businesses organisation organisations organization organizations',
    'want wants wanted like wish',
    'reject rejected rejection rejections',
    'reply replies response responses answer answers',
    'useful helpful',
    'attend attended went been',
  ].flatMap((group) => {
    const [first = '', ...others] = group.split(' ');
    return [first, ...others].map((word) => [word, first]);
  }),
);

/** Words that claim nothing: who says it, and what holds a sentence together. “Before”, “now”, “all” and the like claim something. */
const neutral: ReadonlySet<string> = new Set(
  `a an the of in on at by to for from with as that this these those it its and or if than so
  is are was were be has have had having do did does who whom which what whose their they them he she his her there
  say says said told tell tells state states stated according report reports reported reporting find finds found show shows showed
  shown reveal reveals revealed claim claims claimed suggest suggests think thinks thought believe believes believed
  survey surveys surveyed poll polled study research researchers data figure figures statistic statistics asked
  per cent percent pc people respondents person one ones job jobs ever only just back whether because
  never no not none nothing without cannot`.split(/\s+/),
);

const stem = (word: string): string => {
  const bare = word.replace(/'s?$/, '');
  return (
    same[bare] ??
    (bare.length > 4
      ? bare.replace(/ies$/, 'y').replace(/(ing|ed|es|s|d|ment)$/, '')
      : bare.replace(/s$/, ''))
  );
};

/** The words of a text that claim something, each as its stem; years and other numbers among them. */
export const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(
    (
      normal(text)
        .replace(/n't\b/g, ' not')
        .match(/[\p{L}][\p{L}'-]*|\d[\d,.]*\d|\d/gu) ?? []
    )
      .filter((word) => !neutral.has(word.replace(/'s?$/, '')))
      .map((word) => (/^\d/.test(word) ? word.replaceAll(',', '') : stem(word))),
  );

/** How much of one set is in another: 0 to 1. */
export const covered = (a: ReadonlySet<string>, by: ReadonlySet<string>): number =>
  a.size === 0 ? 0 : [...a].filter((one) => by.has(one)).length / a.size;
