import { count } from '../figures/percent.ts';

/** “So did 99 of the 308 people here.”; “None of the 308 people here did.” @param verb such as “did” or “were” */
export const soDid = (verb: string, x: number, n: number, who: string): string =>
  x === 0 ? `None of the ${count(n)} ${who} ${verb}.` : `So ${verb} ${count(x)} of the ${count(n)} ${who}.`;

/** “Nor did 60 of the 308 people here.”; “All of the 308 people here did.” */
export const norDid = (verb: string, x: number, n: number, who: string): string =>
  x === 0 ? `All of the ${count(n)} ${who} ${verb}.` : `Nor ${verb} ${count(x)} of the ${count(n)} ${who}.`;

/** “135 of the 424 employers here say the same.” */
export const saySame = (x: number, n: number): string =>
  `${x === 0 ? 'None' : count(x)} of the ${count(n)} employers here ${x === 1 ? 'says' : 'say'} the same.`;

/** A label of the questionnaire inside a sentence. */
export const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
