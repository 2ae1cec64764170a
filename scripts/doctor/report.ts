import { PlainError } from '../command/PlainError.ts';
import type { Finding } from './finding.ts';

/** One line each, in the order of the list. */
export function report(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ about }) => about.length));
  return findings
    .map(({ state, about, says }) => `${state.padEnd(8)}  ${about.padEnd(width)}  ${says}`)
    .join('\n');
}

/** @throws {PlainError} when something is to do. @param before what, as it stands after “before” */
export function refuseUndone(findings: readonly Finding[], before: string): void {
  const count = findings.filter(({ state }) => state === 'to do').length;
  if (count > 0)
    throw new PlainError(
      `${count === 1 ? 'One thing is' : `${count} things are`} to do before ${before}: see ${count === 1 ? 'the line' : 'the lines'} that ${count === 1 ? 'begins' : 'begin'} with “to do”.`,
    );
}
