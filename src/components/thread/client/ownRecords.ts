import { readOwnComments } from '../../../api/readOwnComments.ts';
import { limits } from '../../../thread/limits.ts';
import { asKept, type OwnComment } from '../../../thread/own.ts';
import { ownStore } from './ownStore.ts';
import { attempt } from '../../../browser/attempt.ts';

type Own = readonly OwnComment[];

const including = (own: Own, one: OwnComment): Own => [...own.filter(({ id }) => id !== one.id), one];
const without = (own: Own, id: string): Own => own.filter((one) => one.id !== id);

/** The same comments as the server has them now; nothing when it does not reply. */
async function askFor(those: Own): Promise<Own | undefined> {
  const codes = those.map(({ code }) => code);
  const answer = await attempt((signal) => readOwnComments(codes, signal));
  if (answer.status !== 'done') return undefined;
  return those.map((one, place) => asKept(one, answer.comments[place] ?? { status: 'unknown' }, Date.now()));
}

/**
 * The comments written on this device, of every thread, with what the page has learnt of them since. Those
 * that were found by a code typed in are shown here and kept nowhere: the device may be somebody else’s.
 */
export function ownRecords(changed: () => void) {
  let own: Own = [];
  let found: Own = [];
  let isKept = true;

  const isFound = (id: string): boolean => found.some((one) => one.id === id);

  async function keep(one: OwnComment): Promise<void> {
    if (isFound(one.id)) {
      found = including(found, one);
      changed();
      return;
    }
    own = including(own, one);
    changed();
    isKept = await ownStore.put(one);
  }

  return {
    all: (): Own => [...own, ...found],
    get: (id: string): OwnComment | undefined => [...own, ...found].find((one) => one.id === id),
    isKept: (): boolean => isKept,
    keep,
    /** Shows one that the device does not keep. */
    show: (one: OwnComment): void => {
      if (own.some(({ id }) => id === one.id)) return;
      found = including(found, one);
      changed();
    },
    drop: async (id: string): Promise<void> => {
      const isStored = !isFound(id);
      own = without(own, id);
      found = without(found, id);
      changed();
      if (isStored) await ownStore.drop(id);
    },
    restore: async (): Promise<void> => {
      own = await ownStore.read();
    },
    /** Asks the server what became of those in one thread. */
    refresh: async (thread: string): Promise<void> => {
      const kept = own.filter((one) => one.thread === thread && one.standing.is === 'kept');
      for (let from = 0; from < kept.length; from += limits.ownComments) {
        const known = await askFor(kept.slice(from, from + limits.ownComments));
        // Not those that were taken back while the server was asked.
        for (const one of known ?? []) if (own.some(({ id }) => id === one.id)) await keep(one);
      }
    },
  };
}

export type OwnRecords = ReturnType<typeof ownRecords>;
