import { isEnded, type Ended, type NotModerated } from '../../../api/moderation/session.ts';
import type { Rejection } from '../../../thread/rejection.ts';
import type { Command } from '../shortcuts.ts';
import { call } from './call.ts';
import type { Entries } from './entries.ts';
import type { ListPage, ListPages } from './listPages.ts';
import type { MessageLine } from './messageLine.ts';
import { isFailed } from '../../../browser/attempt.ts';
import type { Failed } from '../../../browser/cause.ts';
import { why } from '../../../browser/why.ts';

/** What a moderator was doing when their session ended: kept in the page, never sent without being pressed again. */
export interface Interrupted {
  readonly page: ListPage;
  /** The comment, or null when none was current. */
  readonly id: string | null;
  /** The button that was pressed, or null when they were only reading. */
  readonly press: Command | null;
  readonly reason: Rejection | null;
  /** Whether it was pressed for all that were chosen. */
  readonly isSeveral?: true;
}

/** The queue that decisions are made in. */
export interface ShownQueue {
  readonly list: HTMLElement;
  readonly rows: Entries;
  readonly pages: ListPages;
  readonly message: MessageLine;
}

const unsure = 'So we do not know whether it was done. Press again: nothing is done twice.';

/**
 * Gives orders one call at a time, and says why when one is not done. Until the server has answered no other is given: a key
 * pressed twice must not decide on a comment that was not read.
 */
export function giving({ list, pages, message }: ShownQueue, ended: (why: Ended, at: Interrupted) => void) {
  let isBusy = false;
  let underWay: Promise<unknown> = Promise.resolve();
  /** Counts those who were signed in: what one of them decided is not done, nor told, in the session of the next. */
  let person = 0;

  /** @returns null when a key is pressed while another one is under way, or when it was not done */
  async function give<Answer extends { readonly status: 'done' }>(
    ask: Parameters<typeof call<Answer | NotModerated>>[0],
    at: Interrupted,
  ): Promise<Answer | Exclude<NotModerated, Ended> | Failed | null> {
    const by = person;
    // What a question was answered about was read: it waits for its turn.
    if (isBusy && at.isSeveral !== true) return null;
    while (isBusy) await underWay;
    if (by !== person) return null;
    isBusy = true;
    list.setAttribute('aria-busy', 'true');
    const asked = call(ask);
    underWay = asked;
    const answer = await asked;
    list.removeAttribute('aria-busy');
    isBusy = false;
    if (by !== person) return null;
    if (answer.status === 'done') return answer;
    if (isEnded(answer)) {
      person += 1;
      ended(answer, at);
      return null;
    }
    if (answer.status === 'changed') {
      if (await pages.turnTo(pages.shown(), at.id)) message.fail(answer.sentence);
      else message.sayFirst(answer.sentence);
    } else message.fail(isFailed(answer) ? `${why(answer)} ${unsure}` : answer.sentence);
    return answer;
  }

  return {
    give,
    forget: (): void => {
      person += 1;
    },
  };
}
