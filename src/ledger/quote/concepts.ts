/** Something that a sentence on applying can be about. Two sentences about the same are found by the same pattern. */
interface Concept {
  readonly id: string;
  /** As a sentence names it: “It is not about …”. */
  readonly name: string;
  readonly pattern: RegExp;
}

const concept = (id: string, name: string, pattern: RegExp): Concept => ({ id, name, pattern });

/** What happened. Of these a sentence shares at least one with a figure, or it is about something else. */
export const events: readonly Concept[] = [
  concept(
    'unanswered',
    'never hearing back',
    /\b(never|not|no|n't|without)\b[^.;]{0,24}\b(hear|heard|reply|replies|response|responses|answer)\b|\bunanswered\b/,
  ),
  concept(
    'ghosters',
    'people who had ghosted an employer themselves',
    /\bwho (had |have )?(themselves )?(ghosted|admit)/,
  ),
  concept('ghosted', 'ghosting', /\bghost/),
  // Who is ghosted and who ghosts are two claims.
  concept(
    'was-ghosted',
    'being ghosted',
    /\b(been|being|was|were|is|are|be|gets?|got|getting)\b[^.;]{0,16}\bghosted\b|\bghosted by\b/,
  ),
  concept('feedback', 'feedback', /\bfeedback\b|\breasons?\b|\bwhy\b/),
  concept('wanting', 'wanting something', /\bwant(s|ed)?\b|\bwould like\b|\bwish/),
  concept('expecting', 'expecting something', /\bexpect/),
  concept('legal', 'a legal duty', /\blegal|\blaws?\b|\bmust\b|\brequire|\bduty\b|\boblig|\bmandatory\b/),
  concept('useful', 'being useful', /\buseful|\bhelpful/),
  concept('important', 'being important', /\bimportan|\bmatters?\b/),
  concept('no-reply', 'an address that takes no reply', /\b(do-?not-?reply|no-?reply|takes no reply)\b/),
  concept('phone', 'a phone call', /\bphone|\bcall(s|ed)?\b/),
  concept('preparing', 'preparing', /\bprepar/),
  concept(
    'again',
    'applying again',
    /\bre-?appl|\bapply again\b|\bapplied again\b|\bapplied for another\b|\bconsider (a|the) (company|employer)/,
  ),
  concept('refusing', 'refusing an offer', /\brefus|\bturn(ed)? down (an?|the) [^.]{0,12}offer|\bdeclin/),
  concept('resenting', 'taking one’s custom elsewhere', /\bresent|\bgoodwill\b|\bcustom\b|\brelationship/),
  concept('bad', 'a bad experience', /\bbad\b|\bnegative\b/),
  concept('acknowledging', 'an application acknowledged', /\backnowledg/),
  concept('score', 'a score', /\bpromoter\b|\bnps\b|\bscores?\b/),
  concept(
    'same-day',
    'an answer on the same day',
    /\bsame day\b|\bend of (the|that|interview)[^.]{0,12}day\b/,
  ),
  concept('decision', 'the decision', /\bdecision\b/),
  concept('no-show', 'not turning up', /\bturn(ed)? up\b|\bno-?show|\bfirst day\b/),
  concept('resigning', 'resigning', /\bresign/),
  concept('underrating', 'rating oneself', /\bunderrat|\bfailed\b|\blower than\b/),
  concept('reviews', 'reviews', /\breviews?\b/),
  concept('cost', 'what it costs', /\bcosts?\b/),
  concept('specific', 'feedback of their own', /\bspecific|\bindividual|\bof their own\b/),
  concept('last-year', 'the last year', /\b(last|past) (year|12 months|twelve months)\b/),
  concept('asking', 'asking for it', /\basking\b|\basked for\b|\bafter requesting\b/),
];

/** When in the process. */
export const stages: readonly Concept[] = [
  concept('interview', 'interviews', /\binterview/),
  concept('late', 'a second or third interview', /\b(second|third|2nd|3rd|final)\b/),
  concept('application', 'applications', /\bappl(y|ied|ying|ications?)\b|\bcvs?\b|\br[ée]sum[ée]s?\b/),
  concept('offer', 'offers', /\boffers?\b/),
  concept('rejected', 'a rejection', /\breject|\bturned (them )?down\b|\bmov(ed|ing) forward\b/),
];

/** Who: the first of them after a number is whom the number counts. “People” is anybody. */
export const groups: readonly Concept[] = [
  concept(
    'young',
    'young people',
    /\byoung\b|\baged 1[68]|\b1[68] ?(to|–|-) ?2\d\b|\bstudents?\b|\bgraduates?\b|\bgen z\b/,
  ),
  concept('reviews', 'reviews', /\breviews?\b/),
  concept('votes', 'votes', /\bvotes?\b/),
  concept(
    'employers',
    'employers',
    /\bemployers?\b|\bcompanies\b|\bfirms\b|\borgani[sz]ations?\b|\brecruiters?\b|\bmanagers?\b/,
  ),
  concept('employees', 'employees', /\bemployees\b/),
  concept('professionals', 'professionals', /\bprofessionals\b/),
  concept('workers', 'workers', /\bworkers\b/),
  concept('adults', 'adults', /\badults\b/),
  concept('seekers', 'job seekers', /\bjob ?-?seekers?\b|\bcandidates?\b|\bapplicants?\b/),
];

/** Where, as `normal` writes it. */
export const places: readonly Concept[] = [
  concept('us', 'the United States', /\bunited states\b|(?:^|[^-\w])america(ns?)?\b/),
  concept('uk', 'the United Kingdom', /\bunited kingdom\b|\bbrit(ain|ish|ons?)\b|\bengland\b/),
  concept('northern-ireland', 'Northern Ireland', /\bnorthern-ireland\b/),
  concept('ireland', 'Ireland', /(^| )(ireland|irish)\b/),
  concept('north-america', 'North America', /\bnorth-america\b/),
  concept('latin-america', 'Latin America', /\blatin-america\b/),
  concept('emea', 'Europe, the Middle East and Africa', /\bemea\b|\beurope/),
  concept('apac', 'Asia and the Pacific', /\bapac\b|\basia/),
  concept('germany', 'Germany', /\bgerman/),
  concept('canada', 'Canada', /\bcanad/),
  concept('ontario', 'Ontario', /\bontario/),
  concept('australia', 'Australia', /\baustralia/),
  concept('italy', 'Italy', /\bital(y|ian)/),
  concept('world', 'the whole world', /\bworld|\bglobal/),
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

/** The ids of what is found in a text. @param text in lower case */
export const foundIn = (text: string, those: readonly Concept[]): ReadonlySet<string> =>
  new Set(those.filter(({ pattern }) => pattern.test(text)).map(({ id }) => id));

/** What a concept is called. */
export const nameOf = (id: string, those: readonly Concept[]): string =>
  those.find((one) => one.id === id)?.name ?? id;

/** Does a text deny what it is about, apart from “never heard back”, which is an event of its own. */
export const denies = (text: string): boolean =>
  /\b(never|no|not|none|nothing|without|cannot)\b|n't\b/.test(
    events[0] === undefined ? text : text.replace(events[0].pattern, ' '),
  );
