import { z } from 'zod';
import { heldBack, peopleIn } from './owner/heldBack.ts';
import { openProject, type Project } from './owner/openProject.ts';
import { PlainError } from './command/PlainError.ts';
import { readOptions } from './command/readOptions.ts';
import { runCommand } from './command/runCommand.ts';

/**
 * npm run bursts: the days on which responses came faster than people do, by the kind of link. They are held back until
 * somebody has decided, and a release waits for it.
 *   -- --let-in DAY CHANNEL "reason"     counts them from then on
 *   -- --leave-out DAY CHANNEL "reason"  leaves them out of every figure
 */

const bursts = z.strictObject({
  undecided: z.array(heldBack),
  decided: z.array(
    z.strictObject({
      day: z.iso.date(),
      channel: z.string(),
      kept: z.boolean(),
      because: z.string(),
      let_in: z.number(),
      decided_on: z.iso.date(),
    }),
  ),
});

async function list({ call }: Project): Promise<void> {
  const { undecided, decided } = await call('bursts', {}, bursts);
  if (undecided.length === 0) console.log('Nothing is held back that nobody has decided on.');
  for (const one of undecided)
    console.log(
      [
        `${one.day}, ${one.channel}: ${peopleIn(one)} held back. Was there a post or a mailing? Then let them in:`,
        `  npm run bursts -- --let-in ${one.day} ${one.channel} "why"`,
        `  npm run bursts -- --leave-out ${one.day} ${one.channel} "why"`,
      ].join('\n'),
    );
  for (const { day, channel, kept, because, let_in, decided_on } of decided)
    console.log(
      `${day}, ${channel}: ${kept ? `${let_in} let in` : 'left out'} on ${decided_on}, because: ${because}`,
    );
}

async function decide({ call }: Project, keep: boolean, words: readonly string[]): Promise<void> {
  const [day, channel, ...reason] = words;
  if (day === undefined || channel === undefined)
    throw new PlainError(
      `Name a day, a channel and the reason: npm run bursts -- --${keep ? 'let-in' : 'leave-out'} 2026-12-01 linkedin "The post was announced."`,
    );
  const request = { day, channel, keep, because: reason.join(' ') };
  const held = await call('decide_burst', { request }, heldBack);
  console.log(
    keep
      ? `Let in ${peopleIn(held)} of ${day} by ${channel}. A release counts them from tomorrow on, because it counts whole days.`
      : `Left out ${peopleIn(held)} of ${day} by ${channel}.`,
  );
}

await runCommand(async () => {
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = readOptions(
    'npm run bursts',
    { 'let-in': flag, 'leave-out': flag },
    'with a day, a channel and the reason',
  );
  if (values['let-in'] && values['leave-out'])
    throw new PlainError('Either --let-in or --leave-out: not both.');
  const project = openProject();
  if (values['let-in'] || values['leave-out']) await decide(project, values['let-in'], positionals);
  else if (positionals.length === 0) await list(project);
  else
    throw new PlainError(
      'Say what to do with them: --let-in or --leave-out before the day, the channel and the reason.',
    );
});
