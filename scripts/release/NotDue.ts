import { PlainError } from '../command/PlainError.ts';

/** There is no release to make yet, and nothing is wrong. */
export class NotDue extends PlainError {}
