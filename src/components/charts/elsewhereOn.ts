/** Figures of the ledger on the subject of a chart, by the chart’s id. */
const byChart: Readonly<Record<string, readonly string[]>> = {
  outcome: ['careerbuilder-2012.unanswered', 'matrix-2017.never-heard'],
  'told-by-day': ['matrix-2017.never-heard', 'careerbuilder-2012.unanswered'],
  'told-by-stage': ['matrix-2017.never-heard', 'careerbuilder-2012.unanswered'],
  waiting: ['matrix-2017.never-heard'],
  'explanation-ladder': ['talent-board-2022.north-america', 'talent-board-2021.no-feedback'],
  'how-told': ['talent-board-2021.no-reply-address', 'talent-board-2021.phone'],
  clarity: ['talent-board-2021.useful'],
  confidence: ['schinkel-2004.participants'],
  'apply-again': ['cortini-2019.participants'],
  asking: ['linkedin-poll.often', 'linkedin-poll.never'],
  'most-useful': ['linkedin-2015.wanted', 'linkedin-2015.received'],
};

/** What others have published on the subject of a chart; none where we know of nothing. @param chart the whole chart’s id */
export const elsewhereOn = (chart: string): readonly string[] => byChart[chart] ?? [];

/** The charts on whose subject something was found. */
export const subjects: readonly string[] = Object.keys(byChart);

/** The charts on the subject of a study, by their ids. */
export const chartsOn = (study: string): readonly string[] =>
  subjects.filter((chart) => elsewhereOn(chart).some((figure) => figure.startsWith(`${study}.`)));
