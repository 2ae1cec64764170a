import { questionnaire } from '../src/survey/questionnaire.ts';
import { loading, otherCategories, otherScores } from './measure/lighthouse.ts';
import { inTurn, median, print, told, withRange } from './measure/rounds.ts';
import { serve, siteOf } from './measure/serve.ts';
import { longestEssay, serveOurs } from './measure/site.ts';
import type { Found, Section, Target } from './page/section.ts';

const oneLine =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>One line</title></head><body><p>One line.</p></body></html>';

/** Types of pages, and how many times the one-line page’s LCP each may take; null where nothing is promised. */
const types: readonly { readonly name: string; readonly path: string; readonly atMost: number | null }[] = [
  { name: 'home', path: '/', atMost: 1.5 },
  { name: 'essay, the longest', path: longestEssay(), atMost: 1.7 },
  { name: 'chart', path: '/charts/told-by-day/', atMost: 1.7 },
  { name: 'results', path: '/results/', atMost: 1.9 },
  { name: 'survey', path: `/survey/${questionnaire.sides.job_seeker.slug}/`, atMost: 1.6 },
  { name: 'methodology', path: '/methodology/', atMost: null },
  { name: 'figures of others', path: '/figures/', atMost: null },
  { name: 'toolkit', path: '/toolkit/', atMost: null },
];

async function measure(quick: boolean): Promise<Found> {
  const rounds = quick ? 1 : 5;
  const ours = await serveOurs();
  const limit = await serve(siteOf(new Map([['/', oneLine]])));
  const subjects = [
    { name: 'one line', url: `${limit.origin}/` },
    ...types.map(({ name, path }) => ({ name, url: ours.origin + path })),
  ];
  try {
    const visits = await inTurn(rounds, subjects, ({ url }) => loading(url));
    const judged = await inTurn(1, subjects, ({ url }) => otherScores(url));
    const all = (name: string) => visits.get(name) ?? [];
    const lcp = (name: string) => all(name).map((visit) => visit.lcp);
    const ratio = (name: string) => median(lcp(name)) / median(lcp('one line'));
    const scores = (name: string): readonly number[] => [
      median(all(name).map(({ score }) => score)),
      ...(judged.get(name)?.[0] ?? []),
    ];
    const ofTypes = types.flatMap(({ name }) => scores(name));
    const full = ofTypes.filter((score) => score === 100).length;
    return {
      rounds: `${told(rounds)}; ${new Intl.ListFormat('en-GB').format(otherCategories)} once`,
      tables: [
        [
          [
            'Page',
            'LCP ms',
            'to one line',
            'blocking ms',
            'kB',
            'requests',
            'performance',
            ...otherCategories,
          ],
          ...subjects.map(({ name }) => [
            name,
            withRange(lcp(name)),
            print.ratio(ratio(name)),
            withRange(all(name).map(({ blocking }) => blocking)),
            print.kilobytes(median(all(name).map(({ bytes }) => bytes))),
            print.whole(median(all(name).map(({ requests }) => requests))),
            ...scores(name).map(print.whole),
          ]),
        ],
      ],
      targets: [
        ...types.flatMap(({ name, atMost }): readonly Target[] =>
          atMost === null
            ? []
            : [
                {
                  promise: `${name}: LCP at most ${atMost} times that of one line`,
                  found: print.ratio(ratio(name)),
                  holds: ratio(name) <= atMost,
                },
              ],
        ),
        {
          promise: `scores of 100 on ${types.length} types of pages`,
          found: `${full} of ${ofTypes.length}`,
          holds: full === ofTypes.length,
        },
      ],
    };
  } finally {
    await ours.close();
    await limit.close();
  }
}

export const pages: Section = {
  title: 'Pages',
  about: `Types of our pages beside a page of one line without style, script or picture, which is the least a page can be. Lighthouse’s mobile
profile; the site is served compressed with brotli, with an embedded database that holds no comment. kB are all bytes on the wire.`,
  minutes: 7,
  measure,
};
