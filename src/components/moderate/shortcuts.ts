interface Shortcut {
  readonly command: string;
  readonly keys: readonly string[];
  readonly says: string;
  /** Whether it goes on while the key is held down. */
  readonly repeats?: true;
}

/** The keys of the queue: what they do, and how the list of keys says it. */
export const shortcuts = [
  { command: 'next', keys: ['j'], says: 'to the next comment', repeats: true },
  { command: 'previous', keys: ['k'], says: 'to the comment before', repeats: true },
  { command: 'approve', keys: ['a'], says: 'approve, or show again' },
  { command: 'sign', keys: ['o'], says: 'approve as ours: an answer that one of us wrote' },
  { command: 'reject', keys: ['r'], says: 'reject: opens the reasons' },
  { command: 'hide', keys: ['h'], says: 'hide what is shown' },
  { command: 'thread', keys: ['c'], says: 'close its thread, or open it again' },
  { command: 'choose', keys: ['x'], says: 'choose this comment together with others, or let it go' },
  { command: 'all', keys: ['s'], says: 'choose all on this page, or none' },
  { command: 'undo', keys: ['z', 'u'], says: 'undo the last decision' },
  { command: 'keys', keys: ['?'], says: 'show these keys' },
] as const satisfies readonly Shortcut[];

export type Command = (typeof shortcuts)[number]['command'];

/** The first key of a command, as a hint beside its button. */
export const keyOf = (command: Command): string =>
  shortcuts.find((one) => one.command === command)?.keys[0] ?? '';

/** The keys for choosing a reason, which count only inside the list of reasons. */
export const reasonKeys = '123456789';

/** A key as it was pressed: the part of a KeyboardEvent that matters. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
}

const isModified = ({ ctrlKey, altKey, metaKey }: Pressed): boolean => ctrlKey || altKey || metaKey;

/**
 * The command of a key, or null. Keys with a modifier belong to the browser or to assistive technology, and a decision
 * is not made again because a key is held down. Shift counts only for what cannot be typed without it.
 */
export function commandOf(pressed: Pressed): Command | null {
  if (isModified(pressed) || pressed.isComposing) return null;
  const isLetter = /^[a-z]$/i.test(pressed.key);
  if (isLetter && pressed.shiftKey) return null;
  const key = pressed.key.toLowerCase();
  const found: (Shortcut & { readonly command: Command }) | undefined = shortcuts.find(({ keys }) =>
    (keys as readonly string[]).includes(key),
  );
  if (found === undefined || (pressed.repeat && found.repeats !== true)) return null;
  return found.command;
}

/** The place of the reason that a key stands for, from 0; null when it stands for none. */
export function reasonOf(pressed: Pressed, reasons: number): number | null {
  if (isModified(pressed) || pressed.shiftKey || pressed.key.length !== 1) return null;
  const place = reasonKeys.indexOf(pressed.key);
  return place >= 0 && place < reasons ? place : null;
}

const fieldsWithoutText = ['radio', 'checkbox', 'button', 'submit', 'reset'];

/** Whether keys pressed here are being typed. */
export const takesText = (element: {
  readonly localName: string;
  readonly type?: unknown;
  readonly isContentEditable?: boolean;
}): boolean =>
  element.isContentEditable === true ||
  element.localName === 'textarea' ||
  element.localName === 'select' ||
  (element.localName === 'input' && !fieldsWithoutText.includes(String(element.type)));
