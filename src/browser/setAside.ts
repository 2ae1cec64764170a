import { device } from './device.ts';
import { asideName } from './lookUp.ts';

const isTexts = (found: unknown): found is readonly string[] =>
  Array.isArray(found) && found.every((text) => typeof text === 'string');

/** The record of what was set aside under a name. */
const asideOf = (name: string) => device(asideName(name), isTexts);

const textsIn = async (disk: ReturnType<typeof asideOf>): Promise<readonly string[]> => {
  const { kept, strange } = await disk.read();
  return [...(kept[kept.length - 1] ?? []), ...strange];
};

/** What lay under a name on this device and could not be read, as text, until the person removes it. */
export const aside = (name: string): Promise<readonly string[]> => textsIn(asideOf(name));

/**
 * Keeps under a name of its own what could not be read, or is another tab’s, so that nothing is lost when something else is
 * written in its place; showAside.ts offers it to the person.
 * @returns whether all of it is there
 */
export async function setAside(name: string, strange: readonly string[]): Promise<boolean> {
  if (strange.length === 0) return true;
  // One for both: what it could not read, it does not write over.
  const disk = asideOf(name);
  return disk.write([...new Set([...(await textsIn(disk)), ...strange])]);
}

/** Removes texts that were set aside under a name, and none that another tab has set aside there since. */
export async function removeAside(name: string, shown: readonly string[]): Promise<void> {
  const disk = asideOf(name);
  const others = (await textsIn(disk)).filter((text) => !shown.includes(text));
  await (others.length > 0 ? disk.write(others) : disk.clear());
}
