import { openLedger } from '../disclosure/ledger.ts';
import { everybodyIn } from '../disclosure/printedBases.ts';
import { protectTable } from '../disclosure/protectTable.ts';
import type { Protection, ReleaseRequest } from '../disclosure/protection.ts';
import { attack } from './attack.ts';
import { attackAnswers } from './attackAnswers.ts';
import { attackBases } from './attackBases.ts';
import { canary } from './canary.ts';
import { scan } from './scan.ts';
import { ReleaseError } from '../ReleaseError.ts';

/**
 * V1 to V3, before anything is written: the printed numbers keep the rules (V1), no reader of all releases can isolate
 * fewer than ten people by subtraction (V2), and while few changes are pending adding or removing one response changes
 * nothing that is printed (V3).
 * @throws {ReleaseError} with the first problem, naming its table and group, never a number of people.
 */
export function verifyRelease(request: ReleaseRequest, { tables, withheld, ledger: rows }: Protection): void {
  const stop = (problem: string): never => {
    throw new ReleaseError(
      `Nothing was written: ${problem} This is a fault of the disclosure rules; do not publish by hand.`,
    );
  };
  const [problem] = scan(tables);
  if (problem !== undefined) stop(problem);
  const ledger = openLedger([...request.ledger.rows, ...rows], request.earlier);
  const made = { release: request.release, sizes: everybodyIn(request.partitions) };
  const [exposed] = [
    ...attack(ledger),
    ...attackBases(ledger, made),
    ...attackAnswers(request.release, tables),
  ];
  if (exposed !== undefined)
    stop(
      `${exposed.table}, ${exposed.group}: between ${exposed.from} and ${exposed.to} a reader could single out fewer than ten people.`,
    );
  const held = new Set(withheld.filter(({ rule }) => rule === 'nested').map(({ table }) => table));
  const [given] = canary(request, (partition) => protectTable(partition, request, held).tables);
  if (given !== undefined) stop(`${given}: one response more or fewer would show.`);
}
