import { z } from 'zod';

/** What Chromium writes down of its threads; times in microseconds, `tdur` the thread’s own. */
const trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      ts: z.number(),
      dur: z.number().optional(),
      tdur: z.number().optional(),
    }),
  ),
});

/** What a page asked of the main thread, in milliseconds of the thread’s own time, so that a busy machine does not count. */
export interface MainThread {
  readonly all: number;
  readonly longestTask: number;
}

/**
 * From where the page begins to be read: before, Chromium takes the last page down, whatever comes next.
 * @throws Error when the trace holds no page being read, or no task of it
 */
export function mainThread(text: Buffer): MainThread {
  const { traceEvents: events } = trace.parse(JSON.parse(text.toString()));
  const [reading] = events.filter(({ name }) => name === 'ParseHTML').toSorted((a, b) => a.ts - b.ts);
  if (reading === undefined) throw new Error('The trace holds no page being read.');
  const tasks = events
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === reading.pid && tid === reading.tid)
    .filter(({ ts, dur = 0 }) => ts + dur > reading.ts)
    .map(({ tdur = 0 }) => tdur / 1000);
  if (tasks.length === 0) throw new Error('The trace holds no task of the page.');
  return { all: tasks.reduce((sum, task) => sum + task, 0), longestTask: Math.max(...tasks) };
}
