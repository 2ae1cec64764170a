/** Something that a sentence on applying can be about. Two sentences about the same are found by the same pattern. */
interface Concept {
  /** As a sentence names it: “It is not about …”. */
  readonly name: string;
  readonly pattern: RegExp;
}

const concept = (name: string, pattern: RegExp): Concept => ({ name, pattern });

/** What happened. Of these a sentence shares at least one with a figure, or it is about something else. */
export const events: readonly Concept[] = [
  concept(
    'never hearing back',
    /\b(never|not|no|n't|without)\b[^.;]{0,24}\b(hear|heard|reply|replies|response|responses|answer)\b|\bunanswered\b/,
  ),
  concept(
    'people who had ghosted an employer themselves',
    /\bwho (had |have )?(themselves )?(ghosted|admit)/,
  ),
  concept('ghosting', /\bghost/),
  // Who is ghosted and who ghosts are two claims.
  concept(
    'being ghosted',
    /\b(been|being|was|were|is|are|be|gets?|got|getting)\b[^.;]{0,16}\bghosted\b|\bghosted by\b/,
  ),
  concept('feedback', /\bfeedback\b|\breasons?\b|\bwhy\b/),
  concept('wanting something', /\bwant(s|ed)?\b|\bwould like\b|\bwish/),
  concept('expecting something', /\bexpect/),
  concept('a legal duty', /\blegal|\blaws?\b|\bmust\b|\brequire|\bduty\b|\boblig|\bmandatory\b/),
  concept('being useful', /\buseful|\bhelpful/),
  concept('being important', /\bimportan|\bmatters?\b/),
  concept('an address that takes no reply', /\b(do-?not-?reply|no-?reply|takes no reply)\b/),
  concept('a phone call', /\bphone|\bcall(s|ed)?\b/),
  concept('preparing', /\bprepar/),
  concept(
    'applying again',
    /\bre-?appl|\bapply again\b|\bapplied again\b|\bapplied for another\b|\bconsider (a|the) (company|employer)/,
  ),
  concept('refusing an offer', /\brefus|\bturn(ed)? down (an?|the) [^.]{0,12}offer|\bdeclin/),
  concept('taking one’s custom elsewhere', /\bresent|\bgoodwill\b|\bcustom\b|\brelationship/),
  concept('a bad experience', /\bbad\b|\bnegative\b/),
  concept('an application acknowledged', /\backnowledg/),
  concept('a score', /\bpromoter\b|\bnps\b|\bscores?\b/),
  concept('an answer on the same day', /\bsame day\b|\bend of (the|that|interview)[^.]{0,12}day\b/),
  concept('the decision', /\bdecision\b/),
  concept('not turning up', /\bturn(ed)? up\b|\bno-?show|\bfirst day\b/),
  concept('resigning', /\bresign/),
  concept('rating oneself', /\bunderrat|\bfailed\b|\blower than\b/),
  concept('reviews', /\breviews?\b/),
  concept('what it costs', /\bcosts?\b/),
  concept('feedback of their own', /\bspecific|\bindividual|\bof their own\b/),
  concept('the last year', /\b(last|past) (year|12 months|twelve months)\b/),
  concept('asking for it', /\basking\b|\basked for\b|\bafter requesting\b/),
];

/** When in the process. */
export const stages: readonly Concept[] = [
  concept('interviews', /\binterview/),
  concept('a second or third interview', /\b(second|third|2nd|3rd|final)\b/),
  concept('applications', /\bappl(y|ied|ying|ications?)\b|\bcvs?\b|\br[ée]sum[ée]s?\b/),
  concept('offers', /\boffers?\b/),
  concept('a rejection', /\breject|\bturned (them )?down\b|\bmov(ed|ing) forward\b/),
];

/** Who: the first of them after a number is whom the number counts. “People” is anybody. */
export const groups: readonly Concept[] = [
  concept(
    'young people',
    /\byoung\b|\baged 1[68]|\b1[68] ?(to|–|-) ?2\d\b|\bstudents?\b|\bgraduates?\b|\bgen z\b/,
  ),
  concept('reviews', /\breviews?\b/),
  concept('votes', /\bvotes?\b/),
  concept(
    'employers',
    /\bemployers?\b|\bcompanies\b|\bfirms\b|\borgani[sz]ations?\b|\brecruiters?\b|\bmanagers?\b/,
  ),
  concept('employees', /\bemployees\b/),
  concept('professionals', /\bprofessionals\b/),
  concept('workers', /\bworkers\b/),
  concept('adults', /\badults\b/),
  concept('job seekers', /\bjob ?-?seekers?\b|\bcandidates?\b|\bapplicants?\b/),
];

/** Where, as `normal` writes it. */
export const places: readonly Concept[] = [
  concept('the United States', /\bunited states\b|(?:^|[^-\w])america(ns?)?\b/),
  concept('the United Kingdom', /\bunited kingdom\b|\bbrit(ain|ish|ons?)\b|\bengland\b/),
  concept('Northern Ireland', /\bnorthern-ireland\b/),
  concept('Ireland', /(^| )(ireland|irish)\b/),
  concept('North America', /\bnorth-america\b/),
  concept('Latin America', /\blatin-america\b/),
  concept('Europe, the Middle East and Africa', /\bemea\b|\beurope/),
  concept('Asia and the Pacific', /\bapac\b|\basia/),
  concept('Germany', /\bgerman/),
  concept('Canada', /\bcanad/),
  concept('Ontario', /\bontario/),
  concept('Australia', /\baustralia/),
  concept('Italy', /\bital(y|ian)/),
  concept('the whole world', /\bworld|\bglobal/),
];

/** A text in lower case, with names of places written one way: “US” is not “us”. */
export const normal = (text: string): string =>
  text
    .replace(/\b(U\.S\.(A\.)?|USA?)(?![\w])/g, 'united states')
    .replace(/\b(U\.K\.|UK)(?![\w])/g, 'united kingdom')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/\bnorth(ern)? americans?\b|\bnorth america\b/g, 'north-america')
    .replace(/\blatina? americans?\b|\blatin america\b/g, 'latin-america')
    .replace(/\bnorthern (ireland|irish)\b/g, 'northern-ireland')
    .replace(/\s+/g, ' ')
    .trim();

/** The names of what is found in a text. @param text in lower case */
export const foundIn = (text: string, those: readonly Concept[]): ReadonlySet<string> =>
  new Set(those.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name));

/** Does a text deny what it is about, apart from “never heard back”, which is an event of its own. */
export const denies = (text: string): boolean =>
  /\b(never|no|not|none|nothing|without|cannot)\b|n't\b/.test(
    events[0] === undefined ? text : text.replace(events[0].pattern, ' '),
  );
