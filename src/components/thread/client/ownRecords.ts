import { readOwnComments } from '../../../api/readOwnComments.ts';
import { limits } from '../../../thread/limits.ts';
import { asKept, type OwnComment } from '../../../thread/own.ts';
import { findOwn } from './findOwn.ts';
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
  /** Those that this tab has found or left on the device: what lies there instead is another tab’s doing. */
  const onDevice = new Set<string>();

  const isFound = (id: string): boolean => found.some((one) => one.id === id);

  const get = (id: string): OwnComment | undefined => [...own, ...found].find((one) => one.id === id);

  /** Reads a comment again, which another tab may have changed. @returns it as it is now; nothing where it was deleted */
  async function renew(id: string): Promise<OwnComment | undefined> {
    const there = onDevice.has(id) ? await findOwn(id) : undefined;
    if (there === undefined) return get(id);
    own = there === null ? without(own, id) : including(own, there);
    changed();
    return get(id);
  }

  async function keep(one: OwnComment): Promise<void> {
    if (isFound(one.id)) {
      found = including(found, one);
      changed();
      return;
    }
    own = including(own, one);
    changed();
    isKept = await ownStore.put(one);
    if (isKept) onDevice.add(one.id);
    else onDevice.delete(one.id);
  }

  return {
    all: (): Own => [...own, ...found],
    get,
    isKept: (): boolean => isKept,
    keep,
    renew,
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
      for (const { id } of own) onDevice.add(id);
    },
    /** Asks the server what became of those in one thread. */
    refresh: async (thread: string): Promise<void> => {
      const kept = own.filter((one) => one.thread === thread && one.standing.is === 'kept');
      for (let from = 0; from < kept.length; from += limits.ownComments) {
        const known = await askFor(kept.slice(from, from + limits.ownComments));
        // Not those that were taken back while the server was asked, here or in another tab.
        for (const one of known ?? []) if ((await renew(one.id)) !== undefined) await keep(one);
      }
    },
  };
}

export type OwnRecords = ReturnType<typeof ownRecords>;
