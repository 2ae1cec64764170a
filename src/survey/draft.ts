import type { Channel } from './channel.ts';
import type { SideId } from './question.ts';
import type { Submission } from './submission.ts';

/** Days that an unfinished survey stays on the device after its last change. */
export const draftDays = 30;

const day = 86_400_000;

/** What one response keeps however often it is sent. */
export interface Identity {
  readonly id: string;
  /** The receipt code, 28 symbols; it stays on the device. */
  readonly code: string;
  /** The SHA-256 of the code, 64 hexadecimal digits; this is what is sent. */
  readonly receipt: string;
}

/** A response that was sent, or is about to be. */
export interface Outgoing {
  readonly identity: Identity;
  /** The answers of the first try that may have arrived, as JSON text. */
  readonly firstTry?: string;
  /** What waits to be sent; absent while the answers are being changed. */
  readonly submission?: Submission;
  /** What the server said once it had arrived; from then on only the receipt remains, until its owner has it. */
  readonly arrived?: 'stored' | 'stored_before';
}

/** One side’s unfinished survey as it lies on the device: draft, outbox or receipt, never two of them. */
export interface Kept {
  /** Changes when a record of before cannot be read any more. */
  readonly format: 1;
  readonly side: SideId;
  /** The version of the questionnaire of the page that kept it. */
  readonly instrument: string;
  /** When it was last changed, in milliseconds since 1970. */
  readonly at: number;
  /** The version of the text that was agreed to; null when the box was not ticked. */
  readonly consent: string | null;
  /** Codes chosen, by variable. */
  readonly chosen: Readonly<Record<string, string>>;
  /** Text as it was typed, by variable: a number that cannot be read is kept too. */
  readonly typed: Readonly<Record<string, string>>;
  /** The order in which the codes of a shuffled list are shown, by variable. */
  readonly orders: Readonly<Record<string, readonly string[]>>;
  readonly screen: string;
  /** The screens that were opened. */
  readonly seen: readonly string[];
  /** Active seconds so far. */
  readonly seconds: number;
  readonly channel: Channel;
  readonly outgoing?: Outgoing;
}

/** When a record that was changed at a time is no longer used. Milliseconds since 1970, as everywhere here. */
export const keptUntil = (at: number): number => at + draftDays * day;

const isText = (value: unknown): value is string => typeof value === 'string';

const holds = (of: unknown, isOne: (value: unknown) => boolean): boolean =>
  typeof of === 'object' && of !== null && Object.values(of).every(isOne);

const isOutgoing = (value: unknown): boolean => {
  const { identity, submission } = (value ?? {}) as Partial<Outgoing>;
  return (
    holds(identity, isText) &&
    isText(identity?.code) &&
    (submission === undefined || holds(submission.answers, () => true))
  );
};

/** Whether what was found on the device is a record that can be restored. */
export function isKept(value: unknown): value is Kept {
  const { format, at, chosen, typed, orders, seen, outgoing } = (value ?? {}) as Partial<Kept>;
  return (
    format === 1 &&
    typeof at === 'number' &&
    holds(chosen, isText) &&
    holds(typed, isText) &&
    holds(orders, (order) => holds(order, isText)) &&
    holds(seen, isText) &&
    (outgoing === undefined || isOutgoing(outgoing))
  );
}

/**
 * The newest record among those found on the device; null when there is none. A draft that is too old is none; a receipt
 * does not grow old before its owner says that they have it. @param found the newest last, whatever the clock said
 */
export function newest(found: readonly Kept[], now: number): Kept | null {
  const usable = found.filter(({ at, outgoing }) => outgoing?.arrived !== undefined || now < keptUntil(at));
  return usable[usable.length - 1] ?? null;
}

/** That this device has sent a response: the day alone, neither answers nor code. */
export interface Answered {
  readonly format: 1;
  /** When, in milliseconds since 1970. */
  readonly at: number;
}

/** What its record is called. */
export const answeredName = (side: SideId): string => `answered-${side}`;

/** Days for which a device remembers that it has sent a response. */
export const answeredDays = 365;

/** Whether it is one, of the last `answeredDays` days. */
export const isAnswered = (value: unknown): value is Answered => {
  const { format, at } = (value ?? {}) as Partial<Answered>;
  return format === 1 && typeof at === 'number' && Date.now() < at + answeredDays * day;
};
