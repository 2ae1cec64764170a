import { openBrowser } from './measure/browser.ts';
import { loading } from './measure/lighthouse.ts';
import { inTurn, median, print, told, withRange } from './measure/rounds.ts';
import { untilUsable } from './measure/untilUsable.ts';
import type { Found, Section } from './page/section.ts';
import { ANSWERS, questions, serveAll } from './survey/forms.ts';

/** What the project promises. */
const TARGET = { usable: 1.15 } as const;

async function measure(quick: boolean): Promise<Found> {
  const rounds = quick ? 1 : 5;
  const subjects = await serveAll();
  const browser = await openBrowser();
  try {
    const visits = await inTurn(rounds, subjects, ({ url }) => loading(url));
    const uses = await inTurn(rounds, subjects, ({ url, usable, use }) =>
      untilUsable(browser, url, usable, use),
    );
    const of = (name: string) => {
      const [visited = [], used = []] = [visits.get(name), uses.get(name)];
      return {
        lcp: visited.map(({ lcp }) => lcp),
        blocking: visited.map(({ blocking }) => blocking),
        score: visited.map(({ score }) => score),
        bytes: median(visited.map(({ bytes }) => bytes)),
        usable: used.map(({ usable }) => usable),
        answer: used.flatMap(({ slowest }) => slowest.answer ?? []),
        next: used.flatMap(({ slowest }) => slowest.next ?? []),
      };
    };
    const limit = median(of('plain HTML').usable);
    const [ours, hookForm] = [of('ours'), of('React Hook Form + Zod, hydrated')];
    const ratio = median(ours.usable) / limit;
    return {
      rounds: told(rounds),
      tables: [
        [
          [
            'Page',
            'kB',
            'LCP ms',
            'blocking ms',
            'score',
            'usable ms, throttled',
            'to plain HTML',
            'slowest answer ms',
            'slowest next ms',
          ],
          ...subjects.map(({ name }) => {
            const { lcp, blocking, score, bytes, usable, answer, next } = of(name);
            return [
              name,
              print.kilobytes(bytes),
              withRange(lcp),
              withRange(blocking),
              print.whole(median(score)),
              withRange(usable),
              print.ratio(median(usable) / limit),
              withRange(answer),
              next.length === 0 ? 'one page' : withRange(next),
            ];
          }),
        ],
      ],
      targets: [
        {
          promise: `ours can be used within ${TARGET.usable} times the time of plain HTML`,
          found: print.ratio(ratio),
          holds: ratio <= TARGET.usable,
        },
        {
          promise: 'ours is painted before React Hook Form, hydrated',
          found: `${print.whole(median(ours.lcp))} ms, ${print.whole(median(hookForm.lcp))} ms`,
          holds: median(ours.lcp) < median(hookForm.lcp),
        },
      ],
    };
  } finally {
    await browser.close();
    for (const { close } of subjects) await close();
  }
}

export const survey: Section = {
  title: 'The survey page',
  about: `The first view of our survey beside forms of ${questions.length} questions, those of ours that take one answer, each built with Vite
by another library and served compressed with brotli. kB are all bytes on the wire. LCP (largest contentful paint), blocking time and score are Lighthouse’s with its
mobile profile. “Usable” is measured in a real Chromium that is held back (562 ms latency, 1.44 Mbit/s, processor four times slower): until
the script that answers is at work. The slowest answer is that of ${ANSWERS} clicks on an option, until the next paint. Formbricks and ours show one question at a time: the slowest
next is that of the ${ANSWERS} clicks in between, each of which shows another question.`,
  minutes: 5,
  measure,
};
