/** What was found in one place, in one sentence: that it is as it should be, what to do, or why it could not be seen. */
export interface Outcome {
  readonly state: 'ok' | 'to do' | 'not seen';
  readonly says: string;
}

/** One line of the doctor. */
export interface Finding extends Outcome {
  readonly about: string;
}

export const ok = (says: string): Outcome => ({ state: 'ok', says });
export const toDo = (says: string): Outcome => ({ state: 'to do', says });
export const notSeen = (says: string): Outcome => ({ state: 'not seen', says });
