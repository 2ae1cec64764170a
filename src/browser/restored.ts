import { causeOf } from './cause.ts';
import type { Device } from './device.ts';
import { setAside } from './setAside.ts';

/**
 * Restores what the device keeps under a name. Nothing may be written there before: what cannot be read, and what cannot
 * be restored because this page is defective or the browser too old, is set aside first.
 * @param restore gets all records found, the newest last; none in a second call where the first has thrown
 * @param undo takes back what that first call had begun
 * @returns whether all that cannot be restored is set aside; if not, writing would destroy it
 */
export async function restored<Kept>(
  name: string,
  disk: Device<Kept>,
  restore: (kept: readonly Kept[]) => unknown,
  undo: () => void,
): Promise<boolean> {
  const { kept, strange } = await disk.read();
  const isAside = await setAside(name, strange);
  if (isAside && strange.length > 0 && kept.length === 0) await disk.clear();
  try {
    await restore(kept);
    return isAside;
  } catch (error) {
    await causeOf(error);
    const isAllAside = await setAside(name, [...strange, ...kept.map((one) => JSON.stringify(one))]);
    if (isAllAside) await disk.clear();
    undo();
    await restore([]);
    return isAllAside;
  }
}
