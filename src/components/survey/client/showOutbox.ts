import { keptUntil } from '../../../survey/draft.ts';
import { find } from '../../../browser/find.ts';
import { inDays } from '../../../browser/inDays.ts';
import { inWords } from '../../../browser/inWords.ts';
import type { Sending, Stopped } from '../../../browser/outbox.ts';

interface Words {
  readonly title: string;
  readonly said: string;
  /** What a person can do: try again, change the answers, start again. */
  readonly acts: readonly ('hurry' | 'change' | 'restart')[];
  readonly failed?: true;
}

/** @param until when the device forgets the response, in milliseconds since 1970; null where it keeps nothing */
export function outboxWords(state: Sending | Stopped, until: number | null): Words {
  const safe =
    until === null
      ? 'Your answers are on this page only: leave it open.'
      : `Your answers are safe on this device until ${inDays(until)}: leave this page open, or come back to it.`;
  if ('status' in state)
    return state.status === 'withdrawn'
      ? {
          title: 'These answers were taken back',
          said: 'They had arrived and were deleted with their receipt code, so they are not stored again.',
          acts: ['restart'],
        }
      : {
          title: 'Your answers were not taken',
          said: state.sentence,
          acts: ['change'],
          failed: true,
        };
  if (state.is === 'sending')
    return {
      title: 'Sending your answers',
      said: 'This takes a few seconds at most. Your browser makes a short calculation with it, which keeps robots out.',
      acts: [],
    };
  if (state.offline)
    return {
      title: 'You are offline',
      said: `Your answers go out by themselves as soon as the network is back. ${safe}`,
      acts: ['hurry', 'change'],
    };
  return {
    title: 'Your answers are waiting to be sent',
    said: `${state.sentence ?? 'The server did not reply.'} We try again by ourselves, in ${inWords(state.seconds)} at the latest. ${safe}`,
    acts: ['hurry', 'change'],
  };
}

/** Says in words what the outbox is doing, and offers what can be done about it. */
export function showOutbox(survey: HTMLElement, state: Sending | Stopped, keptAt: number | null): void {
  const box = find(survey, '[data-outbox]');
  const words = outboxWords(state, keptAt === null ? null : keptUntil(keptAt));
  find(box, 'h2').textContent = words.title;
  find(box, '[data-outbox-said]').textContent = words.said;
  for (const act of ['hurry', 'change', 'restart'] as const)
    find(box, `[data-${act}]`).hidden = !words.acts.includes(act);
  box.classList.toggle('errors', words.failed === true);
  document.title = `${words.title} · ${survey.dataset.title ?? ''}`;
}
