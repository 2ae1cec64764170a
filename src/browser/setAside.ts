import { asideName, device } from './device.ts';

const isTexts = (found: unknown): found is readonly string[] =>
  Array.isArray(found) && found.every((text) => typeof text === 'string');

/** The record of what was set aside under a name. */
export const asideOf = (name: string) => device(asideName(name), isTexts);

/** What lay under a name on this device and could not be read, as text, until the person removes it. */
export async function aside(name: string): Promise<readonly string[]> {
  const { kept, strange } = await asideOf(name).read();
  return [...(kept[kept.length - 1] ?? []), ...strange];
}

/**
 * Keeps under a name of its own what could not be read, or is another tab’s, so that nothing is lost when something else is
 * written in its place; showAside.ts offers it to the person.
 * @returns whether all of it is there
 */
export async function setAside(name: string, strange: readonly string[]): Promise<boolean> {
  return strange.length === 0 || asideOf(name).write([...new Set([...(await aside(name)), ...strange])]);
}
